#include "server/hall/verdict.hpp"

#include <gtest/gtest.h>

#include <ostream>

#include "protocol/words.hpp"

namespace talar::hall {
namespace {

using enum Outcome;
using enum Comparison;
using enum MajorityKind;

/// One worked example. `heads` is the present, entitled or member count, whichever the base asks for.
struct Example {
  Base base;
  Majority majority;
  Tally tally;
  std::int64_t heads;
  std::int64_t base_count;
  std::int64_t needed;
  Outcome outcome;
};

std::ostream& operator<<(std::ostream& out, const Example& e) {
  out << word(e.majority.kind);
  if (e.majority.fraction) out << ' ' << e.majority.fraction->numerator << '/' << e.majority.fraction->denominator;
  return out << " of " << word(e.base) << ": " << e.tally.approve << " for, " << e.tally.against << " against, "
             << e.tally.abstain << " abstained, " << e.tally.not_cast << " not cast, heads " << e.heads;
}

Majority share(std::int64_t numerator, std::int64_t denominator, Comparison comparison) {
  return {fraction, Fraction{numerator, denominator, comparison}};
}

class Worked : public testing::TestWithParam<Example> {
 protected:
  void prove() const {
    const Example& e = GetParam();
    const Heads heads{e.heads, e.heads, e.heads};
    EXPECT_EQ(verdict({e.base, e.majority}, e.tally, heads), (VoteResult{e.tally, e.base_count, e.needed, e.outcome}));
  }
};

class VerdictSimple : public Worked {};
TEST_P(VerdictSimple, VOT_14_more_for_than_against) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Examples, VerdictSimple,
                         testing::Values(Example{Base::valid, {simple, {}}, {5, 4, 0, 0}, 0, 9, 5, adopted},
                                         Example{Base::valid, {simple, {}}, {4, 5, 0, 0}, 0, 9, 6, rejected},
                                         Example{Base::valid, {simple, {}}, {4, 4, 0, 0}, 0, 8, 5, tied},
                                         Example{Base::valid, {simple, {}}, {4, 4, 9, 0}, 0, 8, 5, tied},
                                         Example{Base::valid, {simple, {}}, {1, 0, 20, 0}, 0, 1, 1, adopted},
                                         Example{Base::valid, {simple, {}}, {0, 1, 20, 0}, 0, 1, 2, rejected},
                                         Example{Base::valid, {simple, {}}, {0, 0, 20, 0}, 0, 0, 1, rejected},
                                         Example{Base::cast, {simple, {}}, {3, 2, 4, 0}, 0, 9, 3, adopted},
                                         Example{Base::cast, {simple, {}}, {0, 0, 4, 0}, 0, 4, 1, rejected},
                                         Example{Base::entitled, {simple, {}}, {2, 1, 0, 18}, 21, 21, 2, adopted},
                                         Example{Base::members, {simple, {}}, {1, 1, 0, 19}, 21, 21, 2, tied}));

class VerdictAbsolute : public Worked {};
TEST_P(VerdictAbsolute, VOT_15_more_than_half) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Examples, VerdictAbsolute,
                         testing::Values(Example{Base::valid, {absolute, {}}, {5, 4, 0, 0}, 0, 9, 5, adopted},
                                         Example{Base::valid, {absolute, {}}, {4, 4, 0, 0}, 0, 8, 5, rejected},
                                         Example{Base::valid, {absolute, {}}, {5, 3, 0, 0}, 0, 8, 5, adopted},
                                         Example{Base::cast, {absolute, {}}, {5, 3, 2, 0}, 0, 10, 6, rejected},
                                         Example{Base::cast, {absolute, {}}, {6, 2, 2, 0}, 0, 10, 6, adopted},
                                         Example{Base::present, {absolute, {}}, {7, 0, 0, 6}, 13, 13, 7, adopted},
                                         Example{Base::present, {absolute, {}}, {6, 0, 0, 7}, 13, 13, 7, rejected},
                                         Example{Base::entitled, {absolute, {}}, {10, 0, 0, 11}, 21, 21, 11, rejected},
                                         Example{Base::members, {absolute, {}}, {11, 0, 0, 0}, 21, 21, 11, adopted},
                                         Example{Base::valid, {absolute, {}}, {1, 0, 0, 0}, 0, 1, 1, adopted},
                                         Example{Base::valid, {absolute, {}}, {1, 1, 0, 0}, 0, 2, 2, rejected}));

class VerdictShare : public Worked {};
TEST_P(VerdictShare, VOT_15_exact_shares) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(
    Examples, VerdictShare,
    testing::Values(Example{Base::valid, {two_thirds, {}}, {6, 3, 0, 0}, 0, 9, 6, adopted},  // two thirds of 9 is 6
                    Example{Base::valid, {two_thirds, {}}, {5, 4, 0, 0}, 0, 9, 6, rejected},
                    Example{Base::valid, {two_thirds, {}}, {7, 3, 0, 0}, 0, 10, 7, adopted},
                    Example{Base::valid, {two_thirds, {}}, {6, 4, 0, 0}, 0, 10, 7, rejected},
                    Example{Base::valid, {two_thirds, {}}, {2, 1, 0, 0}, 0, 3, 2, adopted},
                    Example{Base::valid, {two_thirds, {}}, {1, 1, 0, 0}, 0, 2, 2, rejected},
                    Example{Base::valid, {two_thirds, {}}, {1, 0, 0, 0}, 0, 1, 1, adopted},
                    Example{Base::cast, {two_thirds, {}}, {6, 2, 1, 0}, 0, 9, 6, adopted},
                    Example{Base::cast, {two_thirds, {}}, {6, 1, 3, 0}, 0, 10, 7, rejected},
                    Example{Base::members, {two_thirds, {}}, {14, 0, 0, 0}, 21, 21, 14, adopted},
                    Example{Base::members, {two_thirds, {}}, {13, 0, 0, 0}, 21, 21, 14, rejected},
                    Example{Base::valid, {two_thirds, {}}, {200, 100, 0, 0}, 0, 300, 200, adopted},
                    Example{Base::valid, {two_thirds, {}}, {333, 167, 0, 0}, 0, 500, 334, rejected},
                    Example{Base::valid, {three_quarters, {}}, {6, 2, 0, 0}, 0, 8, 6, adopted},
                    Example{Base::valid, {three_quarters, {}}, {6, 3, 0, 0}, 0, 9, 7, rejected},
                    Example{Base::valid, {three_quarters, {}}, {3, 1, 0, 0}, 0, 4, 3, adopted},
                    Example{Base::present, {three_quarters, {}}, {9, 3, 1, 0}, 13, 13, 10, rejected},
                    Example{Base::valid, share(4, 5, at_least), {8, 2, 0, 0}, 0, 10, 8, adopted},
                    Example{Base::valid, share(4, 5, at_least), {8, 3, 0, 0}, 0, 11, 9, rejected},
                    Example{Base::valid, share(1, 2, at_least), {4, 4, 0, 0}, 0, 8, 4, adopted},
                    Example{Base::valid, share(1, 2, more_than), {4, 4, 0, 0}, 0, 8, 5, rejected},
                    Example{Base::valid, share(2, 3, more_than), {6, 3, 0, 0}, 0, 9, 7, rejected},
                    Example{Base::valid, share(2, 3, more_than), {7, 2, 0, 0}, 0, 9, 7, adopted},
                    Example{Base::cast, share(1, 1, at_least), {9, 0, 0, 2}, 0, 9, 9, adopted},
                    Example{Base::cast, share(1, 1, at_least), {9, 0, 1, 0}, 0, 10, 10, rejected},
                    Example{Base::entitled, share(8, 11, at_least), {8, 3, 0, 0}, 11, 11, 8, adopted},
                    Example{Base::valid, share(999, 1000, at_least), {499, 1, 0, 0}, 0, 500, 500, rejected}));

class VerdictOfNothing : public Worked {};
TEST_P(VerdictOfNothing, VOT_16_nothing_is_adopted_of_an_empty_base) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Examples, VerdictOfNothing,
                         testing::Values(Example{Base::valid, {simple, {}}, {0, 0, 0, 9}, 0, 0, 1, rejected},
                                         Example{Base::valid, {absolute, {}}, {0, 0, 9, 0}, 0, 0, 1, rejected},
                                         Example{Base::cast, {two_thirds, {}}, {0, 0, 0, 9}, 0, 0, 1, rejected},
                                         Example{Base::present, share(1, 2, at_least), {3, 0, 0, 0}, 0, 0, 1, rejected},
                                         Example{Base::present, {simple, {}}, {3, 0, 0, 0}, 0, 0, 1, rejected}));

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
