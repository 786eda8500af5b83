// Its own file, because ICU's headers are long.
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <memory>
#include <stdexcept>

#include "server/cli/chamber.hpp"

namespace talar::cli {

Instant next_meeting(const Schedule& schedule, Instant now) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(schedule.timezone)));
  if (*zone == icu::TimeZone::getUnknown())
    throw std::runtime_error("There is no time zone called \"" + schedule.timezone + "\".");
  icu::GregorianCalendar calendar(zone.release(), error);
  calendar.setTime(static_cast<UDate>(now.ms), error);
  calendar.set(UCAL_HOUR_OF_DAY, schedule.hour);
  calendar.set(UCAL_MINUTE, schedule.minute);
  calendar.set(UCAL_SECOND, 0);
  calendar.set(UCAL_MILLISECOND, 0);
  const auto is_it = [&] {
    return calendar.get(UCAL_DAY_OF_WEEK, error) == schedule.weekday + 1 &&
           calendar.getTime(error) > static_cast<UDate>(now.ms);
  };
  while (U_SUCCESS(error) && !is_it()) calendar.add(UCAL_DATE, 1, error);
  const UDate at = calendar.getTime(error);
  if (U_FAILURE(error)) throw std::runtime_error("Cannot reckon the next meeting's time.");
  return {static_cast<std::int64_t>(at)};
}

}  // namespace talar::cli
