#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using SpeechKind::speech, SpeechKind::reply, SpeechKind::point_of_order;

TEST(Turn, FLR_9_giving_the_floor_starts_a_turn) {
  given(queueing())
      .when(mayor, GiveFloor{first})
      .then({TurnStarted{meeting, report, first, ann, speech, seconds(180)}});
}

TEST(Turn, FLR_9_the_running_turn_ends_first) {
  auto scene = given(speaking());
  scene.after(seconds(60))
      .when(mayor, GiveFloor{second})
      .then({TurnEnded{meeting, report, first, ann, speech, seconds(60), seconds(180)},
             TurnStarted{meeting, report, second, cyrus, speech, seconds(180)}});
}

TEST(Turn, FLR_9_the_view_shows_the_turn_and_who_comes_next) {
  auto scene = given(queueing());
  scene.after(seconds(5)).does(mayor, GiveFloor{first});
  const FloorView floor = *scene.seen_by(Audience::display).floor;
  EXPECT_EQ(floor.turn->person, ann);
  EXPECT_EQ(floor.turn->started_at, nine_o_clock + seconds(5));
  EXPECT_EQ(floor.turn->limit, seconds(180));
  EXPECT_EQ(floor.queue, (std::vector{second, third}));
}

TEST(Turn, FLR_11_the_chair_gives_the_floor_to_one_who_did_not_ask) {
  given(queueing())
      .when(mayor, GiveFloorTo{dana, reply})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), dana, reply, seconds(60)}});
}

TEST(Turn, FLR_11_a_waiting_request_is_used) {
  given(queueing())
      .when(mayor, GiveFloorTo{cyrus, speech})
      .then({TurnStarted{meeting, report, second, cyrus, speech, seconds(180)}});
}

TEST(Turn, FLR_11_only_to_those_who_are_here) {
  given(queueing()).when(mayor, GiveFloorTo{ben, speech}).then(RefusalCode::not_present, "person");
  given(speaking()).when(mayor, GiveFloorTo{ann, speech}).then(RefusalCode::already_speaking, "person");
}

TEST(Turn, FLR_11_the_chair_may_speak_too) {
  given(queueing())
      .when(mayor, GiveFloorTo{mayor, speech})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), mayor, speech, seconds(180)}});
}

TEST(Turn, FLR_12_pauses_do_not_count) {
  auto scene = given(speaking());
  scene.after(seconds(30)).does(mayor, PauseTurn{}).after(seconds(100)).does(mayor, ResumeTurn{}).after(seconds(10));
  EXPECT_EQ(scene.current().turn->paused_total, seconds(100));
  scene.when(mayor, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, seconds(40), seconds(180)}});
}

TEST(Turn, FLR_12_a_turn_ended_in_a_pause_counts_up_to_it) {
  auto scene = given(speaking());
  scene.after(seconds(30)).does(mayor, PauseTurn{}).after(seconds(100));
  scene.when(mayor, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, seconds(30), seconds(180)}});
}

TEST(Turn, FLR_12_nothing_is_paused_or_resumed_twice) {
  given(speaking()).when(mayor, ResumeTurn{}).then(RefusalCode::turn_not_paused);
  given(speaking(), TurnPaused{meeting, report, first}).when(mayor, PauseTurn{}).then(RefusalCode::turn_paused);
}

TEST(Turn, FLR_13_the_charter_limits_each_kind) {
  const auto limit = [](SpeechKind kind, Millis expected) {
    given(speaking(), TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)})
        .when(mayor, GiveFloorTo{dana, kind})
        .then({TurnStarted{meeting, report, fresh<RequestId>(), dana, kind, expected}});
  };
  limit(speech, seconds(180));
  limit(reply, seconds(60));
  limit(point_of_order, seconds(30));
}

TEST(Turn, FLR_13_the_chair_extends) {
  auto scene = given(speaking());
  scene.when(mayor, ExtendTurn{30}).then({TurnExtended{meeting, report, first, seconds(30)}});
  scene.does(mayor, ExtendTurn{30}).does(mayor, ExtendTurn{60});
  EXPECT_EQ(scene.current().turn->limit, seconds(270));
}

TEST(Turn, FLR_13_an_hour_is_enough) {
  auto scene = given(queueing(), TurnStarted{meeting, report, first, ann, speech, seconds(3590)});
  scene.when(mayor, ExtendTurn{11}).then(RefusalCode::turn_too_long, Args{{"max_seconds", "3600"}});
  scene.when(mayor, ExtendTurn{10}).then({TurnExtended{meeting, report, first, seconds(10)}});
}

TEST(Turn, FLR_14_opening_a_vote_pauses_the_turn) {
  given(speaking(), VotePrepared{meeting, report, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then({TurnPaused{meeting, report, first}, opened()});
}

TEST(Turn, FLR_14_no_turn_starts_during_a_vote) {
  const auto scene = given(voting(), FloorRequested{meeting, report, first, ann, speech, {}});
  scene.when(mayor, GiveFloor{first}).then(RefusalCode::floor_busy_with_vote);
  scene.when(mayor, GiveFloorTo{dana, speech}).then(RefusalCode::floor_busy_with_vote);
}

TEST(Turn, FLR_14_no_turn_goes_on_during_a_vote_but_afterwards) {
  auto scene = given(speaking(), VotePrepared{meeting, report, ballot, question()});
  scene.does(mayor, OpenVote{ballot});
  scene.when(mayor, ResumeTurn{}).then(RefusalCode::floor_busy_with_vote);
  scene.does(mayor, CloseVote{ballot});
  scene.when(mayor, ResumeTurn{}).then({TurnResumed{meeting, report, first}});
}

TEST(Turn, FLR_14_asking_goes_on_during_a_vote) {
  given(voting())
      .when(ann, RequestFloor{})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, {}}});
}

TEST(Turn, FLR_15_the_speaker_finishes) {
  given(speaking()).when(ann, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)}});
}

TEST(Turn, FLR_15_nobody_else_but_the_chair_ends_a_turn) {
  given(speaking()).when(cyrus, EndTurn{}).then(RefusalCode::not_your_own);
  given(speaking()).when(clerk, EndTurn{}).then(RefusalCode::not_your_own);
  given(speaking()).when(mayor, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)}});
}

TEST(Turn, FLR_15_without_a_turn_there_is_nothing_to_end) {
  const auto scene = given(queueing());
  scene.when(mayor, EndTurn{}).then(RefusalCode::nobody_speaking);
  scene.when(mayor, PauseTurn{}).then(RefusalCode::nobody_speaking);
  scene.when(mayor, ResumeTurn{}).then(RefusalCode::nobody_speaking);
  scene.when(mayor, ExtendTurn{30}).then(RefusalCode::nobody_speaking);
}

TEST(Turn, FLR_16_the_chair_warns_the_speaker) {
  auto scene = given(speaking());
  scene.when(mayor, WarnSpeaker{}).then({SpeakerWarned{meeting, report, first}});
  scene.after(seconds(170)).does(mayor, WarnSpeaker{});
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->turn->warned_at, nine_o_clock + seconds(170));
  given(queueing()).when(mayor, WarnSpeaker{}).then(RefusalCode::nobody_speaking);
}

TEST(Turn, FLR_20_turns_are_counted_per_person_and_item) {
  auto scene = given(speaking());
  EXPECT_EQ(scene.current().turn->turn_in_item, 1);
  scene.after(seconds(10)).does(ann, EndTurn{}).does(mayor, GiveFloorTo{ann, speech});
  EXPECT_EQ(scene.current().turn->turn_in_item, 2);
  scene.after(seconds(20)).does(mayor, ActivateItem{plan}).does(mayor, GiveFloorTo{ann, speech});
  EXPECT_EQ(scene.current().turn->turn_in_item, 1);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).turns, 2);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).spoken, seconds(30));
}

}  // namespace
}  // namespace talar::hall
