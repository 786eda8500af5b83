// Days of the hall: Tehran has been three and a half hours ahead of UTC, summer and winter, since 2022.
#pragma once

#include "protocol/time_text.hpp"

namespace talar::storage {

inline constexpr Millis tehran_ahead{210 * 60'000};

inline Date day_in_tehran(Instant at) {
  return *parse_date(to_text(at + tehran_ahead).substr(0, 10));
}
/// When the day begins.
inline Instant start_of(Date day) {
  return *parse_instant(to_text(day) + "T00:00:00+03:30");
}

}  // namespace talar::storage
