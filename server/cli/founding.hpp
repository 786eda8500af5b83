// A hall from its chamber file and roster: every step through the rules, as if the system had asked for it.
#pragma once

#include "server/cli/chamber.hpp"
#include "server/cli/recorder.hpp"

namespace talar::cli {

struct Founding {
  std::vector<std::string> notes;  // what could not be done as the file says, for the operator
  std::int64_t votes = 0;
};

/// Pure but for `hall`. Throws std::runtime_error when the rules refuse a step.
Founding found(Recorder& hall, const Chamber& chamber, const std::vector<NewMember>& members, Instant now);

}  // namespace talar::cli
