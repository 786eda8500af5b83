#include "server/hall/calendar.hpp"

#include "protocol/tehran.hpp"

namespace talar::hall {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t week = 7;
constexpr std::int64_t weekday_of_1970 = 5;  // 1970-01-01 was a Thursday

}  // namespace

// Moments begin with 1970 (protocol P-8): nothing here is negative.
std::int64_t weekday(Instant at) {
  return ((at + tehran::ahead).ms / tehran::one_day.ms + weekday_of_1970) % week;
}

Instant next_start(const Schedule& schedule, Instant after) {
  const std::int64_t wait = (schedule.weekday - weekday(after) + week) % week;
  const Instant today = tehran::start_of(tehran::day_of(after));
  const Instant start = today + Millis{wait * tehran::one_day.ms + schedule.minute * minute_ms};
  return start > after ? start : start + Millis{week * tehran::one_day.ms};
}

}  // namespace talar::hall
