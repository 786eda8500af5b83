#include "protocol/tehran.hpp"

#include <gtest/gtest.h>

#include "protocol/time_text.hpp"

namespace talar {
namespace {

Instant at(const char* text) {
  return *parse_instant(text);
}

TEST(Tehran, a_day_begins_and_ends_with_midnight_there) {
  EXPECT_EQ(tehran::day_of(at("2023-12-27T20:29:59.999Z")), (Date{2023, 12, 27}));
  EXPECT_EQ(tehran::day_of(at("2023-12-27T20:30:00.000Z")), (Date{2023, 12, 28}));
  EXPECT_EQ(tehran::start_of({2023, 12, 28}), at("2023-12-27T20:30:00.000Z"));
  EXPECT_EQ(tehran::start_of({2024, 2, 29}) + tehran::one_day, tehran::start_of({2024, 3, 1}));
}

TEST(Tehran, it_is_three_and_a_half_hours_ahead_in_summer_too) {
  EXPECT_EQ(tehran::minute_of(at("2024-01-04T20:30:00.000Z")), 0);
  EXPECT_EQ(tehran::minute_of(at("2024-01-04T20:29:59.999Z")), 1'439);
  EXPECT_EQ(tehran::minute_of(at("2024-07-04T05:30:59.999Z")), 9 * 60);
}

TEST(Tehran, moments_are_told_with_its_offset_and_without_fractions) {
  EXPECT_EQ(tehran::text_of(at("2023-12-28T05:30:00.999Z")), "2023-12-28T09:00:00+03:30");
  EXPECT_EQ(tehran::text_of(at("2023-12-31T21:00:00.000Z")), "2024-01-01T00:30:00+03:30");
}

}  // namespace
}  // namespace talar
