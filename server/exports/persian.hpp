// Numbers and days in Persian words, as the screens write them (client-web/src/i18n/numbering.ts, dates.ts).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/values.hpp"

namespace talar::exports {

/// نخستین، دومین، سی‌امین، دویست و چهاردهمین; in digits from a million on.
std::string persian_ordinal(std::int64_t number);
/// ۱۲, −۳.
std::string digits(std::int64_t number);
/// Every ASCII digit of a text in its Persian form.
std::string digits(std::string_view text);
/// «پنجشنبه ۷ دی ۱۴۰۲», the day it is in Tehran.
std::string jalali_day(Instant at);
/// «۱۴۰۲/۱۰/۰۷».
std::string jalali_date(Instant at);
std::string jalali_date(const Date& day);
/// ۱۴۰۲, in Persian digits.
std::string jalali_year(Instant at);
/// Hour and minute in Tehran: ۹:۰۵, ۱۸:۳۰.
std::string hour(Instant at);
/// «۲ دقیقه و ۳۰ ثانیه», «۱ ساعت و ۵ دقیقه»: seconds are left out from an hour on.
std::string duration(Millis length);
/// {3, 2, 1} is «۳ ب ۱»: a hyphen's order would be read both ways.
std::string item_number(const std::vector<std::int64_t>& number);

}  // namespace talar::exports
