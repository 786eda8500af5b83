// A hall from its chamber file and roster: every step through the rules, as if the system had asked for it.
#pragma once

#include <cstdint>
#include <vector>

#include "protocol/commands.hpp"
#include "protocol/events.hpp"
#include "server/cli/chamber.hpp"
#include "server/hall/state.hpp"

namespace talar::cli {

struct Founding {
  std::vector<Recorded> events;
  hall::State state;
  std::vector<std::string> notes;  // what could not be done as the file says, for the operator
  std::int64_t votes = 0;
};

/// Pure. Throws std::runtime_error when the rules refuse a step.
Founding found(const Chamber& chamber, const std::vector<NewMember>& members, Instant now, std::uint64_t seed);

}  // namespace talar::cli
