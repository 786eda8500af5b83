// The days and hours of the hall's place, from moments alone.
#pragma once

#include "protocol/charter.hpp"

namespace talar::hall {

/// Asia/Tehran is as far ahead of UTC all year round, since 2022.
inline constexpr Millis tehran_ahead{12'600'000};

/// Days since 1970-01-01 in Tehran.
std::int64_t local_day(Instant at);
/// 0: Saturday.
std::int64_t weekday(std::int64_t local_day);
/// `minute` counts from local midnight.
Instant moment(std::int64_t local_day, std::int64_t minute);
/// The first meeting of the schedule that begins later than this.
Instant next_start(const Schedule& schedule, Instant after);

}  // namespace talar::hall
