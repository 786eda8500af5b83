#include <random>

#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

ItemContent opened(const char* title = "امور اداری دبیرخانه") {
  return content(title);
}

TEST(Confidentiality, CNF_1_a_part_of_a_closed_item_is_closed) {
  const auto scene = given(convened(), ItemAdded{meeting, ItemId{900}, payroll, 0, content("حقوق")});
  EXPECT_TRUE(scene.seen_by(Audience::public_).items.at(ItemId{900}).closed);
  EXPECT_TRUE(scene.seen_by(Audience::member).items.at(ItemId{900}).confidential);
}

TEST(Confidentiality, CNF_1_an_item_beside_it_is_not) {
  EXPECT_FALSE(given(convened()).seen_by(Audience::public_).items.at(plan).closed);
}

TEST(Confidentiality, CNF_2_outside_only_its_place_state_minutes_and_times_are_seen) {
  auto scene = given(discussing(payroll));
  scene.after(minutes(3)).does(mayor, DeferItem{payroll, Reason{"محرمانه"}});
  ItemView expected;
  expected.meeting = meeting;
  expected.number = {3};
  expected.state = ItemState::deferred;
  expected.closed = true;
  expected.minutes = 20;
  expected.started_at = nine_o_clock;
  expected.ended_at = nine_o_clock + minutes(3);
  expected.spent = minutes(3);
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(payroll), expected);
  EXPECT_EQ(scene.seen_by(Audience::display).items.at(payroll), expected);
}

TEST(Confidentiality, CNF_2_it_stands_in_the_agenda_and_may_be_the_active_item) {
  const MeetingView seen = given(discussing(payroll)).meeting_seen_by(Audience::public_);
  EXPECT_EQ(seen.agenda.size(), 5u);
  EXPECT_EQ(seen.active_item, payroll);
}

TEST(Confidentiality, CNF_3_an_item_is_closed_at_any_time) {
  ItemContent closed = content("گزارش دبیرخانه");
  closed.confidential = true;
  given(speaking(report)).when(clerk, EditItem{report, closed}).then({ItemEdited{meeting, report, closed}});
}

TEST(Confidentiality, CNF_3_an_untouched_item_is_opened_again) {
  given(convened()).when(clerk, EditItem{payroll, opened()}).then({ItemEdited{meeting, payroll, opened()}});
}

TEST(Confidentiality, CNF_3_not_once_it_was_taken_up) {
  given(discussing(payroll))
      .when(clerk, EditItem{payroll, opened()})
      .then(RefusalCode::item_not_empty, "content.confidential");
}

TEST(Confidentiality, CNF_3_not_with_anything_recorded) {
  given(convened(), MinutesWritten{meeting, payroll, "متن", 1})
      .when(clerk, EditItem{payroll, opened()})
      .then(RefusalCode::item_not_empty, "content.confidential");
  given(convened(), VotePrepared{meeting, payroll, ballot, question()})
      .when(clerk, EditItem{payroll, opened()})
      .then(RefusalCode::item_not_empty, "content.confidential");
}

TEST(Confidentiality, CNF_3_not_while_a_part_has_something_recorded) {
  given(convened(), ItemAdded{meeting, ItemId{900}, payroll, 0, content("حقوق")},
        MinutesWritten{meeting, ItemId{900}, "متن", 1})
      .when(clerk, EditItem{payroll, opened()})
      .then(RefusalCode::item_not_empty, "content.confidential");
}

TEST(Confidentiality, CNF_3_a_part_closed_by_itself_stays_closed) {
  ItemContent closed = content("حقوق");
  closed.confidential = true;
  given(convened(), ItemAdded{meeting, ItemId{900}, payroll, 0, closed}, MinutesWritten{meeting, ItemId{900}, "متن", 1})
      .when(clerk, EditItem{payroll, opened()})
      .then({ItemEdited{meeting, payroll, opened()}});
}

TEST(Confidentiality, CNF_3_its_other_words_may_change_any_time) {
  ItemContent closed = content("امور اداری");
  closed.confidential = true;
  given(discussing(payroll)).when(clerk, EditItem{payroll, closed}).then({ItemEdited{meeting, payroll, closed}});
}

TEST(Confidentiality, CNF_3_moving_out_does_not_open_what_is_recorded) {
  const Story story = convened() + Story{ItemAdded{meeting, ItemId{900}, payroll, 0, content("حقوق")}};
  given(story).when(clerk, MoveItem{ItemId{900}, {}, 0}).then({ItemMoved{meeting, ItemId{900}, {}, 0}});
  given(story, MinutesWritten{meeting, ItemId{900}, "متن", 1})
      .when(clerk, MoveItem{ItemId{900}, {}, 0})
      .then(RefusalCode::item_not_empty, "parent");
}

TEST(Confidentiality, CNF_3_moving_in_closes) {
  auto scene = given(speaking(report));
  scene.does(clerk, MoveItem{report, payroll, 0});
  EXPECT_TRUE(scene.seen_by(Audience::public_).items.at(report).closed);
  EXPECT_EQ(scene.seen_by(Audience::public_).floor, std::nullopt);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).turns, 0);
}

TEST(Confidentiality, CNF_4_no_floor_outside) {
  const auto scene = given(speaking(payroll));
  EXPECT_EQ(scene.seen_by(Audience::public_).floor, std::nullopt);
  EXPECT_EQ(scene.seen_by(Audience::display).floor, std::nullopt);
}

TEST(Confidentiality, CNF_4_no_open_vote_and_no_result_outside) {
  auto scene = given(voting(payroll));
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).open_vote, std::nullopt);
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, std::nullopt);
  EXPECT_EQ(scene.meeting_seen_by(Audience::member).shown_result, ballot);
}

TEST(Confidentiality, CNF_5_no_vote_and_no_resolution_outside) {
  auto scene = given(voting(payroll));
  scene.does(ann, CastVote{ballot, Choice::approve}).does(mayor, CloseVote{ballot});
  scene.does(clerk, AdoptResolution{payroll, resolution_of("متن")});
  for (const Audience audience : {Audience::public_, Audience::display}) {
    EXPECT_TRUE(scene.seen_by(audience).votes.empty());
    EXPECT_TRUE(scene.seen_by(audience).resolutions.empty());
  }
}

TEST(Confidentiality, CNF_5_no_turns_and_no_speaking_time_outside) {
  auto scene = given(speaking(report));
  scene.after(seconds(20)).does(mayor, ActivateItem{payroll});
  scene.does(mayor, GiveFloorTo{ann, SpeechKind::speech}).after(seconds(50)).does(mayor, EndTurn{});
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).turns, 1);
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ann).spoken, seconds(20));
  EXPECT_EQ(scene.seen_by(Audience::member).people.at(ann).turns, 2);
  EXPECT_EQ(scene.seen_by(Audience::member).people.at(ann).spoken, seconds(70));
}

/// Two hundred random commands by the people inside while the closed item is active; whatever is accepted happens.
TEST(Confidentiality, CNF_6_nothing_that_happens_inside_is_seen_outside) {
  std::mt19937_64 random(20'231'228);
  auto scene = given(voting(report));
  scene.does(ann, CastVote{ballot, Choice::approve}).does(mayor, CloseVote{ballot});
  scene.does(mayor, ActivateItem{payroll});
  const View outside = scene.seen_by(Audience::public_);
  const View on_display = scene.seen_by(Audience::display);
  const std::vector<PersonId> people{mayor, vice, ann, cyrus, dana, guest, clerk};
  const auto any = [&](const auto& list) { return list[random() % list.size()]; };
  int accepted = 0;
  for (int i = 0; i < 200; ++i) {
    scene.after(seconds(1));
    const Meeting& now = scene.current();
    const Item& item = now.items.at(payroll);
    const RequestId request = item.queue.empty() ? first : any(item.queue);
    const auto vote = now.open_vote.value_or(now.votes.rbegin()->first);
    const std::vector<std::pair<PersonId, Command>> ideas{
        {any(people), RequestFloor{SpeechKind(random() % 3), {}, {}, Note{"یادداشت"}}},
        {any(people), RequestFloor{SpeechKind::point_of_order, {}, PointOfOrder(random() % 3), {}}},
        {mayor, GiveFloor{request, {}}},
        {mayor, GiveFloor{request, Reason{"نوبت"}}},
        {mayor, CallLast{}},
        {mayor, GiveFloorTo{any(people), SpeechKind::reply}},
        {mayor, SkipRequest{request}},
        {mayor, MoveRequest{request, 0, "نوبت"}},
        {mayor, WarnSpeaker{}},
        {mayor, ExtendTurn{30}},
        {mayor, PauseTurn{}},
        {mayor, ResumeTurn{}},
        {mayor, CloseList{}},
        {mayor, OpenList{}},
        {clerk, PrepareVote{payroll, question()}},
        {mayor, OpenVote{vote}},
        {any(people), CastVote{vote, Choice(random() % 3)}},
        {mayor, CloseVote{vote}},
        {clerk,
         WriteMinutes{payroll, "متن", now.record.texts.contains(payroll) ? now.record.texts.at(payroll).version : 0}},
        {clerk, AdoptResolution{payroll, resolution_of("متن")}},
        {clerk, EditItem{payroll, item.content}},
    };
    const auto& [person, command] = any(ideas);
    Context context{Context::Kind::person, person, scene.now(), random(), true};
    const auto decision = decide(scene.state(), context, command);
    if (!decision) continue;
    ++accepted;
    scene.happens(*decision);
    ASSERT_EQ(scene.seen_by(Audience::public_), outside) << told(decision->front());
    ASSERT_EQ(scene.seen_by(Audience::display), on_display) << told(decision->front());
  }
  EXPECT_GT(accepted, 60);
  EXPECT_NE(scene.seen_by(Audience::member).floor, std::nullopt);
  EXPECT_GT(scene.seen_by(Audience::member).votes.size(), 1u);
}

TEST(Confidentiality, CNF_7_those_inside_see_it_whole) {
  const View seen = given(speaking(payroll)).seen_by(Audience::member);
  EXPECT_FALSE(seen.items.at(payroll).closed);
  EXPECT_TRUE(seen.items.at(payroll).confidential);
  EXPECT_EQ(seen.items.at(payroll).title, Title{"امور اداری دبیرخانه"});
  EXPECT_EQ(seen.items.at(payroll).presenter, clerk);
  EXPECT_EQ(seen.floor->turn->person, ann);
  EXPECT_EQ(seen.floor->queue, (std::vector{second, third}));
}

}  // namespace
}  // namespace talar::hall
