// Days and hours as clocks in Tehran show them: three and a half hours ahead of UTC, summer and winter, since 2022.
// Earlier summers are told in the same time.
#pragma once

#include <string>

#include "protocol/values.hpp"

namespace talar::tehran {

inline constexpr Millis ahead{210 * 60'000};
inline constexpr std::int64_t day_minutes = 1'440;
inline constexpr Millis one_day{day_minutes * 60'000};

Date day_of(Instant at);
/// When the day begins.
Instant start_of(Date day);
/// Since midnight.
std::int64_t minute_of(Instant at);
/// "2023-12-28T09:00:00+03:30": RFC 3339 without fractions, which Popolo does not take.
std::string text_of(Instant at);

}  // namespace talar::tehran
