// Days and hours as clocks in Tehran show them, for formats that machines read: Gregorian, with the offset.
#pragma once

#include <string>

#include "protocol/values.hpp"

namespace talar::exports {

/// The same the whole year since 2022; earlier summers are given in it, too.
inline constexpr Millis tehran_offset{210 * 60'000};

Date tehran_day(Instant at);
/// Since midnight there.
std::int64_t tehran_minute(Instant at);
/// "2023-12-28T09:00:00+03:30": RFC 3339 without fractions, which Popolo does not take.
std::string tehran_text(Instant at);

}  // namespace talar::exports
