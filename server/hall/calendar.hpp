// When a hall meets by its schedule.
#pragma once

#include "protocol/charter.hpp"

namespace talar::hall {

/// Of the day that it is in Tehran. 0: Saturday.
std::int64_t weekday(Instant at);
/// The first meeting of the schedule that begins later than this.
Instant next_start(const Schedule& schedule, Instant after);

}  // namespace talar::hall
