// Years and months of the Iranian calendar, as days are counted in Tehran.
#pragma once

#include "protocol/values.hpp"

namespace talar::storage {

struct JalaliMonth {
  std::int64_t year = 0;
  std::int64_t month = 1;  // 1 to 12
  auto operator<=>(const JalaliMonth&) const = default;
};

JalaliMonth jalali_month(Instant at);
/// When the first day of the year begins.
Instant start_of_jalali_year(std::int64_t year);

}  // namespace talar::storage
