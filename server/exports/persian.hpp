// Numbers and days in Persian words, as the screens write them (client-web/src/i18n/numbering.ts, dates.ts).
#pragma once

#include <string>

#include "protocol/values.hpp"

namespace talar::exports {

/// نخستین، دومین، سی‌امین، دویست و چهاردهمین; in digits from a million on.
std::string persian_ordinal(std::int64_t number);
/// «پنجشنبه ۷ دی ۱۴۰۲», the day it is in Tehran.
std::string jalali_day(Instant at);

}  // namespace talar::exports
