#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

const VoteForm hands = of(VoteKind::motion, VoteMode::show_of_hands);

HandCount counted(std::int64_t for_it, std::int64_t against_it, std::int64_t abstaining = 0,
                  std::optional<Choice> chair = {}) {
  return {for_it, against_it, abstaining, chair};
}

Story closed_with(const HandCount& count, const VoteRule& rule = {}) {
  const auto scene = given(voting(hands, {}, rule), HandsCounted{meeting, ballot, count});
  const Context chair{.kind = Context::Kind::person, .person = mayor, .now = nine_o_clock, .seed = 1};
  return voting(hands, {}, rule) + Story{HandsCounted{meeting, ballot, count}} +
         decide(scene.state(), chair, CloseVote{ballot}).value();
}

CountCorrected corrected(const HandCount& count, const VoteResult& result) {
  return {meeting, report, ballot, count, "اشتباه در ثبت", at_quorum(result)};
}

TEST(Hands, VOT_42_the_desk_counts_until_it_is_right) {
  auto scene = given(voting(hands));
  scene.when(clerk, RecordCount{ballot, counted(3, 1)}).then({HandsCounted{meeting, ballot, counted(3, 1)}});
  scene.does(clerk, RecordCount{ballot, counted(3, 1)});
  scene.when(clerk, RecordCount{ballot, counted(3, 1)}).then(RefusalCode::same_choice, "count");
  scene.when(mayor, RecordCount{ballot, counted(2, 1)}).then({HandsCounted{meeting, ballot, counted(2, 1)}});
  scene.when(mayor, CloseVote{ballot})
      .then(
          {VoteClosed{meeting, report, ballot, CloseCause::chair, at_quorum({{3, 1, 0, 0}, 4, 2, Outcome::adopted})}});
}

TEST(Hands, VOT_42_no_more_hands_than_voters) {
  given(voting(hands))
      .when(clerk, RecordCount{ballot, counted(3, 1, 1)})
      .then(RefusalCode::too_many_counted, Args{{"max", "4"}});
}

TEST(Hands, VOT_42_the_chair_is_on_a_side_with_a_hand_up) {
  const auto scene = given(voting(hands));
  scene.when(clerk, RecordCount{ballot, counted(1, 0, 0, against)}).then(RefusalCode::out_of_bounds, "count.chair");
  scene.when(clerk, RecordCount{ballot, counted(1, 1, 0, against)})
      .then({HandsCounted{meeting, ballot, counted(1, 1, 0, against)}});
  given(discussing(), VotePrepared{meeting, report, ballot, question(hands)}, opened_to({vice, ann}))
      .when(clerk, RecordCount{ballot, counted(1, 1, 0, against)})
      .then(RefusalCode::not_entitled, "count.chair");
}

TEST(Hands, VOT_43_a_correction_puts_no_chair_without_a_vote_on_a_side) {
  auto scene = given(discussing(), VotePrepared{meeting, report, ballot, question(hands)}, opened_to({vice, ann}));
  scene.does(clerk, RecordCount{ballot, counted(1, 0)}).does(mayor, CloseVote{ballot});
  scene.when(clerk, CorrectCount{ballot, counted(1, 1, 0, approve), "اشتباه"})
      .then(RefusalCode::not_entitled, "count.chair");
}

TEST(Hands, VOT_42_it_closes_once_it_is_counted) {
  given(voting(hands)).when(mayor, CloseVote{ballot}).then(RefusalCode::not_counted);
}

TEST(Hands, VOT_8_no_clock_runs_while_hands_are_up) {
  auto scene = given(discussing(), VotePrepared{meeting, report, ballot, question(hands, 60)});
  scene.when(mayor, OpenVote{ballot}).then({opened(hands)});
}

TEST(Hands, VOT_24_the_chairs_hand_decides_a_tie) {
  VotingRules casting;
  casting.casting_vote = true;
  auto scene = given(voting(hands, casting));
  scene.does(clerk, RecordCount{ballot, counted(2, 2, 0, approve)}).does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.current().votes.at(ballot).result->outcome, Outcome::adopted);
}

TEST(Hands, VOT_11_the_count_is_the_desks_until_closing) {
  auto scene = given(voting(hands), HandsCounted{meeting, ballot, counted(3, 1)});
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).hands, counted(3, 1));
  for (const Audience audience : {Audience::member, Audience::display, Audience::public_}) {
    EXPECT_EQ(scene.seen_by(audience).votes.at(ballot).hands, std::nullopt);
    EXPECT_EQ(scene.seen_by(audience).votes.at(ballot).cast, 0);
  }
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).hands, counted(3, 1));
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).cast, 4);
}

TEST(Hands, VOT_43_a_mistake_is_corrected_and_stays_on_record) {
  auto scene = given(closed_with(counted(3, 1)));
  scene.when(clerk, CorrectCount{ballot, counted(1, 3), "اشتباه در ثبت"})
      .then({corrected(counted(1, 3), {{1, 3, 0, 0}, 4, 4, Outcome::rejected})});
  scene.does(clerk, CorrectCount{ballot, counted(1, 3), "اشتباه در ثبت"});
  const VoteView seen = scene.seen_by(Audience::public_).votes.at(ballot);
  ASSERT_EQ(seen.corrections.size(), 1u);
  EXPECT_EQ(seen.corrections[0], (CorrectionView{nine_o_clock, clerk, "اشتباه در ثبت", counted(3, 1)}));
  EXPECT_EQ(seen.hands, counted(1, 3));
  EXPECT_EQ(scene.current().record.entries.rbegin()->second.kind, EntryKind::count_corrected);
  EXPECT_EQ(scene.current().record.entries.rbegin()->second.vote, ballot);
}

TEST(Hands, VOT_43_the_threshold_is_taken_of_the_figures_at_closing) {
  const VoteRule of_present{Base::present, {MajorityKind::absolute, {}}};
  auto scene =
      given(closed_with(counted(2, 2), of_present), MemberDeparted{meeting, vice}, MemberDeparted{meeting, ann});
  scene.when(clerk, CorrectCount{ballot, counted(2, 1), "اشتباه در ثبت"})
      .then({corrected(counted(2, 1), {{2, 1, 0, 1}, 4, 3, Outcome::rejected})});
}

TEST(Hands, VOT_43_only_what_is_closed_and_was_wrong_is_corrected) {
  given(voting(hands), HandsCounted{meeting, ballot, counted(1, 0)})
      .when(clerk, CorrectCount{ballot, counted(1, 3), "اشتباه"})
      .then(RefusalCode::wrong_vote_state, Args{{"state", "open"}});
  const auto scene = given(closed_with(counted(3, 1)));
  scene.when(clerk, CorrectCount{ballot, counted(3, 1), "اشتباه"}).then(RefusalCode::same_choice, "count");
  scene.when(clerk, CorrectCount{ballot, counted(3, 2), "اشتباه"}).then(RefusalCode::too_many_counted, "count");
  auto by_name = given(voting());
  by_name.does(mayor, CloseVote{ballot});
  by_name.when(clerk, CorrectCount{ballot, counted(3, 1), "اشتباه"}).then(RefusalCode::wrong_vote_mode);
}

TEST(Hands, VOT_43_twenty_corrections_are_enough) {
  auto scene = given(closed_with(counted(3, 1)));
  for (std::size_t n = 0; n < limits::corrections_per_vote; ++n) {
    scene.does(clerk, CorrectCount{ballot, counted(static_cast<std::int64_t>(n % 2), 2), "اشتباه"});
  }
  scene.when(clerk, CorrectCount{ballot, counted(4, 0), "اشتباه"})
      .then(RefusalCode::too_many_corrections, Args{{"max", "20"}});
}

TEST(Hands, VOT_43_also_after_the_meeting_until_the_minutes_are_frozen) {
  auto scene = given(closed_with(counted(3, 1)));
  scene.does(mayor, CloseMeeting{});
  scene.when(clerk, CorrectCount{ballot, counted(1, 3), "اشتباه در ثبت"})
      .then({corrected(counted(1, 3), {{1, 3, 0, 0}, 4, 4, Outcome::rejected})});
}

TEST(Hands, VOT_48_what_has_been_built_upon_stays_adopted) {
  ResolutionContent resolution = resolution_of("مصوبه");
  resolution.vote = ballot;
  const auto scene = given(closed_with(counted(3, 1)), ResolutionAdopted{meeting, report, decree, 1, resolution});
  scene.when(clerk, CorrectCount{ballot, counted(1, 3), "اشتباه در ثبت"}).then(RefusalCode::vote_in_use, "count");
  scene.when(clerk, CorrectCount{ballot, counted(4, 0), "اشتباه در ثبت"})
      .then({corrected(counted(4, 0), {{4, 0, 0, 0}, 4, 1, Outcome::adopted})});
}

TEST(Hands, AGD_22_a_correction_that_adopts_a_block_ends_its_parts) {
  ItemContent block = content("چشم‌انداز شهر");
  block.kind = ItemKind::consent;
  auto scene =
      given(discussing(plan), ItemEdited{meeting, plan, block}, VotePrepared{meeting, plan, ballot, question(hands)},
            opened_to({mayor, vice, ann, cyrus}, plan), HandsCounted{meeting, ballot, counted(1, 3)});
  scene.does(mayor, CloseVote{ballot}).does(clerk, CorrectCount{ballot, counted(3, 1), "اشتباه"});
  EXPECT_EQ(scene.current().items.at(roads).decided_by, ballot);
  scene.when(clerk, CorrectCount{ballot, counted(1, 3), "اشتباه"}).then(RefusalCode::vote_in_use, "count");
}

}  // namespace
}  // namespace talar::hall
