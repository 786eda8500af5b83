// How much time a turn has, what it takes from the budgets, and what is given on.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;

FloorRules budgets(std::optional<std::int64_t> person_item, std::optional<std::int64_t> person_meeting,
                   std::optional<std::int64_t> group_item) {
  FloorRules rules;
  if (person_item) rules.person_item_seconds = *person_item;
  if (person_meeting) rules.person_meeting_seconds = *person_meeting;
  if (group_item) rules.group_item_seconds = *group_item;
  return rules;
}

Scene sharing(const FloorRules& rules) {
  return given(discussing(), amended(rules));
}

Millis limit_given(const Scene& scene, PersonId person, SpeechKind kind = speech) {
  Scene next = scene;
  next.does(mayor, GiveFloorTo{person, kind});
  return next.current().turn->limit;
}

void speaks(Scene& scene, PersonId person, std::int64_t for_seconds, SpeechKind kind = speech) {
  scene.does(mayor, GiveFloorTo{person, kind}).after(seconds(for_seconds)).does(mayor, EndTurn{});
}

TEST(Budget, FLR_26_a_turn_has_what_is_left_in_the_item) {
  auto scene = sharing(budgets(200, {}, {}));
  EXPECT_EQ(limit_given(scene, ann), seconds(180));
  speaks(scene, ann, 150);
  EXPECT_EQ(limit_given(scene, ann), seconds(50));
  EXPECT_EQ(limit_given(scene, cyrus), seconds(180));
  scene.does(mayor, ActivateItem{plan});
  EXPECT_EQ(limit_given(scene, ann), seconds(180));
}

TEST(Budget, FLR_26_and_in_the_meeting) {
  auto scene = sharing(budgets({}, 200, {}));
  speaks(scene, ann, 150);
  scene.does(mayor, ActivateItem{plan});
  EXPECT_EQ(limit_given(scene, ann), seconds(50));
}

TEST(Budget, FLR_26_and_to_the_group) {
  auto scene = sharing(budgets({}, {}, 200));
  speaks(scene, cyrus, 150);
  EXPECT_EQ(limit_given(scene, dana), seconds(50));  // of the same seat
  EXPECT_EQ(limit_given(scene, ann), seconds(180));
  Member grouped = member(dana);
  grouped.group = ShortName{"هنر"};
  scene.does(clerk, EditMember{grouped});
  EXPECT_EQ(limit_given(scene, dana), seconds(180));
}

TEST(Budget, FLR_26_the_turn_that_ends_for_the_next_one_counts_already) {
  auto scene = sharing(budgets({}, {}, 200));
  scene.does(mayor, GiveFloorTo{cyrus, speech}).after(seconds(150));
  EXPECT_EQ(limit_given(scene, dana), seconds(50));
}

TEST(Budget, FLR_26_the_least_of_them_binds) {
  auto scene = sharing(budgets(300, 170, 160));
  EXPECT_EQ(limit_given(scene, ann), seconds(160));
  EXPECT_EQ(limit_given(scene, ann, question), seconds(60));
}

TEST(Budget, FLR_26_replies_points_of_order_and_presentations_neither_count_nor_are_bound) {
  auto scene = sharing(budgets(100, {}, {}));
  speaks(scene, ann, 90, reply);
  speaks(scene, ann, 90, point_of_order);
  EXPECT_EQ(limit_given(scene, ann), seconds(100));
  speaks(scene, ann, 60, question);
  EXPECT_EQ(limit_given(scene, ann), seconds(40));
  EXPECT_EQ(limit_given(scene, ann, reply), seconds(60));
}

TEST(Budget, FLR_26_with_nothing_left_one_does_not_ask) {
  const auto which = [](const FloorRules& rules) {
    auto scene = sharing(rules);
    speaks(scene, ann, 120);
    return scene;
  };
  which(budgets(100, {}, {})).when(ann, RequestFloor{}).then(RefusalCode::budget_spent, Args{{"which", "person_item"}});
  which(budgets({}, 100, {}))
      .when(ann, RequestFloor{question})
      .then(RefusalCode::budget_spent, Args{{"which", "person_meeting"}});
  which(budgets({}, {}, 100)).when(ann, RequestFloor{}).then(RefusalCode::budget_spent, Args{{"which", "group_item"}});
  which(budgets(100, {}, {}))
      .when(ann, RequestFloor{reply})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, reply, {}}});
}

TEST(Budget, FLR_26_what_the_chair_gives_has_ten_seconds_at_least) {
  auto scene = sharing(budgets(100, {}, {}));
  speaks(scene, ann, 100);
  EXPECT_EQ(limit_given(scene, ann), seconds(10));
}

TEST(Budget, FLR_26_who_waits_sees_what_is_left) {
  auto scene = sharing(budgets(200, {}, {}));
  speaks(scene, ann, 150);
  scene.does(ann, RequestFloor{});
  EXPECT_EQ(scene.seen_by(Audience::member).floor->requests.begin()->second.limit, seconds(50));
}

/// ann speaks, cyrus and the guest wait, and time may be given on.
Scene giving(FloorRules rules = {}) {
  rules.transfer = true;
  return given(queueing(), amended(rules), TurnStarted{meeting, report, first, ann, speech, seconds(180)});
}

TEST(Budget, FLR_27_the_speaker_gives_what_is_left_to_one_who_waits) {
  auto scene = giving();
  scene.after(seconds(60));
  const Story expected{TurnEnded{meeting, report, first, ann, speech, seconds(60), seconds(180)},
                       TimeYielded{meeting, report, ann, guest, seconds(120)}};
  scene.when(ann, YieldTime{guest}).then(expected);
  scene.when(mayor, YieldTime{guest}).then(expected);
  scene.when(cyrus, YieldTime{guest}).then(RefusalCode::not_your_own);
}

TEST(Budget, FLR_27_it_is_added_to_the_next_turn_there_once) {
  auto scene = giving();
  scene.after(seconds(60)).does(ann, YieldTime{guest});
  EXPECT_EQ(scene.seen_by(Audience::member).floor->requests.at(third).limit, seconds(300));
  EXPECT_EQ(limit_given(scene, guest), seconds(300));
  speaks(scene, guest, 200);
  EXPECT_EQ(limit_given(scene, guest), seconds(180));
}

TEST(Budget, FLR_27_it_is_the_givers_time_and_not_the_others) {
  auto scene = giving(budgets(200, {}, {}));
  scene.after(seconds(60)).does(ann, YieldTime{guest});
  EXPECT_EQ(limit_given(scene, ann), seconds(20));
  speaks(scene, guest, 150);
  EXPECT_EQ(limit_given(scene, guest), seconds(170));
}

TEST(Budget, FLR_27_it_lets_somebody_ask_whose_own_time_is_spent) {
  auto scene = giving(budgets(100, {}, {}));
  scene.does(mayor, EndTurn{});
  speaks(scene, guest, 100);  // uses the waiting request
  scene.does(guest, RequestFloor{reply}).does(mayor, GiveFloorTo{ann, speech}).after(seconds(20));
  scene.does(ann, YieldTime{guest}).does(guest, WithdrawRequest{scene.current().items.at(report).queue.front()});
  scene.does(guest, RequestFloor{});
}

TEST(Budget, FLR_27_only_where_the_charter_allows_it_and_not_of_other_kinds) {
  given(speaking()).when(ann, YieldTime{guest}).then(RefusalCode::transfer_not_allowed);
  auto scene = giving();
  scene.does(mayor, GiveFloorTo{dana, point_of_order});
  scene.when(dana, YieldTime{guest}).then(RefusalCode::transfer_not_allowed);
}

TEST(Budget, FLR_27_only_what_is_left_and_to_those_who_wait) {
  auto scene = giving();
  scene.when(ann, YieldTime{dana}).then(RefusalCode::not_waiting, "to");
  scene.when(ann, YieldTime{nobody}).then(RefusalCode::no_such_person, "to");
  scene.after(seconds(180)).when(ann, YieldTime{guest}).then(RefusalCode::nothing_left);
  given(queueing()).when(mayor, YieldTime{guest}).then(RefusalCode::nobody_speaking);
}

TEST(Budget, FLR_27_it_stands_in_the_minutes) {
  auto scene = giving();
  scene.after(seconds(60)).does(ann, YieldTime{guest});
  const Entry& entry = scene.current().record.entries.rbegin()->second;
  EXPECT_EQ(entry.kind, EntryKind::time_yielded);
  EXPECT_EQ(entry.person, ann);
  EXPECT_EQ(entry.other, guest);
  EXPECT_EQ(entry.spoken, seconds(120));
}

}  // namespace
}  // namespace talar::hall
