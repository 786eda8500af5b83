#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;

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
  const auto scene = given(speaking(), TurnPaused{meeting, report, first}, RecessCalled{meeting, {}});
  scene.when(dana, RequestFloor{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "recess"}});
  scene.when(mayor, ResumeTurn{}).then(RefusalCode::wrong_meeting_state);
  scene.when(mayor, GiveFloor{second}).then(RefusalCode::wrong_meeting_state);
}

TEST(Floor, FLR_2_a_present_member_asks) {
  given(discussing())
      .when(ann, RequestFloor{speech, {}, {}, Note{"دربارهٔ بودجه"}})
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
  given(speaking()).when(ann, RequestFloor{}).then(RefusalCode::already_speaking);
}

TEST(Floor, FLR_4_the_one_who_was_interrupted_does_not_ask) {
  auto scene = given(speaking());
  scene.does(mayor, GiveFloorTo{dana, point_of_order});
  scene.when(ann, RequestFloor{}).then(RefusalCode::already_speaking);
  scene.when(mayor, GiveFloorTo{ann, speech}).then(RefusalCode::already_speaking, "person");
}

TEST(Floor, FLR_4_the_speaker_asks_again_afterwards) {
  auto scene = given(speaking());
  scene.does(mayor, EndTurn{})
      .when(ann, RequestFloor{})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, {}}});
}

TEST(Floor, FLR_5_a_new_list_is_open) {
  EXPECT_TRUE(given(discussing()).seen_by(Audience::public_).floor->list_open);
}

TEST(Floor, FLR_5_a_closed_list_takes_neither_speeches_nor_questions) {
  given(discussing(), ListClosed{meeting, report}).when(ann, RequestFloor{}).then(RefusalCode::list_closed);
  given(discussing(), ListClosed{meeting, report}).when(ann, RequestFloor{question}).then(RefusalCode::list_closed);
}

TEST(Floor, FLR_5_a_closed_list_takes_points_of_order_and_replies) {
  const auto scene = given(speaking(), ListClosed{meeting, report});
  scene.when(dana, RequestFloor{point_of_order, {}, PointOfOrder::rights})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), dana, point_of_order, {}, {}, PointOfOrder::rights}});
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
  auto scene = given(speaking());
  scene.does(mayor, EndTurn{})
      .when(dana, RequestFloor{reply, {}})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), dana, reply, {}}});
}

TEST(Floor, FLR_6_a_speech_in_another_item_is_not_replied_to) {
  given(speaking(), TurnEnded{meeting, report, first, ann, speech, {}, seconds(180)},
        ItemEnded{meeting, report, ItemState::done, {}, {}}, ItemActivated{meeting, plan})
      .when(dana, RequestFloor{reply, {}})
      .then(RefusalCode::no_turn_to_reply_to);
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
  auto scene = given(speaking());
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

/// So many have been asked for and withdrawn, by ann.
void withdrawn(Scene& scene, std::size_t from, std::size_t to) {
  for (std::uint64_t id = 1000 + from; id < 1000 + to; ++id) {
    scene.happens({FloorRequested{meeting, report, RequestId{id}, ann, speech, {}},
                   RequestWithdrawn{meeting, report, RequestId{id}}});
  }
}

TEST(Floor, FLR_8_sixty_of_a_person_are_recorded_in_an_item) {
  auto scene = given(discussing());
  withdrawn(scene, 0, limits::requests_per_person);
  scene.when(ann, RequestFloor{}).then(RefusalCode::too_many_requests, Args{{"max", "60"}});
  Scene(scene).does(cyrus, RequestFloor{});
  scene.does(mayor, GiveFloorTo{ann, speech});
}

TEST(Floor, FLR_8_of_two_thousand_in_an_item_the_last_hundred_are_the_chairs) {
  auto scene = given(discussing());
  withdrawn(scene, 0, 1'900);
  scene.when(cyrus, RequestFloor{}).then(RefusalCode::too_many_requests, Args{{"max", "1900"}});
  Scene(scene).does(mayor, GiveFloorTo{cyrus, speech});
  withdrawn(scene, 1'900, limits::requests_per_item);
  scene.when(mayor, GiveFloorTo{cyrus, speech}).then(RefusalCode::too_many_requests, Args{{"max", "2000"}});
}

TEST(Floor, FLR_10_one_withdraws_ones_own) {
  given(queueing()).when(ann, WithdrawRequest{first}).then({RequestWithdrawn{meeting, report, first}});
  given(queueing()).when(ann, WithdrawRequest{second}).then(RefusalCode::not_your_own, "request");
  given(queueing()).when(mayor, WithdrawRequest{second}).then(RefusalCode::not_your_own, "request");
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
