// The working groups of a chamber, and the letters between halls.
#pragma once

#include <variant>

#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

/// GRP-6: dissolved, or its last day has passed.
bool is_over(const Group& group, Instant now);

/// What the other hall is founded with, or asked.
struct Outgoing {
  LetterId letter;
  HallId to;
  std::variant<std::vector<Event>, Command> content;
};
/// Every letter that can be delivered now. One to a hall that another letter founds waits until that one is confirmed.
std::vector<Outgoing> outgoing(const State& state, const HallId& own);

/// For check().
void check_groups(const State& state);

}  // namespace talar::hall
