// A turn that makes way for another, and goes on.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;

/// ann has spoken for a minute when dana raises a point of order.
Scene interrupted() {
  auto scene = given(speaking());
  scene.after(seconds(60)).does(mayor, GiveFloorTo{dana, point_of_order});
  return scene;
}

RequestId of_dana(const Scene& scene) {
  return scene.current().turn->request;
}

TEST(Interruption, FLR_28_a_point_of_order_pauses_the_speaker) {
  auto scene = given(speaking());
  scene.after(seconds(60))
      .when(mayor, GiveFloorTo{dana, point_of_order})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), dana, point_of_order, seconds(30), {}, {}, {}, first}});
  scene.does(mayor, GiveFloorTo{dana, point_of_order});
  const FloorView floor = *scene.seen_by(Audience::display).floor;
  EXPECT_EQ(floor.turn->person, dana);
  EXPECT_EQ(floor.interrupted->person, ann);
  EXPECT_EQ(floor.interrupted->paused_at, scene.now());
}

TEST(Interruption, FLR_28_the_speaker_goes_on_afterwards_and_loses_no_time) {
  auto scene = interrupted();
  const RequestId point = of_dana(scene);
  scene.after(seconds(20))
      .when(dana, EndTurn{})
      .then({TurnEnded{meeting, report, point, dana, point_of_order, seconds(20), seconds(30)},
             TurnResumed{meeting, report, first}});
  scene.does(dana, EndTurn{});
  EXPECT_EQ(scene.current().turn->paused_total, seconds(20));
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->interrupted, std::nullopt);
  scene.after(seconds(10))
      .when(mayor, EndTurn{})
      .then({TurnEnded{meeting, report, first, ann, speech, seconds(70), seconds(180)}});
}

TEST(Interruption, FLR_28_whoever_stood_still_before_stands_still_afterwards) {
  auto scene = given(speaking());
  scene.after(seconds(60)).does(mayor, PauseTurn{}).after(seconds(5));
  scene.does(mayor, GiveFloorTo{dana, point_of_order}).after(seconds(20)).does(mayor, EndTurn{});
  EXPECT_EQ(scene.current().turn->person, ann);
  EXPECT_EQ(scene.current().turn->paused_at, nine_o_clock + seconds(60));
  scene.does(mayor, ResumeTurn{});
  EXPECT_EQ(scene.current().turn->paused_total, seconds(25));
}

TEST(Interruption, FLR_28_the_charter_says_which_kinds_interrupt) {
  given(speaking())
      .when(mayor, GiveFloorTo{dana, reply})
      .then({TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)},
             TurnStarted{meeting, report, fresh<RequestId>(), dana, reply, seconds(60)}});
  FloorRules rules;
  rules.interrupting = {reply};
  given(speaking(), amended(rules))
      .when(mayor, GiveFloorTo{dana, reply})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), dana, reply, seconds(60), {}, {}, {}, first}});
}

TEST(Interruption, FLR_28_nothing_interrupts_its_own_kind) {
  auto scene = given(discussing());
  scene.does(mayor, GiveFloorTo{dana, point_of_order});
  const RequestId point = of_dana(scene);
  scene.when(mayor, GiveFloorTo{ann, point_of_order})
      .then({TurnEnded{meeting, report, point, dana, point_of_order, {}, seconds(30)},
             TurnStarted{meeting, report, fresh<RequestId>(), ann, point_of_order, seconds(30)}});
}

TEST(Interruption, FLR_28_a_second_one_ends_the_first_and_keeps_the_speaker) {
  auto scene = interrupted();
  const RequestId point = of_dana(scene);
  scene.after(seconds(10))
      .when(mayor, GiveFloorTo{guest, point_of_order})
      .then({TurnEnded{meeting, report, point, dana, point_of_order, seconds(10), seconds(30)},
             TurnResumed{meeting, report, first},
             TurnStarted{meeting, report, third, guest, point_of_order, seconds(30), {}, {}, {}, first}});
  scene.does(mayor, GiveFloorTo{guest, point_of_order}).after(seconds(10)).does(mayor, EndTurn{});
  EXPECT_EQ(scene.current().turn->person, ann);
  EXPECT_EQ(scene.current().turn->paused_total, seconds(20));
  EXPECT_EQ(scene.current().turn->paused_at, std::nullopt);
}

TEST(Interruption, FLR_28_giving_the_floor_otherwise_ends_both) {
  auto scene = interrupted();
  const RequestId point = of_dana(scene);
  scene.after(seconds(10))
      .when(mayor, GiveFloor{second, {}})
      .then({TurnEnded{meeting, report, point, dana, point_of_order, seconds(10), seconds(30)},
             TurnEnded{meeting, report, first, ann, speech, seconds(60), seconds(180)},
             TurnStarted{meeting, report, second, cyrus, speech, seconds(180)}});
  scene.does(mayor, GiveFloor{second, {}});
  EXPECT_EQ(scene.current().interrupted, std::nullopt);
}

TEST(Interruption, FLR_28_a_vote_holds_the_speaker_until_the_chair_lets_go) {
  auto scene = interrupted();
  scene.does(clerk, PrepareVote{report, hall::question()});
  const VoteId vote = scene.current().votes.begin()->first;
  scene.does(mayor, OpenVote{vote}).does(dana, EndTurn{});
  EXPECT_EQ(scene.current().turn->person, ann);
  EXPECT_TRUE(scene.current().turn->paused_at);
  scene.does(mayor, CloseVote{vote});
  EXPECT_TRUE(scene.current().turn->paused_at);
  scene.does(mayor, ResumeTurn{});
}

TEST(Interruption, FLR_28_after_the_vote_the_interruption_goes_on_and_then_the_speaker) {
  auto scene = interrupted();
  scene.does(clerk, PrepareVote{report, hall::question()});
  const VoteId vote = scene.current().votes.begin()->first;
  scene.does(mayor, OpenVote{vote}).does(mayor, CloseVote{vote}).does(mayor, ResumeTurn{}).does(dana, EndTurn{});
  EXPECT_EQ(scene.current().turn->person, ann);
  EXPECT_FALSE(scene.current().turn->paused_at);
}

TEST(Interruption, FLR_28_a_recess_holds_both) {
  auto scene = interrupted();
  scene.after(seconds(10)).does(mayor, CallRecess{}).after(minutes(10));
  scene.does(clerk, RecordDeparture{dana});
  EXPECT_EQ(scene.current().turn->person, ann);
  EXPECT_TRUE(scene.current().turn->paused_at);
  scene.after(minutes(1)).does(mayor, ResumeMeeting{}).does(mayor, ResumeTurn{});
  EXPECT_EQ(scene.current().turn->paused_total, seconds(10) + minutes(11));
}

TEST(Interruption, FLR_28_whoever_leaves_takes_only_their_own_turn) {
  auto scene = interrupted();
  const RequestId point = of_dana(scene);
  scene.after(seconds(10))
      .when(dana, CheckOut{})
      .then({TurnEnded{meeting, report, point, dana, point_of_order, seconds(10), seconds(30)},
             TurnResumed{meeting, report, first}, MemberDeparted{meeting, dana}});
  scene.when(ann, CheckOut{})
      .then({TurnEnded{meeting, report, first, ann, speech, seconds(60), seconds(180)}, MemberDeparted{meeting, ann}});
  scene.does(ann, CheckOut{});
  EXPECT_EQ(scene.current().turn->person, dana);
  EXPECT_EQ(scene.current().interrupted, std::nullopt);
}

TEST(Interruption, FLR_28_the_end_of_the_item_ends_both) {
  auto scene = interrupted();
  scene.does(mayor, ActivateItem{plan});
  EXPECT_EQ(scene.current().turn, std::nullopt);
  EXPECT_EQ(scene.current().interrupted, std::nullopt);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).spoken, seconds(60));
  auto closed = interrupted();
  closed.does(mayor, CloseMeeting{});
  EXPECT_EQ(closed.current().interrupted, std::nullopt);
}

TEST(Interruption, FLR_28_what_is_left_of_an_interrupting_question_is_given_on_and_the_speaker_goes_on) {
  FloorRules rules;
  rules.interrupting = {SpeechKind::question};
  rules.transfer = true;
  auto scene = given(speaking(), amended(rules));
  scene.does(mayor, GiveFloorTo{dana, SpeechKind::question});
  const RequestId asked = of_dana(scene);
  scene.after(seconds(20))
      .when(dana, YieldTime{cyrus})
      .then({TurnEnded{meeting, report, asked, dana, SpeechKind::question, seconds(20), seconds(60)},
             TimeYielded{meeting, report, dana, cyrus, seconds(40)}, TurnResumed{meeting, report, first}});
}

}  // namespace
}  // namespace talar::hall
