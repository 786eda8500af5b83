#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using Number = std::vector<std::int64_t>;

Number number_of(const Scene& scene, ItemId item) {
  return scene.seen_by(Audience::staff).items.at(item).number;
}

std::vector<ItemId> agenda(const Scene& scene) {
  return scene.meeting_seen_by(Audience::member).agenda;
}

Story running_turn() {
  return discussing() + Story{TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)}};
}

TEST(Agenda, AGD_1_items_are_added_from_draft_to_recess) {
  for (const Story& story :
       {drafted(), convened(), open_meeting(), open_meeting() + Story{RecessCalled{meeting, {}}}}) {
    given(story)
        .when(clerk, AddItem{meeting, {}, {}, content("تازه")})
        .then({ItemAdded{meeting, fresh<ItemId>(), {}, 3, content("تازه")}});
  }
}

TEST(Agenda, AGD_1_nothing_changes_after_the_end) {
  const auto scene = given(closed_meeting());
  scene.when(clerk, AddItem{meeting, {}, {}, content("تازه")})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
  scene.when(clerk, EditItem{plan, content("تازه")}).then(RefusalCode::wrong_meeting_state);
  scene.when(clerk, MoveItem{plan, {}, 0}).then(RefusalCode::wrong_meeting_state);
  scene.when(clerk, RemoveItem{roads}).then(RefusalCode::wrong_meeting_state);
  scene.when(mayor, ActivateItem{plan}).then(RefusalCode::wrong_meeting_state);
  scene.when(clerk, DeferItem{plan, {}}).then(RefusalCode::wrong_meeting_state);
  scene.when(clerk, WithdrawItem{plan, {}}).then(RefusalCode::wrong_meeting_state);
}

TEST(Agenda, AGD_2_an_item_takes_the_place_asked_for) {
  given(drafted())
      .when(clerk, AddItem{meeting, {}, 1, content("تازه")})
      .then({ItemAdded{meeting, fresh<ItemId>(), {}, 1, content("تازه")}});
  auto scene = given(drafted(), ItemAdded{meeting, ItemId{900}, {}, 1, content("تازه")});
  scene.does(clerk, ConveneMeeting{meeting});
  EXPECT_EQ(agenda(scene), (std::vector{report, ItemId{900}, plan, roads, rivers, payroll}));
}

TEST(Agenda, AGD_2_or_the_last_place) {
  given(drafted())
      .when(clerk, AddItem{meeting, plan, {}, content("تازه")})
      .then({ItemAdded{meeting, fresh<ItemId>(), plan, 2, content("تازه")}});
}

TEST(Agenda, AGD_2_a_place_behind_the_last_is_refused) {
  given(drafted())
      .when(clerk, AddItem{meeting, {}, 4, content("تازه")})
      .then(RefusalCode::bad_position, Args{{"last", "3"}});
  given(drafted()).when(clerk, MoveItem{report, {}, 3}).then(RefusalCode::bad_position, Args{{"last", "2"}});
  given(drafted()).when(clerk, MoveItem{report, plan, 3}).then(RefusalCode::bad_position, Args{{"last", "2"}});
}

TEST(Agenda, AGD_3_a_third_level_is_the_last) {
  given(drafted())
      .when(clerk, AddItem{meeting, roads, {}, content("تازه")})
      .then({ItemAdded{meeting, fresh<ItemId>(), roads, 0, content("تازه")}});
  given(drafted(), ItemAdded{meeting, ItemId{900}, roads, 0, content("سوم")})
      .when(clerk, AddItem{meeting, ItemId{900}, {}, content("چهارم")})
      .then(RefusalCode::nesting_too_deep, Args{{"max", "3"}});
}

TEST(Agenda, AGD_3_an_item_moves_with_its_depth) {
  given(drafted(), ItemAdded{meeting, ItemId{900}, report, 0, content("دوم")})
      .when(clerk, MoveItem{plan, ItemId{900}, 0})
      .then(RefusalCode::nesting_too_deep, "parent");
  given(drafted()).when(clerk, MoveItem{plan, report, 0}).then({ItemMoved{meeting, plan, report, 0}});
}

TEST(Agenda, AGD_4_six_hundred_items_are_enough) {
  auto scene = given(drafted());
  for (std::uint64_t id = 1000; scene.state().meetings.at(meeting).items.size() < limits::items; ++id) {
    scene.happens({ItemAdded{meeting, ItemId{id}, {}, 0, content("یکی")}});
  }
  scene.when(clerk, AddItem{meeting, {}, {}, content("تازه")}).then(RefusalCode::too_many_items, Args{{"max", "600"}});
}

TEST(Agenda, AGD_5_numbers_follow_from_the_places) {
  const auto scene = given(drafted());
  EXPECT_EQ(number_of(scene, report), (Number{1}));
  EXPECT_EQ(number_of(scene, plan), (Number{2}));
  EXPECT_EQ(number_of(scene, roads), (Number{2, 1}));
  EXPECT_EQ(number_of(scene, rivers), (Number{2, 2}));
  EXPECT_EQ(number_of(scene, payroll), (Number{3}));
}

TEST(Agenda, AGD_5_removing_renumbers) {
  const auto scene = given(drafted(), ItemRemoved{meeting, report});
  EXPECT_EQ(number_of(scene, plan), (Number{1}));
  EXPECT_EQ(number_of(scene, rivers), (Number{1, 2}));
}

TEST(Agenda, AGD_5_a_withdrawn_item_keeps_its_number) {
  const auto scene = given(convened(), ItemEnded{meeting, report, ItemState::withdrawn, {}, {}});
  EXPECT_EQ(number_of(scene, report), (Number{1}));
  EXPECT_EQ(number_of(scene, plan), (Number{2}));
}

TEST(Agenda, AGD_6_an_item_moves_among_its_siblings) {
  auto scene = given(convened());
  scene.does(clerk, MoveItem{payroll, {}, 0});
  EXPECT_EQ(agenda(scene), (std::vector{payroll, report, plan, roads, rivers}));
  scene.does(clerk, MoveItem{payroll, {}, 2});
  EXPECT_EQ(agenda(scene), (std::vector{report, plan, roads, rivers, payroll}));
}

TEST(Agenda, AGD_6_an_item_moves_with_its_parts) {
  auto scene = given(convened());
  scene.does(clerk, MoveItem{plan, report, 0});
  EXPECT_EQ(agenda(scene), (std::vector{report, plan, roads, rivers, payroll}));
  EXPECT_EQ(number_of(scene, rivers), (Number{1, 1, 2}));
  scene.does(clerk, MoveItem{rivers, {}, 0});
  EXPECT_EQ(agenda(scene), (std::vector{rivers, report, plan, roads, payroll}));
}

TEST(Agenda, AGD_6_never_inside_itself) {
  given(drafted()).when(clerk, MoveItem{plan, plan, 0}).then(RefusalCode::item_inside_itself, "parent");
  given(drafted()).when(clerk, MoveItem{plan, roads, 0}).then(RefusalCode::item_inside_itself, "parent");
}

TEST(Agenda, AGD_7_a_planned_item_is_removed) {
  given(drafted()).when(clerk, RemoveItem{roads}).then({ItemRemoved{meeting, roads}});
  given(discussing()).when(clerk, RemoveItem{roads}).then({ItemRemoved{meeting, roads}});
}

TEST(Agenda, AGD_7_not_with_parts) {
  given(drafted()).when(clerk, RemoveItem{plan}).then(RefusalCode::item_not_empty, "item");
}

TEST(Agenda, AGD_7_not_once_it_was_taken_up) {
  given(discussing()).when(clerk, RemoveItem{report}).then(RefusalCode::wrong_item_state, Args{{"state", "active"}});
  given(discussing(), ItemEnded{meeting, report, ItemState::deferred, {}, {}})
      .when(clerk, RemoveItem{report})
      .then(RefusalCode::wrong_item_state);
}

TEST(Agenda, AGD_7_not_with_a_vote_or_a_text) {
  given(convened(), VotePrepared{meeting, report, ballot, question()})
      .when(clerk, RemoveItem{report})
      .then(RefusalCode::item_not_empty);
  given(convened(), MinutesWritten{meeting, report, "متن", 1})
      .when(clerk, RemoveItem{report})
      .then(RefusalCode::item_not_empty);
}

TEST(Agenda, AGD_8_a_presenter_is_a_member) {
  ItemContent presented = content("گزارش");
  presented.presenter = nobody;
  given(drafted())
      .when(clerk, AddItem{meeting, {}, {}, presented})
      .then(RefusalCode::no_such_person, "content.presenter");
  given(drafted()).when(clerk, EditItem{report, presented}).then(RefusalCode::no_such_person, "content.presenter");
  presented.presenter = guest;
  given(drafted()).when(clerk, EditItem{report, presented}).then({ItemEdited{meeting, report, presented}});
}

TEST(Agenda, AGD_9_activating_ends_the_active_item) {
  auto scene = given(discussing());
  scene.after(minutes(5))
      .when(mayor, ActivateItem{plan})
      .then({ItemEnded{meeting, report, ItemState::done, minutes(5), {}}, ItemActivated{meeting, plan}});
}

TEST(Agenda, AGD_9_its_turn_ends_first) {
  given(running_turn())
      .when(mayor, ActivateItem{plan})
      .then({TurnEnded{meeting, report, first, ann, SpeechKind::speech, {}, seconds(180)},
             ItemEnded{meeting, report, ItemState::done, {}, {}}, ItemActivated{meeting, plan}});
}

TEST(Agenda, AGD_9_not_during_a_vote) {
  given(voting()).when(mayor, ActivateItem{plan}).then(RefusalCode::vote_open);
  given(voting()).when(mayor, EndItem{}).then(RefusalCode::vote_open);
  given(voting()).when(mayor, DeferItem{report, {}}).then(RefusalCode::vote_open);
  given(voting()).when(mayor, WithdrawItem{report, {}}).then(RefusalCode::vote_open);
}

TEST(Agenda, AGD_9_an_item_needs_an_open_meeting) {
  given(convened()).when(mayor, ActivateItem{report}).then(RefusalCode::wrong_meeting_state);
  given(open_meeting(), RecessCalled{meeting, {}})
      .when(mayor, ActivateItem{report})
      .then(RefusalCode::wrong_meeting_state);
}

TEST(Agenda, AGD_9_a_draft_is_not_open) {
  given(open_meeting(), MeetingDrafted{next_meeting, {}}, ItemAdded{next_meeting, ItemId{900}, {}, 0, content("گزارش")})
      .when(mayor, ActivateItem{ItemId{900}})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "drafted"}});
}

TEST(Agenda, AGD_10_done_and_deferred_items_are_taken_up_again) {
  for (const ItemState outcome : {ItemState::done, ItemState::deferred}) {
    given(discussing(), ItemEnded{meeting, report, outcome, {}, Reason{"فردا"}})
        .when(mayor, ActivateItem{report})
        .then({ItemActivated{meeting, report}});
  }
}

TEST(Agenda, AGD_10_a_withdrawn_item_is_not) {
  given(open_meeting(), ItemEnded{meeting, report, ItemState::withdrawn, {}, {}})
      .when(mayor, ActivateItem{report})
      .then(RefusalCode::wrong_item_state, Args{{"state", "withdrawn"}});
}

TEST(Agenda, AGD_10_the_active_item_is_active_already) {
  given(discussing()).when(mayor, ActivateItem{report}).then(RefusalCode::already_active, "item");
}

TEST(Agenda, AGD_10_a_reason_is_gone_when_the_item_is_taken_up_again) {
  auto scene = given(open_meeting());
  scene.does(clerk, DeferItem{report, Reason{"گزارش ناقص است"}});
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).reason, Reason{"گزارش ناقص است"});
  scene.does(mayor, ActivateItem{report});
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).reason, std::nullopt);
}

TEST(Agenda, AGD_11_stretches_add_up) {
  auto scene = given(discussing());
  scene.after(minutes(5)).does(mayor, ActivateItem{plan}).after(minutes(2)).does(mayor, ActivateItem{report});
  const ItemView again = scene.seen_by(Audience::member).items.at(report);
  EXPECT_EQ(again.spent, minutes(5));
  EXPECT_EQ(again.started_at, nine_o_clock + minutes(7));
  EXPECT_EQ(again.ended_at, std::nullopt);
  scene.after(minutes(1)).when(mayor, EndItem{}).then({ItemEnded{meeting, report, ItemState::done, minutes(6), {}}});
  scene.does(mayor, EndItem{});
  EXPECT_EQ(scene.seen_by(Audience::member).items.at(report).ended_at, nine_o_clock + minutes(8));
}

TEST(Agenda, AGD_11_a_recess_does_not_count) {
  auto scene = given(discussing());
  scene.after(minutes(3)).does(mayor, CallRecess{}).after(minutes(10));
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).spent, minutes(3));
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).running_since, std::nullopt);
  scene.does(mayor, ResumeMeeting{}).after(minutes(4));
  scene.when(mayor, EndItem{}).then({ItemEnded{meeting, report, ItemState::done, minutes(7), {}}});
}

TEST(Agenda, AGD_11_a_meeting_that_ends_in_recess_adds_nothing) {
  auto scene = given(discussing());
  scene.after(minutes(3)).does(mayor, CallRecess{}).after(minutes(10));
  scene.when(mayor, CloseMeeting{})
      .then({ItemEnded{meeting, report, ItemState::done, minutes(3), {}}, MeetingClosed{meeting}});
}

TEST(Agenda, AGD_11_it_is_seen_since_when_an_item_runs) {
  auto scene = given(discussing());
  const auto since = [&] { return scene.seen_by(Audience::public_).items.at(report).running_since; };
  EXPECT_EQ(since(), nine_o_clock);
  scene.does(mayor, CallRecess{}).after(minutes(10)).does(mayor, ResumeMeeting{});
  EXPECT_EQ(since(), nine_o_clock + minutes(10));
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).started_at, nine_o_clock);
  scene.does(mayor, EndItem{});
  EXPECT_EQ(since(), std::nullopt);
}

TEST(Agenda, AGD_11_a_clock_set_back_takes_nothing_away) {
  auto scene = given(discussing());
  scene.after(minutes(-5)).when(mayor, EndItem{}).then({ItemEnded{meeting, report, ItemState::done, {}, {}}});
}

TEST(Agenda, AGD_12_a_planned_item_is_deferred_with_a_reason) {
  given(convened())
      .when(clerk, DeferItem{report, Reason{"بیماری"}})
      .then({ItemEnded{meeting, report, ItemState::deferred, {}, Reason{"بیماری"}}});
}

TEST(Agenda, AGD_12_the_active_item_is_deferred_with_its_turn) {
  given(running_turn())
      .when(mayor, DeferItem{report, {}})
      .then({TurnEnded{meeting, report, first, ann, SpeechKind::speech, {}, seconds(180)},
             ItemEnded{meeting, report, ItemState::deferred, {}, {}}});
}

TEST(Agenda, AGD_12_a_deferred_item_is_withdrawn) {
  given(open_meeting(), ItemEnded{meeting, report, ItemState::deferred, {}, {}})
      .when(clerk, WithdrawItem{report, {}})
      .then({ItemEnded{meeting, report, ItemState::withdrawn, {}, {}}});
}

TEST(Agenda, AGD_12_what_is_over_is_neither) {
  const Story done = discussing() + Story{ItemEnded{meeting, report, ItemState::done, {}, {}}};
  given(done).when(clerk, DeferItem{report, {}}).then(RefusalCode::wrong_item_state, Args{{"state", "done"}});
  given(done).when(clerk, WithdrawItem{report, {}}).then(RefusalCode::wrong_item_state);
  given(open_meeting(), ItemEnded{meeting, report, ItemState::deferred, {}, {}})
      .when(clerk, DeferItem{report, {}})
      .then(RefusalCode::wrong_item_state);
}

TEST(Agenda, AGD_12_putting_off_another_item_does_not_disturb_a_vote) {
  given(voting()).when(clerk, DeferItem{plan, {}}).then({ItemEnded{meeting, plan, ItemState::deferred, {}, {}}});
}

TEST(Agenda, AGD_13_ending_needs_an_active_item) {
  given(open_meeting()).when(mayor, EndItem{}).then(RefusalCode::no_active_item);
}

TEST(Agenda, ROL_6_an_item_that_is_not_there) {
  const ItemId other{999};
  const auto scene = given(open_meeting());
  scene.when(clerk, EditItem{other, content("x")}).then(RefusalCode::no_such_item, "item");
  scene.when(clerk, MoveItem{other, {}, 0}).then(RefusalCode::no_such_item, "item");
  scene.when(clerk, MoveItem{report, other, 0}).then(RefusalCode::no_such_item, "parent");
  scene.when(clerk, AddItem{meeting, other, {}, content("x")}).then(RefusalCode::no_such_item, "parent");
  scene.when(clerk, AddItem{next_meeting, {}, {}, content("x")}).then(RefusalCode::no_such_meeting, "meeting");
  scene.when(clerk, RemoveItem{other}).then(RefusalCode::no_such_item, "item");
  scene.when(mayor, ActivateItem{other}).then(RefusalCode::no_such_item, "item");
  scene.when(mayor, DeferItem{other, {}}).then(RefusalCode::no_such_item, "item");
  scene.when(clerk, PrepareVote{other, question()}).then(RefusalCode::no_such_item, "item");
  scene.when(clerk, WriteMinutes{other, "متن", 0}).then(RefusalCode::no_such_item, "item");
  scene.when(clerk, AdoptResolution{other, resolution_of("متن")}).then(RefusalCode::no_such_item, "item");
}

TEST(Agenda, ROL_6_a_parent_in_another_meeting_is_none_here) {
  given(drafted(), MeetingDrafted{next_meeting, {}}, ItemAdded{next_meeting, ItemId{900}, {}, 0, content("گزارش")})
      .when(clerk, MoveItem{report, ItemId{900}, 0})
      .then(RefusalCode::no_such_item, "parent");
}

}  // namespace
}  // namespace talar::hall
