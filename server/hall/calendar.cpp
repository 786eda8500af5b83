#include "server/hall/calendar.hpp"

namespace talar::hall {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t week = 7;
constexpr std::int64_t weekday_of_1970 = 5;  // 1970-01-01 was a Thursday

}  // namespace

// Moments begin with 1970 (protocol P-8): nothing here is negative.
std::int64_t local_day(Instant at) {
  return (at + tehran_ahead).ms / day_ms;
}

std::int64_t weekday(std::int64_t local_day) {
  return (local_day + weekday_of_1970) % week;
}

Instant moment(std::int64_t local_day, std::int64_t minute) {
  return Instant{local_day * day_ms + minute * minute_ms} + (Millis{} - tehran_ahead);
}

Instant next_start(const Schedule& schedule, Instant after) {
  const std::int64_t today = local_day(after);
  const std::int64_t wait = (schedule.weekday - weekday(today) + week) % week;
  const Instant start = moment(today + wait, schedule.minute);
  return start > after ? start : start + Millis{week * day_ms};
}

}  // namespace talar::hall
