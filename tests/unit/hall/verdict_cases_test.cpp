// Every case of verdict_cases.csv, under the number of its rule.
#include <algorithm>
#include <set>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/hall/election.hpp"
#include "server/hall/paper.hpp"
#include "tests/unit/hall/verdict_cases.hpp"

namespace talar::hall {
namespace {

HandCount hands_of(const WorkedCase& worked) {
  const auto how_many = [&](Choice choice) {
    return std::ranges::count_if(worked.ballots, [&](const Counted& c) { return c.ballot.choice == choice; });
  };
  return {how_many(Choice::approve), how_many(Choice::against), how_many(Choice::abstain), worked.chair};
}

VoteResult counted(const WorkedCase& worked) {
  if (worked.objected) return objected(worked.heads);
  if (worked.content.form->kind == VoteKind::consent) return unopposed(worked.rules, worked.heads, worked.quorum);
  if (worked.by_hand) {
    return count_hands(worked.content, worked.rules, hands_of(worked), worked.heads, worked.quorum);
  }
  return count(worked.content, worked.rules, worked.ballots, worked.heads, worked.chair, worked.quorum);
}

/// "1:2-3 marks=1": one seat for the second and the third, with one mark each.
std::string runoff_of(const WorkedCase& worked, const VoteResult& result) {
  const auto next = runoff(worked.content, result);
  if (!next) return "-";
  std::string text = std::to_string(*next->seats) + ':';
  for (const VoteOption& option : next->options) text += (text.back() == ':' ? "" : "-") + option.title.value;
  return next->marks ? text + " marks=" + std::to_string(*next->marks) : text;
}

class Cases : public testing::TestWithParam<WorkedCase> {
 protected:
  void prove() const {
    const WorkedCase& worked = GetParam();
    EXPECT_EQ(malformed(worked.content), std::nullopt);
    for (const Counted& c : worked.ballots) EXPECT_EQ(malformed(*worked.content.form, c.ballot), std::nullopt);
    const VoteResult result = counted(worked);
    EXPECT_EQ(to_json_text(result), to_json_text(worked.expected));
    EXPECT_EQ(runoff_of(worked, result), worked.runoff);
  }
};

class Simple : public Cases {};
TEST_P(Simple, VOT_14_more_for_than_against) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Simple, testing::ValuesIn(worked_cases("VOT-14")), line_of);

class Share : public Cases {};
TEST_P(Share, VOT_15_exact_shares) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Share, testing::ValuesIn(worked_cases("VOT-15")), line_of);

class Nothing : public Cases {};
TEST_P(Nothing, VOT_16_nothing_is_adopted_of_an_empty_base) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Nothing, testing::ValuesIn(worked_cases("VOT-16")), line_of);

class Weights : public Cases {};
TEST_P(Weights, VOT_22_a_ballot_counts_as_many_votes_as_its_voter_has) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Weights, testing::ValuesIn(worked_cases("VOT-22")), line_of);

class WithoutQuorum : public Cases {};
TEST_P(WithoutQuorum, VOT_23_nothing_is_decided_without_the_quorum) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, WithoutQuorum, testing::ValuesIn(worked_cases("VOT-23")), line_of);

class CastingVote : public Cases {};
TEST_P(CastingVote, VOT_24_the_side_of_the_chair_wins_a_tie) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, CastingVote, testing::ValuesIn(worked_cases("VOT-24")), line_of);

class Hands : public Cases {};
TEST_P(Hands, VOT_25_hands_are_counted_like_ballots) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Hands, testing::ValuesIn(worked_cases("VOT-25")), line_of);

class Consents : public Cases {};
TEST_P(Consents, VOT_26_adopted_unless_somebody_objects) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Consents, testing::ValuesIn(worked_cases("VOT-26")), line_of);

class Threshold : public Cases {};
TEST_P(Threshold, VOT_27_what_a_candidate_needs) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Threshold, testing::ValuesIn(worked_cases("VOT-27")), line_of);

class Seats : public Cases {};
TEST_P(Seats, VOT_28_a_tie_for_the_last_seats_elects_none_of_the_tied) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Seats, testing::ValuesIn(worked_cases("VOT-28")), line_of);

class Complete : public Cases {};
TEST_P(Complete, VOT_29_complete_when_every_seat_is_filled) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Complete, testing::ValuesIn(worked_cases("VOT-29")), line_of);

class Runoff : public Cases {};
TEST_P(Runoff, VOT_30_who_stands_again) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Runoff, testing::ValuesIn(worked_cases("VOT-30")), line_of);

class Pairs : public Cases {};
TEST_P(Pairs, VOT_31_each_option_against_each) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Pairs, testing::ValuesIn(worked_cases("VOT-31")), line_of);

class Schulze : public Cases {};
TEST_P(Schulze, VOT_32_the_stronger_path_wins) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Schulze, testing::ValuesIn(worked_cases("VOT-32")), line_of);

class Borda : public Cases {};
TEST_P(Borda, VOT_33_a_point_for_every_option_behind) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Borda, testing::ValuesIn(worked_cases("VOT-33")), line_of);

class Sums : public Cases {};
TEST_P(Sums, VOT_34_points_are_summed_up) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Sums, testing::ValuesIn(worked_cases("VOT-34")), line_of);

class Places : public Cases {};
TEST_P(Places, VOT_35_equal_ones_share_their_place) {
  prove();
}
INSTANTIATE_TEST_SUITE_P(Worked, Places, testing::ValuesIn(worked_cases("VOT-35")), line_of);

TEST(Table, VOT_15_there_are_many_and_each_is_run) {
  const std::set<std::string> run{"VOT-14", "VOT-15", "VOT-16", "VOT-22", "VOT-23", "VOT-24",
                                  "VOT-25", "VOT-26", "VOT-27", "VOT-28", "VOT-29", "VOT-30",
                                  "VOT-31", "VOT-32", "VOT-33", "VOT-34", "VOT-35"};
  const auto cases = worked_cases();
  EXPECT_GE(cases.size(), 150u);
  for (const WorkedCase& worked : cases) EXPECT_TRUE(run.contains(worked.rule)) << worked;
}

}  // namespace
}  // namespace talar::hall
