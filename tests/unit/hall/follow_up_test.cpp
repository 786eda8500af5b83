#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

using enum FollowUpState;

constexpr Date today{2023, 12, 28};

ResolutionContent due_on(std::optional<Date> due, std::vector<PersonId> responsible = {ann}) {
  ResolutionContent content = resolution_of("متن");
  content.due = due;
  content.responsible = std::move(responsible);
  return content;
}

Story with_decree(const ResolutionContent& content = due_on(today)) {
  return discussing() + Story{ResolutionAdopted{meeting, report, decree, 1, content}};
}

FollowUpContent step(FollowUpState state, std::optional<Text<limits::progress_chars>> note = {}) {
  FollowUpContent content;
  content.state = state;
  content.note = std::move(note);
  return content;
}

Event followed_up(const FollowUpContent& content) {
  return ResolutionFollowedUp{meeting, decree, content};
}

/// On Saturdays.
Event scheduled(std::int64_t minute = 9 * 60) {
  Schedule schedule;
  schedule.minute = minute;
  schedule.place = "تالار گفتگو";
  Charter amended = charter();
  amended.schedule = schedule;
  return CharterAmended{amended};
}

/// The parts of the item for follow-up in the next draft.
std::vector<ItemContent> reminders(const Scene& scene) {
  Scene drafted = scene;
  drafted.does(clerk, DraftNextMeeting{});
  std::vector<ItemContent> parts;
  for (auto recorded = drafted.journal().begin() + static_cast<std::ptrdiff_t>(scene.journal().size());
       recorded != drafted.journal().end(); ++recorded) {
    const auto* const added = std::get_if<ItemAdded>(&recorded->event);
    if (added && added->origin && added->origin->resolution) parts.push_back(added->content);
  }
  return parts;
}

TEST(FollowUps, FUP_1_a_resolution_is_followed_up_from_its_adoption_on) {
  auto scene = given(with_decree());
  EXPECT_EQ(scene.state().tasks.at(decree).state, adopted);
  scene.when(clerk, FollowUp{decree, step(notified)}).then({followed_up(step(notified))});
  scene.does(clerk, FollowUp{decree, step(notified)});
  EXPECT_EQ(scene.state().tasks.at(decree).state, notified);
}

TEST(FollowUps, FUP_1_long_after_its_meeting) {
  given(approved()).when(clerk, FollowUp{decree, step(done)}).then({followed_up(step(done))});
}

TEST(FollowUps, FUP_1_of_three_thousand_the_one_finished_first_is_forgotten) {
  auto scene = given(discussing());
  State state = scene.state();
  const auto happens = [&](const Event& event) { apply(state, {state.seq + 1, nine_o_clock, {}, {}, event}); };
  Task task;
  task.meeting = next_meeting;
  for (std::uint64_t i = 1; i <= limits::follow_ups; ++i) state.tasks.emplace(ResolutionId{i}, task);
  const Context asking{.kind = Context::Kind::person, .person = clerk, .now = nine_o_clock, .seed = 1};
  const auto refused = decide(state, asking, AdoptResolution{report, resolution_of("متن")});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, RefusalCode::too_many_resolutions);
  happens(ResolutionFollowedUp{next_meeting, ResolutionId{7}, step(dropped)});
  ASSERT_TRUE(decide(state, asking, AdoptResolution{report, resolution_of("متن")}));
  happens(ResolutionAdopted{meeting, report, ResolutionId{9999}, 1, resolution_of("متن")});
  EXPECT_FALSE(state.tasks.contains(ResolutionId{7}));
  EXPECT_EQ(state.tasks.size(), limits::follow_ups);
  check(state);
}

TEST(FollowUps, FUP_2_by_the_desk_and_by_whoever_is_responsible) {
  const auto scene = given(with_decree());
  for (const PersonId person : {mayor, clerk, ann}) {
    scene.when(person, FollowUp{decree, step(under_way)}).then({followed_up(step(under_way))});
  }
  scene.when(cyrus, FollowUp{decree, step(under_way)}).then(RefusalCode::not_your_own, "resolution");
  scene.when(clerk, FollowUp{ResolutionId{999}, step(done)}).then(RefusalCode::no_such_resolution, "resolution");
}

TEST(FollowUps, FUP_3_the_responsible_say_that_it_is_under_way_or_done) {
  const auto scene = given(with_decree());
  scene.when(ann, FollowUp{decree, step(done, "انجام شد")}).then({followed_up(step(done, "انجام شد"))});
  scene.when(ann, FollowUp{decree, step(dropped)}).then(RefusalCode::not_allowed, "content.state");
  FollowUpContent content = step(under_way);
  content.letter = "۱۲/۳";
  scene.when(ann, FollowUp{decree, content}).then(RefusalCode::not_allowed, "content.letter");
  content = step(under_way);
  content.due = today;
  scene.when(ann, FollowUp{decree, content}).then(RefusalCode::not_allowed, "content.due");
  content = step(under_way);
  content.visibility = Visibility::everyone;
  scene.when(ann, FollowUp{decree, content}).then(RefusalCode::not_allowed, "content.visibility");
  scene.when(clerk, FollowUp{decree, content}).then({followed_up(content)});
}

TEST(FollowUps, FUP_4_what_is_finished_is_taken_up_again_by_the_desk) {
  for (const FollowUpState finished : {done, dropped}) {
    auto scene = given(with_decree(), followed_up(step(finished)));
    scene.when(ann, FollowUp{decree, step(under_way, "باز")}).then(RefusalCode::wrong_follow_up_state);
    scene.when(clerk, FollowUp{decree, step(under_way)}).then({followed_up(step(under_way))});
    scene.does(clerk, FollowUp{decree, step(under_way)});
    EXPECT_EQ(scene.state().tasks.at(decree).finished_at, std::nullopt);
  }
}

TEST(FollowUps, FUP_5_a_step_changes_the_state_or_says_something) {
  const auto scene = given(with_decree());
  scene.when(clerk, FollowUp{decree, step(adopted)})
      .then(RefusalCode::wrong_follow_up_state, Args{{"state", "adopted"}});
  scene.when(clerk, FollowUp{decree, step(adopted, "در صف")}).then({followed_up(step(adopted, "در صف"))});
}

TEST(FollowUps, FUP_5_two_hundred_notes_are_enough) {
  auto scene = given(with_decree());
  for (std::size_t i = 0; i < limits::progress_notes; ++i) scene.happens({followed_up(step(under_way, "گام"))});
  scene.when(clerk, FollowUp{decree, step(done, "پایان")}).then(RefusalCode::too_many_notes, Args{{"max", "200"}});
  scene.when(clerk, FollowUp{decree, step(done)}).then({followed_up(step(done))});
}

TEST(FollowUps, FUP_5_a_hundred_of_these_by_whoever_is_responsible) {
  auto scene = given(with_decree());
  for (std::size_t i = 0; i < limits::own_progress_notes; ++i) scene.does(ann, FollowUp{decree, step(under_way, "گام")});
  scene.when(ann, FollowUp{decree, step(under_way, "باز هم")}).then(RefusalCode::too_many_notes, Args{{"max", "100"}});
  scene.when(ann, FollowUp{decree, step(done)}).then({followed_up(step(done))});
  scene.when(clerk, FollowUp{decree, step(notified, "ابلاغ")}).then({followed_up(step(notified, "ابلاغ"))});
}

TEST(FollowUps, FUP_6_evidence_leads_to_web_addresses) {
  FollowUpContent content = step(done);
  content.evidence = List<Link, limits::links>{{"گزارش", "https://rasht.ir/1"}, {"پرونده", "file:///etc"}};
  given(with_decree()).when(ann, FollowUp{decree, content}).then(RefusalCode::bad_url, "content.evidence.1.url");
}

TEST(FollowUps, FUP_7_it_is_due_on_the_day_named_last) {
  FollowUpContent content = step(under_way);
  content.due = Date{2024, 3, 1};
  auto scene = given(with_decree(), followed_up(content));
  const auto due = [&] { return scene.state().tasks.at(decree).due; };
  EXPECT_EQ(due(), (Date{2024, 3, 1}));
  scene.happens({ResolutionEdited{meeting, decree, due_on(today)}});
  EXPECT_EQ(due(), (Date{2024, 3, 1})) << "the edit named no other day";
  scene.happens({ResolutionEdited{meeting, decree, due_on(Date{2024, 4, 1})}});
  EXPECT_EQ(due(), (Date{2024, 4, 1}));
}

TEST(FollowUps, FUP_8_what_is_late_or_soon_due_comes_back_in_the_next_draft) {
  const auto found = [](std::optional<Date> due) { return reminders(given(with_decree(due_on(due)), scheduled())); };
  ASSERT_EQ(found(Date{2023, 1, 1}).size(), 1u);
  EXPECT_EQ(found(Date{2023, 1, 1}).front().title.value, "مصوبهٔ ۱: متن");
  EXPECT_EQ(found(Date{2023, 1, 1}).front().presenter, ann);
  EXPECT_EQ(found(Date{2024, 1, 13}).size(), 1u) << "14 days after that meeting";
  EXPECT_TRUE(found(Date{2024, 1, 14}).empty());
  EXPECT_TRUE(found({}).empty());
}

TEST(FollowUps, FUP_8_in_tehran) {
  const auto found = [](std::int64_t minute) {
    return reminders(given(with_decree(due_on(Date{2024, 1, 13})), scheduled(minute)));
  };
  EXPECT_EQ(found(0).size(), 1u) << "the day before in London";
  EXPECT_EQ(found(24 * 60 - 1).size(), 1u);
}

TEST(FollowUps, FUP_8_however_far_ahead_the_meeting_is) {
  auto scene = given(with_decree(due_on(Date{2024, 1, 20})), scheduled());
  EXPECT_TRUE(reminders(scene).empty());
  scene.does(clerk, DraftNextMeeting{});
  EXPECT_EQ(reminders(scene).size(), 1u) << "in the second draft, a week later";
}

TEST(FollowUps, FUP_8_as_many_as_there_is_room_for) {
  auto scene = given(with_decree(), scheduled());
  scene.happens({ResolutionAdopted{meeting, report, ResolutionId{502}, 2, due_on(Date{2023, 12, 27})}});
  for (std::size_t i = 0; i + 7 < limits::items; ++i)
    scene.happens({ItemAdded{meeting, ItemId{3000 + i}, {}, 3, content("گزارش")}});
  ASSERT_EQ(scene.current().items.size(), limits::items - 2);
  scene.does(mayor, CloseMeeting{});
  // All are carried over but the one that was taken up; with these minutes' approval there is room for two more.
  const auto last = reminders(scene);
  ASSERT_EQ(last.size(), 1u);
  EXPECT_EQ(last.front().title.value, "مصوبهٔ ۲: متن") << "the earliest";
}

TEST(FollowUps, FUP_8_not_what_is_finished) {
  EXPECT_TRUE(reminders(given(with_decree(), scheduled(), followed_up(step(done)))).empty());
  EXPECT_TRUE(reminders(given(with_decree(), scheduled(), followed_up(step(dropped)))).empty());
}

TEST(FollowUps, FUP_8_the_earliest_first_twenty_of_them_once) {
  auto scene = given(discussing(), scheduled());
  for (std::int32_t day = 1; day <= 25; ++day) {
    scene.happens({ResolutionAdopted{meeting, report, ResolutionId{static_cast<std::uint64_t>(day)}, day,
                                     due_on(Date{2023, 11, 26 - day})}});
  }
  const auto first = reminders(scene);
  ASSERT_EQ(first.size(), limits::reminders);
  EXPECT_EQ(first.front().title.value, "مصوبهٔ ۲۵: متن");
  scene.does(clerk, DraftNextMeeting{});
  EXPECT_EQ(reminders(scene).size(), 5u) << "the others stand on the first draft";
}

TEST(FollowUps, FUP_8_a_long_text_makes_a_title_as_long_as_titles_are) {
  std::string text;
  for (std::size_t i = 0; i < limits::title_chars; ++i) text += i % 7 == 0 ? "\n" : "ش";
  ResolutionContent content = due_on(today);
  content.text = text;
  const std::string title = reminders(given(with_decree(content), scheduled())).front().title.value;
  EXPECT_EQ(title.find('\n'), std::string::npos);
  EXPECT_TRUE(title.ends_with("ش…") || title.ends_with(" …")) << title;
}

TEST(FollowUps, FUP_9_reminders_are_not_carried_over) {
  const ItemId heading{910};
  const ItemId part{911};
  const ItemOrigin reminder{OriginKind::follow_up, {}, {}, {}, decree};
  given(convened(),
        ItemAdded{meeting, heading, {}, 0, content("پیگیری"), ItemOrigin{OriginKind::follow_up, {}, {}, {}, {}}},
        ItemAdded{meeting, part, heading, 0, content("مصوبه"), reminder},
        ItemEnded{meeting, part, ItemState::deferred, {}, {}}, MeetingDrafted{next_meeting, {}})
      .when(clerk, CarryOver{next_meeting})
      .then(RefusalCode::nothing_to_carry_over);
}

TEST(FollowUps, FUP_9_what_was_adopted_in_a_closed_item_comes_back_closed) {
  const Story closed =
      discussing(payroll) + Story{ResolutionAdopted{meeting, payroll, decree, 1, due_on(today)}, scheduled()};
  EXPECT_TRUE(reminders(given(closed)).front().confidential);
  EXPECT_TRUE(reminders(given(followed(closed + Story{ItemEnded{meeting, payroll, ItemState::done, {}, {}},
                                                      MeetingClosed{meeting}})))
                  .front()
                  .confidential);
  EXPECT_FALSE(reminders(given(with_decree(), scheduled())).front().confidential);
}

TEST(FollowUps, FUP_10_a_person_sees_what_is_theirs_and_unfinished) {
  auto scene = given(with_decree());
  const TaskView expected{1, meeting, "متن", today, adopted};
  EXPECT_EQ(me(scene.state(), ann)->tasks, (std::map<ResolutionId, TaskView>{{decree, expected}}));
  EXPECT_TRUE(me(scene.state(), cyrus)->tasks.empty());
  scene.happens({followed_up(step(done))});
  EXPECT_TRUE(me(scene.state(), ann)->tasks.empty());
}

TEST(FollowUps, FUP_10_fifty_those_due_first) {
  auto scene = given(discussing());
  const auto adopts = [&](std::int64_t number, std::optional<Date> due) {
    scene.happens(
        {ResolutionAdopted{meeting, report, ResolutionId{static_cast<std::uint64_t>(number)}, number, due_on(due)}});
  };
  for (std::int64_t number = 1; number <= static_cast<std::int64_t>(limits::tasks); ++number) adopts(number, {});
  adopts(51, today);
  const auto tasks = me(scene.state(), ann)->tasks;
  EXPECT_EQ(tasks.size(), limits::tasks);
  EXPECT_TRUE(tasks.contains(ResolutionId{51}));
  EXPECT_FALSE(tasks.contains(ResolutionId{50}));
}

}  // namespace
}  // namespace talar::hall
