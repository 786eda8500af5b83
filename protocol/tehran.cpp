#include "protocol/tehran.hpp"

#include <chrono>

#include "protocol/time_text.hpp"

namespace talar::tehran {

namespace {

namespace chrono = std::chrono;

constexpr std::size_t whole_seconds = 19;  // "2023-12-28T09:00:00"

}  // namespace

Date day_of(Instant at) {
  const chrono::sys_time<chrono::milliseconds> time{chrono::milliseconds((at + ahead).ms)};
  const chrono::year_month_day day(chrono::floor<chrono::days>(time));
  return {static_cast<int>(day.year()), static_cast<std::int32_t>(static_cast<unsigned>(day.month())),
          static_cast<std::int32_t>(static_cast<unsigned>(day.day()))};
}

Instant start_of(Date day) {
  const chrono::sys_days days(chrono::year(day.year) / chrono::month(static_cast<unsigned>(day.month)) /
                              chrono::day(static_cast<unsigned>(day.day)));
  return Instant{days.time_since_epoch().count() * one_day.ms} + (Millis{} - ahead);
}

std::int64_t minute_of(Instant at) {
  return (at - start_of(day_of(at))).ms / 60'000;
}

std::string text_of(Instant at) {
  return to_text(at + ahead).substr(0, whole_seconds) + "+03:30";
}

}  // namespace talar::tehran
