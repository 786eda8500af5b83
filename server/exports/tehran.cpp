#include "server/exports/tehran.hpp"

#include <fmt/format.h>

#include <chrono>

namespace talar::exports {

using namespace std::chrono;

Date tehran_day(Instant at) {
  const year_month_day day(floor<days>(sys_time<milliseconds>(milliseconds(at.ms + tehran_offset.ms))));
  return {static_cast<int>(day.year()), static_cast<std::int32_t>(static_cast<unsigned>(day.month())),
          static_cast<std::int32_t>(static_cast<unsigned>(day.day()))};
}

std::int64_t tehran_minute(Instant at) {
  const sys_time<milliseconds> time(milliseconds(at.ms + tehran_offset.ms));
  return floor<minutes>(time - floor<days>(time)).count();
}

std::string tehran_text(Instant at) {
  const Date day = tehran_day(at);
  const sys_time<milliseconds> time(milliseconds(at.ms + tehran_offset.ms));
  const hh_mm_ss clock(floor<seconds>(time - floor<days>(time)));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+03:30", day.year, day.month, day.day, clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace talar::exports
