// What may be asked for, and what the charter says about it.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;

Scene offering(const FloorRules& rules) {
  return given(discussing(), amended(rules));
}

ItemContent presented_by(PersonId person) {
  ItemContent with_presenter = content("گزارش دبیرخانه");
  with_presenter.presenter = person;
  return with_presenter;
}

TEST(Kinds, FLR_21_a_speech_may_take_a_side) {
  for (const Stance stance : {Stance::for_, Stance::against, Stance::neutral}) {
    given(discussing())
        .when(ann, RequestFloor{speech, stance, {}, {}})
        .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, speech, {}, stance, {}}});
  }
}

TEST(Kinds, FLR_21_nothing_else_takes_a_side) {
  given(discussing())
      .when(ann, RequestFloor{question, Stance::for_, {}, {}})
      .then(RefusalCode::stance_not_expected, "stance");
  given(discussing())
      .when(ann, RequestFloor{point_of_order, Stance::for_, PointOfOrder::fact, {}})
      .then(RefusalCode::stance_not_expected, "stance");
}

TEST(Kinds, FLR_21_a_point_of_order_says_which) {
  given(discussing()).when(ann, RequestFloor{point_of_order, {}, {}, {}}).then(RefusalCode::point_missing, "point");
  given(discussing())
      .when(ann, RequestFloor{point_of_order, {}, PointOfOrder::rights, {}})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), ann, point_of_order, {}, {}, PointOfOrder::rights}});
  given(discussing())
      .when(ann, RequestFloor{speech, {}, PointOfOrder::rights, {}})
      .then(RefusalCode::point_not_expected, "point");
}

TEST(Kinds, FLR_21_what_the_charter_does_not_offer_is_not_asked_for) {
  FloorRules rules;
  rules.kinds = {point_of_order, speech};
  rules.points_of_order = {PointOfOrder::procedure};
  offering(rules).when(ann, RequestFloor{question, {}, {}, {}}).then(RefusalCode::kind_not_offered, "kind");
  offering(rules)
      .when(ann, RequestFloor{point_of_order, {}, PointOfOrder::fact, {}})
      .then(RefusalCode::kind_not_offered, "point");
}

TEST(Kinds, FLR_21_side_and_point_are_seen_in_the_queue_and_in_the_turn) {
  auto scene = given(discussing());
  scene.does(ann, RequestFloor{speech, Stance::against, {}, {}});
  const RequestId request = scene.current().items.at(report).queue.front();
  EXPECT_EQ(scene.seen_by(Audience::display).floor->requests.at(request).stance, Stance::against);
  scene.does(mayor, GiveFloor{request, {}});
  EXPECT_EQ(scene.seen_by(Audience::display).floor->turn->stance, Stance::against);
  scene.does(cyrus, RequestFloor{point_of_order, {}, PointOfOrder::fact, {}});
  scene.does(mayor, GiveFloor{scene.current().items.at(report).queue.front(), {}});
  EXPECT_EQ(scene.seen_by(Audience::display).floor->turn->point, PointOfOrder::fact);
}

TEST(Kinds, FLR_21_what_the_chair_gives_otherwise_than_asked_takes_no_side) {
  given(discussing(), FloorRequested{meeting, report, first, ann, speech, {}, Stance::for_, {}})
      .when(mayor, GiveFloorTo{ann, question})
      .then({TurnStarted{meeting, report, first, ann, question, seconds(60)}});
}

TEST(Kinds, FLR_30_nobody_asks_for_a_presentation) {
  given(discussing(), ItemEdited{meeting, report, presented_by(ann)})
      .when(ann, RequestFloor{presentation, {}, {}, {}})
      .then(RefusalCode::kind_not_offered, "kind");
}

TEST(Kinds, FLR_30_the_presenter_is_given_one) {
  const auto scene = given(discussing(), ItemEdited{meeting, report, presented_by(ann)});
  scene.when(mayor, GiveFloorTo{ann, presentation})
      .then({TurnStarted{meeting, report, fresh<RequestId>(), ann, presentation, seconds(600)}});
  scene.when(mayor, GiveFloorTo{cyrus, presentation}).then(RefusalCode::not_the_presenter, "person");
  given(discussing()).when(mayor, GiveFloorTo{ann, presentation}).then(RefusalCode::not_the_presenter, "person");
}

TEST(Kinds, FLR_31_presentations_stand_apart) {
  auto scene = given(discussing(), ItemEdited{meeting, report, presented_by(ann)});
  scene.does(mayor, GiveFloorTo{ann, presentation}).after(minutes(8)).does(ann, EndTurn{});
  scene.does(mayor, GiveFloorTo{ann, speech}).after(minutes(1)).does(ann, EndTurn{});
  const PersonView seen = scene.seen_by(Audience::public_).people.at(ann);
  EXPECT_EQ(seen.presented, minutes(8));
  EXPECT_EQ(seen.spoken, minutes(1));
  EXPECT_EQ(seen.turns, 1);
}

void refused(const FloorRules& rules, const char* field) {
  Charter with_rules = charter();
  with_rules.floor = rules;
  given(discussing()).when(mayor, AmendCharter{with_rules}).then(RefusalCode::out_of_bounds, field);
}

TEST(Kinds, FLR_32_a_charter_offers_each_kind_once_speeches_always_and_presentations_never) {
  FloorRules rules;
  rules.kinds = {speech, question, speech};
  refused(rules, "charter.floor.kinds");
  rules.kinds = {question};
  refused(rules, "charter.floor.kinds");
  rules.kinds = {speech, presentation};
  refused(rules, "charter.floor.kinds");
}

TEST(Kinds, FLR_32_points_of_order_are_named_once_and_not_missing) {
  FloorRules rules;
  rules.points_of_order = {PointOfOrder::fact, PointOfOrder::fact};
  refused(rules, "charter.floor.points_of_order");
  rules.points_of_order = {};
  refused(rules, "charter.floor.points_of_order");
  rules.kinds = {speech};
  Charter without_points = charter();
  without_points.floor = rules;
  given(discussing()).when(mayor, AmendCharter{without_points}).then({CharterAmended{without_points}});
}

TEST(Kinds, FLR_32_what_interrupts_is_named_once) {
  FloorRules rules;
  rules.interrupting = {reply, reply};
  refused(rules, "charter.floor.interrupting");
}

}  // namespace
}  // namespace talar::hall
