#include "server/hall/verdict.hpp"

#include <gtest/gtest.h>

namespace talar::hall {
namespace {

using enum Comparison;
using enum MajorityKind;

TEST(Verdict, VOT_13_each_base_counts_its_own) {
  const Tally tally{5, 3, 2, 4};
  const Heads heads{12, 14, 21};
  const auto base_count = [&](Base base) { return verdict({base, {absolute, {}}}, tally, heads).base_count; };
  EXPECT_EQ(base_count(Base::valid), 8);
  EXPECT_EQ(base_count(Base::cast), 10);
  EXPECT_EQ(base_count(Base::present), 12);
  EXPECT_EQ(base_count(Base::entitled), 14);
  EXPECT_EQ(base_count(Base::members), 21);
}

/// needed is the smallest number whose share is reached: compared without any division.
TEST(Verdict, VOT_15_needed_is_exact_for_every_share_up_to_twelfths) {
  for (std::int64_t whole = 1; whole <= 60; ++whole) {
    for (std::int64_t denominator = 1; denominator <= 12; ++denominator) {
      for (std::int64_t numerator = 1; numerator <= denominator; ++numerator) {
        const std::int64_t least = needed_of({numerator, denominator, at_least}, whole);
        EXPECT_GE(least * denominator, whole * numerator);
        EXPECT_LT((least - 1) * denominator, whole * numerator);
        const std::int64_t more = needed_of({numerator, denominator, more_than}, whole);
        EXPECT_GT(more * denominator, whole * numerator);
        EXPECT_LE((more - 1) * denominator, whole * numerator);
      }
    }
  }
}

TEST(Verdict, MTG_5_the_usual_quorums_of_a_chamber) {
  EXPECT_EQ(needed_of({1, 2, more_than}, 21), 11);
  EXPECT_EQ(needed_of({1, 2, more_than}, 20), 11);
  EXPECT_EQ(needed_of({2, 3, at_least}, 21), 14);
  EXPECT_EQ(needed_of({2, 3, at_least}, 11), 8);  // Rasht's council: 11 members, 8 needed
  EXPECT_EQ(needed_of({2, 3, at_least}, 9), 6);
  EXPECT_EQ(needed_of({1, 1000, at_least}, 3), 1);
  EXPECT_EQ(needed_of({1, 2, at_least}, 0), 1);
}

}  // namespace
}  // namespace talar::hall
