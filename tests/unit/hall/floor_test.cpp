#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;

Story ann_speaks() {
  return queueing() + Story{TurnStarted{meeting, report, first, ann, speech, seconds(180)}};
}

std::vector<PersonId> order(const Scene& scene) {
  std::vector<PersonId> people;
  const FloorView floor = *scene.seen_by(Audience::member).floor;
  for (const RequestId request : floor.queue) people.push_back(floor.requests.at(request).person);
  return people;
}

TEST(Floor, FLR_1_there_is_no_floor_without_an_active_item) {
  given(open_meeting()).when(ann, RequestFloor{}).then(RefusalCode::no_active_item);
  given(open_meeting()).when(mayor, GiveFloorTo{ann, speech}).then(RefusalCode::no_active_item);
  EXPECT_EQ(given(open_meeting()).seen_by(Audience::member).floor, std::nullopt);
}

TEST(Floor, FLR_1_there_is_no_floor_in_a_recess) {
  const auto scene = given(ann_speaks(), TurnPaused{meeting, report, first}, RecessCalled{meeting, {}});
  scene.when(dana, RequestFloor{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "recess"}});
  scene.when(mayor, ResumeTurn{}).then(RefusalCode::wrong_meeting_state);
  scene.when(mayor, GiveFloor{second}).then(RefusalCode::wrong_meeting_state);
}

TEST(Floor, FLR_2_a_present_member_asks) {
  given(discussing())
      .when(ann, RequestFloor{speech, Note{"دربارهٔ بودجه"}})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, Note{"دربارهٔ بودجه"}}});
}

TEST(Floor, FLR_2_guests_staff_and_chair_have_a_voice) {
  for (const PersonId person : {guest, clerk, mayor, dana}) {
    given(discussing())
        .when(person, RequestFloor{})
        .then({FloorRequested{meeting, report, fresh<RequestId>(), person, speech, {}}});
  }
}

TEST(Floor, FLR_2_who_is_not_here_does_not_ask) {
  given(discussing()).when(ben, RequestFloor{}).then(RefusalCode::not_present);
  given(discussing(), MemberDeparted{meeting, ann}).when(ann, RequestFloor{}).then(RefusalCode::not_present);
}

TEST(Floor, FLR_3_second_request_by_a_waiting_member_is_refused) {
  given(queueing()).when(ann, RequestFloor{}).then(RefusalCode::already_waiting);
  given(queueing()).when(ann, RequestFloor{point_of_order, {}}).then(RefusalCode::already_waiting);
}

TEST(Floor, FLR_3_after_withdrawing_one_asks_again) {
  given(queueing(), RequestWithdrawn{meeting, report, first})
      .when(ann, RequestFloor{})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, {}}});
}

TEST(Floor, FLR_3_waiting_in_another_item_does_not_count) {
  given(queueing(), ItemEnded{meeting, report, ItemState::done, {}, {}}, ItemActivated{meeting, plan})
      .when(ann, RequestFloor{})
      .then({FloorRequested{meeting, plan, fresh<RequestId>(), ann, speech, {}}});
}

TEST(Floor, FLR_4_the_speaker_does_not_ask) {
  given(ann_speaks()).when(ann, RequestFloor{}).then(RefusalCode::already_speaking);
}

TEST(Floor, FLR_4_the_speaker_asks_again_afterwards) {
  auto scene = given(ann_speaks());
  scene.does(mayor, EndTurn{})
      .when(ann, RequestFloor{})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, {}}});
}

TEST(Floor, FLR_5_a_new_list_is_open) {
  EXPECT_TRUE(given(discussing()).seen_by(Audience::public_).floor->list_open);
}

TEST(Floor, FLR_5_a_closed_list_takes_no_speeches) {
  given(discussing(), ListClosed{meeting, report}).when(ann, RequestFloor{}).then(RefusalCode::list_closed);
}

TEST(Floor, FLR_5_a_closed_list_takes_points_of_order_and_replies) {
  const auto scene = given(ann_speaks(), ListClosed{meeting, report});
  scene.when(dana, RequestFloor{point_of_order, {}})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), dana, point_of_order, {}}});
  scene.when(dana, RequestFloor{reply, {}})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), dana, reply, {}}});
}

TEST(Floor, FLR_5_the_list_is_closed_and_opened_once) {
  given(discussing()).when(mayor, CloseList{}).then({ListClosed{meeting, report}});
  given(discussing()).when(mayor, OpenList{}).then(RefusalCode::list_already_open);
  given(discussing(), ListClosed{meeting, report}).when(mayor, CloseList{}).then(RefusalCode::list_already_closed);
  given(discussing(), ListClosed{meeting, report}).when(mayor, OpenList{}).then({ListOpened{meeting, report}});
}

TEST(Floor, FLR_5_those_who_wait_stay_when_the_list_closes) {
  auto scene = given(queueing());
  scene.does(mayor, CloseList{});
  EXPECT_EQ(order(scene).size(), 3u);
}

TEST(Floor, FLR_6_a_reply_needs_a_speech) {
  given(queueing()).when(dana, RequestFloor{reply, {}}).then(RefusalCode::no_turn_to_reply_to);
}

TEST(Floor, FLR_6_a_reply_to_one_who_has_spoken) {
  auto scene = given(ann_speaks());
  scene.does(mayor, EndTurn{})
      .when(dana, RequestFloor{reply, {}})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), dana, reply, {}}});
}

TEST(Floor, FLR_6_a_speech_in_another_item_is_not_replied_to) {
  given(ann_speaks(), TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)},
        ItemEnded{meeting, report, ItemState::done, {}, {}}, ItemActivated{meeting, plan})
      .when(dana, RequestFloor{reply, {}})
      .then(RefusalCode::no_turn_to_reply_to);
}

TEST(Floor, FLR_7_speeches_wait_in_order_of_asking) {
  EXPECT_EQ(order(given(queueing())), (std::vector{ann, cyrus, guest}));
}

TEST(Floor, FLR_7_points_of_order_before_replies_before_speeches) {
  auto scene = given(ann_speaks());
  scene.happens({FloorRequested{meeting, report, RequestId{410}, dana, reply, {}},
                 FloorRequested{meeting, report, RequestId{411}, vice, point_of_order, {}},
                 FloorRequested{meeting, report, RequestId{412}, clerk, reply, {}},
                 FloorRequested{meeting, report, RequestId{413}, mayor, point_of_order, {}}});
  EXPECT_EQ(order(scene), (std::vector{vice, mayor, dana, clerk, cyrus, guest}));
}

TEST(Floor, FLR_7_a_request_the_chair_has_moved_keeps_its_place) {
  auto scene = given(queueing());
  scene.does(mayor, MoveRequest{third, 0, "پرواز دارد"});
  scene.does(dana, RequestFloor{point_of_order, {}});
  EXPECT_EQ(order(scene), (std::vector{guest, dana, ann, cyrus}));
}

TEST(Floor, FLR_7_a_point_of_order_put_last_does_not_hold_back_the_next) {
  auto scene = given(queueing(), FloorRequested{meeting, report, RequestId{410}, dana, point_of_order, {}});
  scene.does(mayor, MoveRequest{RequestId{410}, 3, "بعداً"});
  scene.does(vice, RequestFloor{point_of_order, {}});
  EXPECT_EQ(order(scene), (std::vector{vice, ann, cyrus, guest, dana}));
}

TEST(Floor, FLR_8_withdrawn_skipped_and_spoken_requests_stay_on_record) {
  auto scene = given(queueing());
  scene.does(ann, WithdrawRequest{first}).does(mayor, SkipRequest{second}).does(mayor, GiveFloor{third});
  const auto& requests = scene.current().items.at(report).requests;
  EXPECT_EQ(requests.at(first).state, RequestState::withdrawn);
  EXPECT_EQ(requests.at(second).state, RequestState::skipped);
  EXPECT_EQ(requests.at(third).state, RequestState::speaking);
  scene.does(mayor, EndTurn{});
  EXPECT_EQ(requests.at(third).state, RequestState::spoken);
  EXPECT_TRUE(order(scene).empty());
}

TEST(Floor, FLR_8_what_no_longer_waits_is_not_called) {
  const auto scene =
      given(queueing(), RequestWithdrawn{meeting, report, first}, RequestSkipped{meeting, report, second},
            TurnStarted{meeting, report, third, guest, speech, seconds(180)});
  scene.when(mayor, GiveFloor{first}).then(RefusalCode::not_waiting, Args{{"state", "withdrawn"}});
  scene.when(mayor, GiveFloor{second}).then(RefusalCode::not_waiting, Args{{"state", "skipped"}});
  scene.when(mayor, GiveFloor{third}).then(RefusalCode::not_waiting, Args{{"state", "speaking"}});
  scene.when(mayor, SkipRequest{first}).then(RefusalCode::not_waiting);
  scene.when(mayor, MoveRequest{first, 0, "نوبت"}).then(RefusalCode::not_waiting);
  scene.when(ann, WithdrawRequest{first}).then(RefusalCode::not_waiting);
}

TEST(Floor, FLR_8_what_has_been_said_is_said) {
  auto scene = given(ann_speaks());
  scene.does(mayor, EndTurn{});
  scene.when(mayor, GiveFloor{first}).then(RefusalCode::already_spoken, "request");
  scene.when(mayor, SkipRequest{first}).then(RefusalCode::already_spoken, "request");
}

TEST(Floor, FLR_8_two_hundred_may_wait) {
  auto scene = given(discussing());
  for (std::uint64_t id = 1000; id < 1000 + limits::waiting_requests; ++id) {
    scene.happens({MembersEnrolled{{member(PersonId{id})}}, MemberArrived{meeting, PersonId{id}},
                   FloorRequested{meeting, report, RequestId{id}, PersonId{id}, speech, {}}});
  }
  scene.when(ann, RequestFloor{}).then(RefusalCode::too_many_requests);
}

TEST(Floor, FLR_8_two_thousand_are_recorded_in_an_item) {
  auto scene = given(discussing());
  for (std::uint64_t id = 1000; id < 1000 + limits::requests_per_item; ++id) {
    scene.happens({FloorRequested{meeting, report, RequestId{id}, ann, speech, {}},
                   RequestWithdrawn{meeting, report, RequestId{id}}});
  }
  scene.when(ann, RequestFloor{}).then(RefusalCode::too_many_requests);
  scene.when(mayor, GiveFloorTo{ann, speech}).then(RefusalCode::too_many_requests);
}

TEST(Floor, FLR_9_giving_the_floor_starts_a_turn) {
  given(queueing())
      .when(mayor, GiveFloor{second})
      .then({TurnStarted{meeting, report, second, cyrus, speech, seconds(180)}});
}

TEST(Floor, FLR_9_the_running_turn_ends_first) {
  auto scene = given(ann_speaks());
  scene.after(seconds(60))
      .when(mayor, GiveFloor{second})
      .then({TurnEnded{meeting, report, first, ann, speech, seconds(60), seconds(180)},
             TurnStarted{meeting, report, second, cyrus, speech, seconds(180)}});
}

TEST(Floor, FLR_9_the_view_shows_the_turn_and_who_comes_next) {
  auto scene = given(queueing());
  scene.after(seconds(5)).does(mayor, GiveFloor{first});
  const FloorView floor = *scene.seen_by(Audience::display).floor;
  EXPECT_EQ(floor.turn->person, ann);
  EXPECT_EQ(floor.turn->started_at, nine_o_clock + seconds(5));
  EXPECT_EQ(floor.turn->limit, seconds(180));
  EXPECT_EQ(floor.queue, (std::vector{second, third}));
}

TEST(Floor, FLR_10_one_withdraws_ones_own) {
  given(queueing()).when(ann, WithdrawRequest{first}).then({RequestWithdrawn{meeting, report, first}});
  given(queueing()).when(ann, WithdrawRequest{second}).then(RefusalCode::not_your_own, "request");
  given(queueing()).when(mayor, WithdrawRequest{second}).then(RefusalCode::not_your_own, "request");
}

TEST(Floor, FLR_11_the_chair_gives_the_floor_to_one_who_did_not_ask) {
  given(queueing())
      .when(mayor, GiveFloorTo{dana, reply})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), dana, reply, seconds(60)}});
}

TEST(Floor, FLR_11_a_waiting_request_is_used) {
  given(queueing())
      .when(mayor, GiveFloorTo{cyrus, speech})
      .then({TurnStarted{meeting, report, second, cyrus, speech, seconds(180)}});
}

TEST(Floor, FLR_11_only_to_those_who_are_here) {
  given(queueing()).when(mayor, GiveFloorTo{ben, speech}).then(RefusalCode::not_present, "person");
  given(ann_speaks()).when(mayor, GiveFloorTo{ann, speech}).then(RefusalCode::already_speaking, "person");
}

TEST(Floor, FLR_11_the_chair_may_speak_too) {
  given(queueing())
      .when(mayor, GiveFloorTo{mayor, speech})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), mayor, speech, seconds(180)}});
}

TEST(Floor, FLR_12_pauses_do_not_count) {
  auto scene = given(ann_speaks());
  scene.after(seconds(30)).does(mayor, PauseTurn{}).after(seconds(100)).does(mayor, ResumeTurn{}).after(seconds(10));
  EXPECT_EQ(scene.current().turn->paused_total, seconds(100));
  scene.when(mayor, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, seconds(40), seconds(180)}});
}

TEST(Floor, FLR_12_a_turn_ended_in_a_pause_counts_up_to_it) {
  auto scene = given(ann_speaks());
  scene.after(seconds(30)).does(mayor, PauseTurn{}).after(seconds(100));
  scene.when(mayor, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, seconds(30), seconds(180)}});
}

TEST(Floor, FLR_12_nothing_is_paused_or_resumed_twice) {
  given(ann_speaks()).when(mayor, ResumeTurn{}).then(RefusalCode::turn_not_paused);
  given(ann_speaks(), TurnPaused{meeting, report, first}).when(mayor, PauseTurn{}).then(RefusalCode::turn_paused);
}

TEST(Floor, FLR_13_the_charter_limits_each_kind) {
  const auto limit = [](SpeechKind kind, Millis expected) {
    given(ann_speaks(), TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)})
        .when(mayor, GiveFloorTo{dana, kind})
        .then({TurnStarted{meeting, report, fresh<RequestId>(), dana, kind, expected}});
  };
  limit(speech, seconds(180));
  limit(reply, seconds(60));
  limit(point_of_order, seconds(30));
}

TEST(Floor, FLR_13_the_chair_extends) {
  auto scene = given(ann_speaks());
  scene.when(mayor, ExtendTurn{30}).then({TurnExtended{meeting, report, first, seconds(30)}});
  scene.does(mayor, ExtendTurn{30}).does(mayor, ExtendTurn{60});
  EXPECT_EQ(scene.current().turn->limit, seconds(270));
}

TEST(Floor, FLR_13_an_hour_is_enough) {
  auto scene = given(queueing(), TurnStarted{meeting, report, first, ann, speech, seconds(3590)});
  scene.when(mayor, ExtendTurn{11}).then(RefusalCode::turn_too_long, Args{{"max_seconds", "3600"}});
  scene.when(mayor, ExtendTurn{10}).then({TurnExtended{meeting, report, first, seconds(10)}});
}

TEST(Floor, FLR_14_opening_a_vote_pauses_the_turn) {
  given(ann_speaks(), VotePrepared{meeting, report, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then({TurnPaused{meeting, report, first}, VoteOpened{meeting, report, ballot, {mayor, vice, ann, cyrus}, {}}});
}

TEST(Floor, FLR_14_no_turn_starts_during_a_vote) {
  const auto scene = given(voting(), FloorRequested{meeting, report, first, ann, speech, {}});
  scene.when(mayor, GiveFloor{first}).then(RefusalCode::floor_busy_with_vote);
  scene.when(mayor, GiveFloorTo{dana, speech}).then(RefusalCode::floor_busy_with_vote);
}

TEST(Floor, FLR_14_no_turn_goes_on_during_a_vote_but_afterwards) {
  auto scene = given(ann_speaks(), VotePrepared{meeting, report, ballot, question()});
  scene.does(mayor, OpenVote{ballot});
  scene.when(mayor, ResumeTurn{}).then(RefusalCode::floor_busy_with_vote);
  scene.does(mayor, CloseVote{ballot});
  scene.when(mayor, ResumeTurn{}).then({TurnResumed{meeting, report, first}});
}

TEST(Floor, FLR_14_asking_goes_on_during_a_vote) {
  given(voting())
      .when(ann, RequestFloor{})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, {}}});
}

TEST(Floor, FLR_15_the_speaker_finishes) {
  given(ann_speaks()).when(ann, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)}});
}

TEST(Floor, FLR_15_nobody_else_but_the_chair_ends_a_turn) {
  given(ann_speaks()).when(cyrus, EndTurn{}).then(RefusalCode::not_your_own);
  given(ann_speaks()).when(clerk, EndTurn{}).then(RefusalCode::not_your_own);
  given(ann_speaks()).when(mayor, EndTurn{}).then({TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)}});
}

TEST(Floor, FLR_15_without_a_turn_there_is_nothing_to_end) {
  const auto scene = given(queueing());
  scene.when(mayor, EndTurn{}).then(RefusalCode::nobody_speaking);
  scene.when(mayor, PauseTurn{}).then(RefusalCode::nobody_speaking);
  scene.when(mayor, ResumeTurn{}).then(RefusalCode::nobody_speaking);
  scene.when(mayor, ExtendTurn{30}).then(RefusalCode::nobody_speaking);
}

TEST(Floor, FLR_16_the_chair_warns_the_speaker) {
  auto scene = given(ann_speaks());
  scene.when(mayor, WarnSpeaker{}).then({SpeakerWarned{meeting, report, first}});
  scene.after(seconds(170)).does(mayor, WarnSpeaker{});
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->turn->warned_at, nine_o_clock + seconds(170));
  given(queueing()).when(mayor, WarnSpeaker{}).then(RefusalCode::nobody_speaking);
}

TEST(Floor, FLR_17_the_chair_moves_anyone_and_says_why) {
  auto scene = given(queueing());
  scene.when(mayor, MoveRequest{third, 1, "پرواز دارد"}).then({RequestMoved{meeting, report, third, 1, "پرواز دارد"}});
  scene.does(mayor, MoveRequest{third, 1, "پرواز دارد"});
  EXPECT_EQ(order(scene), (std::vector{ann, guest, cyrus}));
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->requests.at(third).moved_reason, Reason{"پرواز دارد"});
}

TEST(Floor, FLR_17_down_as_well_as_up) {
  auto scene = given(queueing());
  scene.does(mayor, MoveRequest{first, 2, "غایب از صندلی"});
  EXPECT_EQ(order(scene), (std::vector{cyrus, guest, ann}));
}

TEST(Floor, FLR_17_not_behind_the_last) {
  given(queueing()).when(mayor, MoveRequest{first, 3, "نوبت"}).then(RefusalCode::bad_position, Args{{"last", "2"}});
}

TEST(Floor, FLR_18_notes_are_for_those_inside) {
  const auto scene = given(discussing(), FloorRequested{meeting, report, first, ann, speech, Note{"شخصی"}});
  EXPECT_EQ(scene.seen_by(Audience::member).floor->requests.at(first).note, Note{"شخصی"});
  EXPECT_EQ(scene.seen_by(Audience::staff).floor->requests.at(first).note, Note{"شخصی"});
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->requests.at(first).note, std::nullopt);
  EXPECT_EQ(scene.seen_by(Audience::display).floor->requests.at(first).note, std::nullopt);
}

TEST(Floor, FLR_19_those_who_wait_wait_on_when_the_item_comes_back) {
  auto scene = given(queueing());
  scene.does(mayor, ActivateItem{plan});
  EXPECT_TRUE(order(scene).empty());
  scene.does(mayor, ActivateItem{report});
  EXPECT_EQ(order(scene), (std::vector{ann, cyrus, guest}));
}

TEST(Floor, FLR_20_turns_are_counted_per_person_and_item) {
  auto scene = given(ann_speaks());
  EXPECT_EQ(scene.current().turn->turn_in_item, 1);
  scene.after(seconds(10)).does(ann, EndTurn{}).does(mayor, GiveFloorTo{ann, speech});
  EXPECT_EQ(scene.current().turn->turn_in_item, 2);
  scene.after(seconds(20)).does(mayor, ActivateItem{plan}).does(mayor, GiveFloorTo{ann, speech});
  EXPECT_EQ(scene.current().turn->turn_in_item, 1);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).turns, 2);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).spoken, seconds(30));
}

TEST(Floor, ROL_6_a_request_that_is_not_there) {
  const RequestId other{999};
  given(queueing()).when(mayor, GiveFloor{other}).then(RefusalCode::no_such_request, "request");
  given(queueing()).when(mayor, SkipRequest{other}).then(RefusalCode::no_such_request, "request");
  given(queueing()).when(mayor, MoveRequest{other, 0, "نوبت"}).then(RefusalCode::no_such_request, "request");
  given(queueing()).when(ann, WithdrawRequest{other}).then(RefusalCode::no_such_request, "request");
  given(queueing()).when(mayor, GiveFloorTo{nobody, speech}).then(RefusalCode::no_such_person, "person");
}

}  // namespace
}  // namespace talar::hall
