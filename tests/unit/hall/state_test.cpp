#include "protocol/codec.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

/// A meeting with a little of everything in it.
Scene whole_meeting() {
  auto scene = given(convened());
  for (const PersonId person : {mayor, vice, ann, cyrus, guest}) scene.after(seconds(10)).does(person, CheckIn{});
  scene.does(clerk, RecordAbsence{ben, AbsenceKind::excused, "سفر"})
      .does(mayor, OpenMeeting{})
      .does(mayor, ActivateItem{report});
  scene.does(ann, RequestFloor{SpeechKind::speech, {}, {}, Note{"بودجه"}}).after(seconds(20));
  scene.does(mayor, GiveFloorTo{cyrus, SpeechKind::reply}).after(seconds(30)).does(mayor, PauseTurn{});
  scene.happens({VotePrepared{meeting, report, ballot, question(VoteRule{}, 60)}}).does(mayor, OpenVote{ballot});
  scene.does(ann, CastVote{ballot, Choice::approve}).after(seconds(60)).does(server, Tick{});
  scene.does(clerk, WriteMinutes{report, "متن", 0}).does(clerk, AdoptResolution{report, {"متن", ballot, {ann}, {}}});
  scene.does(mayor, ActivateItem{payroll}).after(minutes(3)).does(cyrus, CheckOut{}).does(mayor, CallRecess{5});
  return scene;
}

TEST(StateRules, STA_1_the_events_alone_make_the_state) {
  auto scene = whole_meeting();
  scene.does(mayor, CloseMeeting{}).does(clerk, DraftMeeting{}).does(clerk, PublishMinutes{meeting});
  State again;
  for (const Recorded& recorded : scene.journal()) apply(again, recorded);
  EXPECT_EQ(again, scene.state());
}

TEST(StateRules, STA_1_seq_counts_the_events) {
  const auto scene = whole_meeting();
  EXPECT_EQ(scene.state().seq, static_cast<std::int64_t>(scene.journal().size()));
}

TEST(StateRules, STA_2_the_same_question_has_the_same_answer) {
  const auto scene = given(discussing());
  const Context context{Context::Kind::person, ann, nine_o_clock, 42, true};
  const auto one = decide(scene.state(), context, RequestFloor{});
  const auto two = decide(scene.state(), context, RequestFloor{});
  ASSERT_TRUE(one && two);
  EXPECT_TRUE(equal(one->front(), two->front()));
}

TEST(StateRules, STA_2_another_seed_makes_another_id) {
  const auto scene = given(discussing());
  const Context one{Context::Kind::person, ann, nine_o_clock, 1, true};
  const Context two{Context::Kind::person, ann, nine_o_clock, 2, true};
  EXPECT_FALSE(
      equal(decide(scene.state(), one, RequestFloor{})->front(), decide(scene.state(), two, RequestFloor{})->front()));
}

TEST(StateRules, STA_3_prepared_votes_of_a_draft_are_for_chair_and_staff) {
  const auto scene = given(drafted(), VotePrepared{meeting, plan, ballot, question()});
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.size(), 1u);
  EXPECT_TRUE(scene.seen_by(Audience::member).votes.empty());
}

TEST(StateRules, STA_3_a_draft_beside_the_current_meeting_is_not_seen) {
  const auto scene = given(open_meeting(), MeetingDrafted{next_meeting, {}},
                           ItemAdded{next_meeting, ItemId{900}, {}, 0, content("آینده")});
  EXPECT_EQ(scene.seen_by(Audience::staff).meetings.size(), 2u);
  EXPECT_EQ(scene.seen_by(Audience::member).meetings.size(), 1u);
  EXPECT_FALSE(scene.seen_by(Audience::member).items.contains(ItemId{900}));
}

TEST(StateRules, STA_5_views_that_take_over_what_events_touch_stay_whole) {
  auto scene = whole_meeting();
  scene.does(mayor, CloseMeeting{}).does(clerk, PostMessage{"پایان"}).does(clerk, PublishMinutes{meeting});
  State state;
  apply(state, scene.journal().front());
  std::map<Audience, View> kept;
  for (const auto audience : {Audience::public_, Audience::member, Audience::staff, Audience::display})
    kept[audience] = view(state, audience);
  for (std::size_t i = 1; i < scene.journal().size(); ++i) {
    const Recorded& recorded = scene.journal()[i];
    apply(state, recorded);
    const Parts parts = touched(state, recorded.event);
    for (auto& [audience, seen] : kept) {
      take_over(seen, view(state, audience, parts), parts);
      ASSERT_TRUE(seen == view(state, audience)) << told(recorded.event);
    }
  }
}

TEST(StateRules, STA_5_a_ballot_touches_its_vote_and_its_voter) {
  const BallotCast cast{meeting, ballot, ann, Choice::approve};
  const Parts parts = touched(given(voting(), cast).state(), cast);
  EXPECT_EQ(parts.votes, std::set{ballot});
  EXPECT_EQ(parts.me, std::set{ann});
  EXPECT_TRUE(!parts.everything && !parts.everybody && parts.meetings.empty() && parts.people.empty());
}

TEST(StateRules, STA_5_who_hands_the_chair_over_is_touched_like_who_takes_it) {
  const ChairHanded handed{vice};
  const Parts parts = touched(given(open_meeting(), handed).state(), handed);
  EXPECT_EQ(parts.me, (std::set{mayor, vice}));
}

TEST(StateRules, STA_5_whose_seat_changes_is_touched) {
  Member promoted = member(ann);
  promoted.seat = Seat::secretary;
  const MemberEdited edited{promoted};
  EXPECT_EQ(touched(given(open_meeting(), edited).state(), edited).me, std::set{ann});
  const MemberRemoved removed{ben};
  EXPECT_EQ(touched(given(open_meeting(), removed).state(), removed).me, std::set{ben});
}

using StateDeathTest = testing::Test;

TEST(StateDeathTest, STA_1_a_gap_in_the_events_ends_the_process) {
  State state;
  const Recorded late{2, nine_o_clock, {}, {}, founded().front()};
  EXPECT_DEATH(apply(state, late), "seq counts without gaps");
}

TEST(StateDeathTest, VOT_4_a_broken_rule_is_named) {
  auto scene = given(voting(), VotePrepared{meeting, report, VoteId{302}, question()});
  State state = scene.state();
  const Recorded second_vote{state.seq + 1, nine_o_clock, {}, {}, VoteOpened{meeting, report, VoteId{302}, {ann}, {}}};
  EXPECT_DEATH(apply(state, second_vote), "rule VOT-4 is broken");
}

TEST(StateDeathTest, PPL_4_check_finds_a_second_president) {
  State state = given(enrolled()).state();
  state.members.at(ann).member.seat = Seat::president;
  EXPECT_DEATH(check(state), "rule PPL-4 is broken");
}

}  // namespace
}  // namespace talar::hall
