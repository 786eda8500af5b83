// In which order those who wait are called, and what they are told about it.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;
using People = std::vector<PersonId>;

People order(const Scene& scene) {
  People people;
  const FloorView floor = *scene.seen_by(Audience::member).floor;
  for (const RequestId request : floor.queue) people.push_back(floor.requests.at(request).person);
  return people;
}

std::vector<Ahead> ahead_of(const Scene& scene, PersonId person) {
  const FloorView floor = *scene.seen_by(Audience::member).floor;
  for (const auto& [id, request] : floor.requests)
    if (request.person == person) return request.ahead;
  return {};
}

FloorRequested asks(std::uint64_t id, PersonId person, SpeechKind kind = speech, std::optional<Stance> stance = {}) {
  return {meeting, report, RequestId{id}, person, kind, {}, stance, {}};
}
FloorRequested raises(std::uint64_t id, PersonId person, PointOfOrder point) {
  return {meeting, report, RequestId{id}, person, point_of_order, {}, {}, point};
}

/// The person has had a turn in the item and is done.
Story has_spoken(std::uint64_t id, PersonId person, std::int64_t for_seconds, SpeechKind kind = speech,
                 ItemId item = report) {
  return {TurnStarted{meeting, item, RequestId{id}, person, kind, seconds(180)},
          TurnEnded{meeting, item, RequestId{id}, person, kind, seconds(for_seconds), seconds(180)}};
}

Story ruled_by(Fairness fairness, std::int64_t patience = 50) {
  FloorRules rules;
  rules.fairness = fairness;
  rules.patience = patience;
  return discussing() + Story{amended(rules)};
}

TEST(Order, FLR_7_speeches_wait_in_order_of_asking) {
  EXPECT_EQ(order(given(queueing())), (People{ann, cyrus, guest}));
}

TEST(Order, FLR_7_kinds_come_as_the_charter_ranks_them) {
  FloorRules rules;
  const Story asked{asks(410, ann), asks(411, cyrus, question), asks(412, dana, reply),
                    raises(413, vice, PointOfOrder::rights)};
  EXPECT_EQ(order(given(discussing() + asked)), (People{vice, dana, cyrus, ann}));
  rules.kinds = {question, speech, point_of_order, reply};
  EXPECT_EQ(order(given(discussing() + asked, amended(rules))), (People{cyrus, ann, vice, dana}));
}

TEST(Order, FLR_7_what_the_charter_offers_no_more_comes_last) {
  FloorRules rules;
  rules.kinds = {speech};
  EXPECT_EQ(order(given(discussing(), asks(411, cyrus, question), asks(410, ann), asks(412, dana, reply),
                        asks(413, vice, question), amended(rules))),
            (People{ann, cyrus, vice, dana}));
}

TEST(Order, FLR_7_points_of_order_come_as_the_charter_ranks_them) {
  FloorRules rules;
  rules.points_of_order = {PointOfOrder::fact, PointOfOrder::procedure};
  const Story asked{raises(410, ann, PointOfOrder::procedure), raises(411, cyrus, PointOfOrder::fact),
                    raises(412, dana, PointOfOrder::procedure)};
  EXPECT_EQ(order(given(discussing() + asked)), (People{ann, dana, cyrus}));
  EXPECT_EQ(order(given(discussing() + asked, amended(rules))), (People{cyrus, ann, dana}));
}

TEST(Order, FLR_17_the_chair_moves_anyone_and_says_why) {
  auto scene = given(queueing());
  scene.when(mayor, MoveRequest{third, 1, "پرواز دارد"}).then({RequestMoved{meeting, report, third, 1, "پرواز دارد"}});
  scene.does(mayor, MoveRequest{third, 1, "پرواز دارد"});
  EXPECT_EQ(order(scene), (People{ann, guest, cyrus}));
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->requests.at(third).moved_reason, Reason{"پرواز دارد"});
}

TEST(Order, FLR_17_down_as_well_as_up) {
  auto scene = given(queueing());
  scene.does(mayor, MoveRequest{first, 2, "غایب از صندلی"});
  EXPECT_EQ(order(scene), (People{cyrus, guest, ann}));
}

TEST(Order, FLR_17_not_behind_the_last) {
  given(queueing()).when(mayor, MoveRequest{first, 3, "نوبت"}).then(RefusalCode::bad_position, Args{{"last", "2"}});
}

TEST(Order, FLR_17_whoever_was_moved_stays_there_while_others_come) {
  auto scene = given(queueing());
  scene.does(mayor, MoveRequest{third, 0, "پرواز دارد"});
  scene.happens({raises(410, dana, PointOfOrder::rights)});
  EXPECT_EQ(order(scene), (People{guest, dana, ann, cyrus}));
  scene.does(mayor, MoveRequest{RequestId{410}, 3, "بعداً"});
  scene.happens({raises(411, vice, PointOfOrder::rights)});
  EXPECT_EQ(order(scene), (People{guest, vice, ann, dana, cyrus}));
}

TEST(Order, FLR_17_whoever_was_moved_moves_up_when_others_go) {
  auto scene = given(queueing(), asks(410, dana));
  scene.does(mayor, MoveRequest{third, 1, "پرواز دارد"}).does(mayor, MoveRequest{second, 3, "بعداً"});
  EXPECT_EQ(order(scene), (People{ann, guest, dana, cyrus}));
  scene.does(ann, WithdrawRequest{first});
  EXPECT_EQ(order(scene), (People{guest, dana, cyrus}));
  scene.does(mayor, SkipRequest{RequestId{410}});
  EXPECT_EQ(order(scene), (People{guest, cyrus}));
}

TEST(Order, FLR_22_by_arrival_nothing_else_counts) {
  auto scene = given(ruled_by(Fairness::arrival) + has_spoken(409, ann, 60), asks(410, ann), asks(411, cyrus));
  EXPECT_EQ(order(scene), (People{ann, cyrus}));
}

TEST(Order, FLR_22_first_timers_come_first) {
  const Story spoke = ruled_by(Fairness::first_timers) + has_spoken(409, ann, 60);
  EXPECT_EQ(order(given(spoke, asks(410, ann), asks(411, cyrus))), (People{cyrus, ann}));
  EXPECT_EQ(order(given(spoke, ItemEnded{meeting, report, ItemState::done, {}, {}, {}}, ItemActivated{meeting, report},
                        asks(410, ann), asks(411, cyrus))),
            (People{cyrus, ann}));
}

TEST(Order, FLR_22_points_of_order_presentations_and_other_items_do_not_make_an_old_hand) {
  const Story before = ruled_by(Fairness::first_timers) + has_spoken(407, ann, 60, point_of_order) +
                       has_spoken(408, ann, 60, presentation);
  EXPECT_EQ(order(given(before, asks(410, ann), asks(411, cyrus))), (People{ann, cyrus}));
  const Story elsewhere = has_spoken(407, ann, 60) +
                          Story{ItemEnded{meeting, report, ItemState::done, {}, {}, {}}, ItemActivated{meeting, plan}};
  auto scene = given(ruled_by(Fairness::first_timers) + elsewhere);
  scene.does(ann, RequestFloor{}).does(cyrus, RequestFloor{});
  EXPECT_EQ(order(scene), (People{ann, cyrus}));
}

TEST(Order, FLR_22_least_time_counts_the_whole_meeting_and_no_presentations) {
  const Story before = ruled_by(Fairness::least_time) + has_spoken(406, ann, 60) + has_spoken(407, dana, 30) +
                       has_spoken(408, cyrus, 600, presentation) +
                       Story{ItemEnded{meeting, report, ItemState::done, {}, {}, {}}, ItemActivated{meeting, plan}};
  auto scene = given(before);
  for (const PersonId person : {ann, dana, cyrus, guest}) scene.does(person, RequestFloor{});
  EXPECT_EQ(order(scene), (People{cyrus, guest, dana, ann}));
}

TEST(Order, FLR_22_an_item_taken_up_again_is_put_into_order_by_what_was_said_meanwhile) {
  auto scene = given(ruled_by(Fairness::least_time), asks(410, ann), asks(411, cyrus));
  scene.happens({ItemEnded{meeting, report, ItemState::done, {}, {}, {}}, ItemActivated{meeting, plan}});
  scene.happens(has_spoken(412, ann, 60, speech, plan));
  scene.does(mayor, ActivateItem{report});
  EXPECT_EQ(order(scene), (People{cyrus, ann}));
}

TEST(Order, FLR_22_for_and_against_take_turns) {
  const Story asked{asks(410, ann, speech, Stance::for_), asks(411, cyrus, speech, Stance::for_),
                    asks(412, dana, speech, Stance::against), asks(413, guest, speech, Stance::neutral),
                    asks(414, vice, speech, Stance::against)};
  EXPECT_EQ(order(given(ruled_by(Fairness::alternate_stances) + asked)), (People{ann, dana, cyrus, guest, vice}));
}

TEST(Order, FLR_22_the_side_opposite_to_the_last_speech_begins) {
  auto scene = given(ruled_by(Fairness::alternate_stances), asks(410, ann, speech, Stance::for_));
  scene.does(mayor, GiveFloor{RequestId{410}, {}});
  scene.happens({asks(411, cyrus, speech, Stance::for_), asks(412, dana, speech, Stance::against)});
  EXPECT_EQ(order(scene), (People{dana, cyrus}));
  scene.does(mayor, EndTurn{}).does(mayor, GiveFloorTo{guest, speech}).does(mayor, EndTurn{});
  EXPECT_EQ(order(scene), (People{dana, cyrus}));  // a speech without a side changes nothing
  scene.does(mayor, GiveFloor{RequestId{412}, {}});
  scene.happens({asks(413, vice, speech, Stance::against)});
  EXPECT_EQ(order(scene), (People{cyrus, vice}));
}

TEST(Order, FLR_22_when_one_side_is_left_it_goes_on_by_asking) {
  const Story asked{asks(410, ann, speech, Stance::against), asks(411, cyrus, speech, Stance::against),
                    asks(412, dana, speech, Stance::against), asks(413, vice, speech, Stance::for_)};
  EXPECT_EQ(order(given(ruled_by(Fairness::alternate_stances) + asked)), (People{ann, vice, cyrus, dana}));
}

TEST(Order, FLR_22_groups_take_turns) {
  Member grouped = member(dana);
  grouped.group = ShortName{"هنر"};
  // Without her group dana would be of cyrus's: they have the same seat.
  const Story asked{MemberEdited{grouped}, asks(410, cyrus), asks(411, dana), asks(412, ann)};
  auto scene = given(ruled_by(Fairness::alternate_groups) + has_spoken(409, cyrus, 10) + asked);
  EXPECT_EQ(order(scene), (People{dana, cyrus, ann}));
  grouped.group.reset();
  scene.does(clerk, EditMember{grouped});
  EXPECT_EQ(order(scene), (People{ann, cyrus, dana}));
}

TEST(Order, FLR_22_a_new_charter_puts_those_who_wait_into_its_order) {
  auto scene = given(ruled_by(Fairness::arrival) + has_spoken(409, ann, 60), asks(410, ann), asks(411, cyrus));
  FloorRules rules;
  rules.fairness = Fairness::least_time;
  scene.happens({amended(rules)});
  EXPECT_EQ(order(scene), (People{cyrus, ann}));
}

TEST(Order, FLR_23_whoever_has_been_passed_often_enough_is_next) {
  auto scene = given(ruled_by(Fairness::first_timers, 2) + has_spoken(409, ann, 60), asks(410, ann));
  for (const PersonId newcomer : {cyrus, dana}) {
    scene.does(newcomer, RequestFloor{});
    EXPECT_EQ(order(scene), (People{newcomer, ann}));
    scene.does(mayor, GiveFloor{scene.current().items.at(report).queue.front(), {}}).does(mayor, EndTurn{});
  }
  scene.does(guest, RequestFloor{});
  EXPECT_EQ(order(scene), (People{ann, guest}));
}

TEST(Order, FLR_23_neither_the_chairs_choice_nor_another_kind_counts_as_passing) {
  auto scene = given(ruled_by(Fairness::first_timers, 1) + has_spoken(409, ann, 60), asks(410, ann), asks(411, cyrus),
                     asks(412, dana), asks(413, vice, question));
  scene.does(mayor, GiveFloor{RequestId{413}, {}});                    // another kind
  scene.does(mayor, GiveFloor{RequestId{412}, Reason{"پاسخ کوتاه"}});  // out of turn
  scene.does(mayor, MoveRequest{RequestId{411}, 0, "پرواز دارد"}).does(mayor, GiveFloor{RequestId{411}, {}});
  EXPECT_EQ(scene.current().items.at(report).requests.at(RequestId{410}).passed, 0);
}

TEST(Order, FLR_24_each_sees_who_stands_before_and_why) {
  auto scene = given(ruled_by(Fairness::first_timers) + has_spoken(409, ann, 60), asks(410, ann), asks(411, cyrus),
                     asks(412, dana, reply), raises(413, vice, PointOfOrder::fact),
                     raises(414, clerk, PointOfOrder::rights), asks(415, guest));
  EXPECT_EQ(order(scene), (People{clerk, vice, dana, cyrus, guest, ann}));
  EXPECT_EQ(ahead_of(scene, clerk), std::vector<Ahead>{});
  EXPECT_EQ(ahead_of(scene, vice), (std::vector<Ahead>{{Ground::point, point_of_order, 1}}));
  EXPECT_EQ(ahead_of(scene, dana), (std::vector<Ahead>{{Ground::kind, point_of_order, 2}}));
  EXPECT_EQ(ahead_of(scene, guest),
            (std::vector<Ahead>{
                {Ground::kind, point_of_order, 2}, {Ground::kind, reply, 1}, {Ground::asked_earlier, {}, 1}}));
  EXPECT_EQ(
      ahead_of(scene, ann),
      (std::vector<Ahead>{{Ground::kind, point_of_order, 2}, {Ground::kind, reply, 1}, {Ground::first_time, {}, 2}}));
}

TEST(Order, FLR_24_patience_time_sides_and_groups_are_grounds_too) {
  auto patient = given(ruled_by(Fairness::arrival, 1), asks(410, ann), asks(411, cyrus));
  FloorRules rules;
  rules.fairness = Fairness::least_time;
  rules.patience = 1;
  patient.happens(has_spoken(409, ann, 60));
  patient.happens({amended(rules)});
  EXPECT_EQ(ahead_of(patient, ann), (std::vector<Ahead>{{Ground::less_time, {}, 1}}));
  patient.does(mayor, GiveFloor{RequestId{411}, {}}).does(mayor, EndTurn{}).does(dana, RequestFloor{});
  EXPECT_EQ(ahead_of(patient, dana), (std::vector<Ahead>{{Ground::waited_long, {}, 1}}));

  const auto sides = given(ruled_by(Fairness::alternate_stances), asks(410, ann, speech, Stance::for_),
                           asks(411, cyrus, speech, Stance::for_), asks(412, dana, speech, Stance::against));
  EXPECT_EQ(ahead_of(sides, cyrus),
            (std::vector<Ahead>{{Ground::other_stance, {}, 1}, {Ground::asked_earlier, {}, 1}}));
  const auto groups = given(ruled_by(Fairness::alternate_groups), asks(410, cyrus), asks(411, dana), asks(412, ann));
  EXPECT_EQ(ahead_of(groups, dana), (std::vector<Ahead>{{Ground::other_group, {}, 1}, {Ground::asked_earlier, {}, 1}}));
}

TEST(Order, FLR_24_a_place_the_chair_has_given_is_a_ground_on_both_sides) {
  auto scene = given(queueing());
  scene.does(mayor, MoveRequest{third, 1, "پرواز دارد"});
  EXPECT_EQ(ahead_of(scene, guest), (std::vector<Ahead>{{Ground::placed_by_chair, {}, 1}}));
  EXPECT_EQ(ahead_of(scene, cyrus),
            (std::vector<Ahead>{{Ground::placed_by_chair, {}, 1}, {Ground::asked_earlier, {}, 1}}));
}

TEST(Order, FLR_24_grounds_and_time_are_for_those_inside) {
  const auto scene = given(queueing());
  for (const Audience audience : {Audience::member, Audience::staff}) {
    EXPECT_EQ(scene.seen_by(audience).floor->requests.at(second).ahead.size(), 1u);
    EXPECT_EQ(scene.seen_by(audience).floor->requests.at(second).limit, seconds(180));
  }
  for (const Audience audience : {Audience::public_, Audience::display}) {
    EXPECT_TRUE(scene.seen_by(audience).floor->requests.at(second).ahead.empty());
    EXPECT_EQ(scene.seen_by(audience).floor->requests.at(second).limit, std::nullopt);
  }
}

TEST(Order, FLR_25_the_first_one_is_called_without_a_reason) {
  given(queueing()).when(mayor, GiveFloor{first, Reason{"نوبت"}}).then(RefusalCode::reason_not_expected, "reason");
  given(queueing())
      .when(mayor, GiveFloor{first, {}})
      .then({TurnStarted{meeting, report, first, ann, speech, seconds(180)}});
}

TEST(Order, FLR_25_everybody_else_is_called_with_one_that_goes_on_record) {
  auto scene = given(queueing());
  scene.when(mayor, GiveFloor{second, {}}).then(RefusalCode::reason_missing, "reason");
  scene.does(mayor, GiveFloor{second, Reason{"پرواز دارد"}});
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->turn->reason, Reason{"پرواز دارد"});
  scene.does(mayor, EndTurn{});
  EXPECT_EQ(scene.current().record.entries.rbegin()->second.reason, Reason{"پرواز دارد"});
}

}  // namespace
}  // namespace talar::hall
