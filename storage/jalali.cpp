#include "storage/jalali.hpp"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <memory>
#include <stdexcept>

namespace talar::storage {

namespace {

void must(UErrorCode error) {
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no Persian calendar");
}

std::unique_ptr<icu::Calendar> make_calendar() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone(u"GMT+03:30"), "fa_IR@calendar=persian", error));
  must(error);
  return calendar;
}

icu::Calendar& calendar() {
  thread_local const std::unique_ptr<icu::Calendar> calendar = make_calendar();
  return *calendar;
}

}  // namespace

JalaliMonth jalali_month(Instant at) {
  UErrorCode error = U_ZERO_ERROR;
  calendar().setTime(static_cast<UDate>(at.ms), error);
  const JalaliMonth month{calendar().get(UCAL_EXTENDED_YEAR, error), calendar().get(UCAL_MONTH, error) + 1};
  must(error);
  return month;
}

Instant start_of_jalali_year(std::int64_t year) {
  UErrorCode error = U_ZERO_ERROR;
  calendar().clear();
  calendar().set(UCAL_EXTENDED_YEAR, static_cast<int32_t>(year));
  calendar().set(UCAL_MONTH, 0);
  calendar().set(UCAL_DAY_OF_MONTH, 1);
  const Instant start{static_cast<std::int64_t>(calendar().getTime(error))};
  must(error);
  return start;
}

}  // namespace talar::storage
