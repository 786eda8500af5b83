#include "server/exports/persian.hpp"

#include <gtest/gtest.h>

namespace talar::exports {
namespace {

TEST(Persian, counts_meetings_in_words_as_the_screens_do) {
  EXPECT_EQ(persian_ordinal(1), "نخستین");
  EXPECT_EQ(persian_ordinal(2), "دومین");
  EXPECT_EQ(persian_ordinal(3), "سومین");
  EXPECT_EQ(persian_ordinal(10), "دهمین");
  EXPECT_EQ(persian_ordinal(21), "بیست و یکمین");
  EXPECT_EQ(persian_ordinal(23), "بیست و سومین");
  EXPECT_EQ(persian_ordinal(30), "سی\u200cامین");
  EXPECT_EQ(persian_ordinal(100), "صدمین");
  EXPECT_EQ(persian_ordinal(214), "دویست و چهاردهمین");
  EXPECT_EQ(persian_ordinal(1'000), "هزارمین");
  EXPECT_EQ(persian_ordinal(2'318), "دو هزار و سیصد و هجدهمین");
  EXPECT_EQ(persian_ordinal(1'000'000), "۱۰۰۰۰۰۰");
}

TEST(Persian, names_the_day_that_it_is_in_tehran) {
  EXPECT_EQ(jalali_day({1'703'741'400'000}), "پنجشنبه ۷ دی ۱۴۰۲");                // 2023-12-28T05:30Z
  EXPECT_EQ(jalali_day({1'703'741'400'000 + 15 * 3'600'000}), "جمعه ۸ دی ۱۴۰۲");  // past midnight there
  EXPECT_EQ(jalali_day({1'742'423'400'000}), "پنجشنبه ۳۰ اسفند ۱۴۰۳");            // a leap year's last day
}

}  // namespace
}  // namespace talar::exports
