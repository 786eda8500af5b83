#include "server/hall/calendar.hpp"

#include "protocol/tehran.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr TemplateId usual{701};
constexpr Millis week = minutes(7 * 24 * 60);

/// Thursdays at nine, in the scenery's place; the scenery's first meeting is on such a day.
Schedule thursdays() {
  Schedule schedule;
  schedule.weekday = 5;
  schedule.minute = 9 * 60;
  schedule.minutes = 120;
  schedule.place = "تالار گفتگو";
  return schedule;
}

Event scheduled(Schedule schedule = thursdays()) {
  Charter amended = charter();
  amended.schedule = std::move(schedule);
  return CharterAmended{amended};
}

MeetingDrafted drafted_for(Instant start) {
  return {fresh<MeetingId>(), {{}, start, 120, "تالار گفتگو"}};
}

Instant start_of(const Scene& scene, MeetingId draft) {
  return scene.state().meetings.at(draft).content.starts_at;
}

TEST(NextMeeting, AGD_17_a_week_is_counted_from_saturday_in_tehran) {
  EXPECT_EQ(weekday(nine_o_clock), 5) << "a Thursday";
  const Instant midnight = nine_o_clock + minutes(-9 * 60);
  EXPECT_EQ(weekday(midnight), 5);
  EXPECT_EQ(weekday(midnight + Millis{-1}), 4);
  EXPECT_EQ(weekday(midnight + minutes(2 * 24 * 60)), 0);
}

TEST(NextMeeting, AGD_17_the_same_day_before_the_hour_a_week_later_at_the_hour) {
  EXPECT_EQ(next_start(thursdays(), nine_o_clock + Millis{-1}), nine_o_clock);
  EXPECT_EQ(next_start(thursdays(), nine_o_clock), nine_o_clock + week);
  EXPECT_EQ(next_start(thursdays(), nine_o_clock + minutes(24 * 60)), nine_o_clock + week);
}

TEST(NextMeeting, AGD_17_every_minute_of_the_week_is_found) {
  for (std::int64_t day = 0; day < 7; ++day) {
    for (const std::int64_t minute : {0, 1, 209, 210, 1230, 1439}) {
      Schedule schedule;
      schedule.weekday = day;
      schedule.minute = minute;
      const Instant start = next_start(schedule, nine_o_clock);
      EXPECT_GT(start, nine_o_clock);
      EXPECT_LE(start, nine_o_clock + week);
      EXPECT_EQ(weekday(start), day);
      EXPECT_EQ(tehran::minute_of(start), minute);
    }
  }
}

TEST(NextMeeting, AGD_17_after_the_current_meeting) {
  given(convened(), scheduled()).when(clerk, DraftNextMeeting{}).then({drafted_for(nine_o_clock + week)});
}

TEST(NextMeeting, AGD_17_and_after_now) {
  auto scene = given(convened(), scheduled());
  scene.after(minutes(15 * 24 * 60));
  scene.when(clerk, DraftNextMeeting{}).then({drafted_for(nine_o_clock + week + week + week)});
}

TEST(NextMeeting, AGD_17_on_a_day_without_a_draft) {
  auto scene = given(convened(), scheduled(),
                     MeetingDrafted{next_meeting, {{}, nine_o_clock + week + minutes(90), 150, "تالار"}});
  scene.when(clerk, DraftNextMeeting{}).then({drafted_for(nine_o_clock + week + week)});
}

TEST(NextMeeting, AGD_17_without_a_schedule_there_is_no_next_meeting) {
  given(convened()).when(clerk, DraftNextMeeting{}).then(RefusalCode::no_schedule);
}

TEST(NextMeeting, MTG_1_a_next_meeting_is_one_more_draft) {
  Story story = enrolled() + Story{scheduled()};
  for (std::uint64_t i = 0; i < limits::drafts; ++i) story.push_back(MeetingDrafted{MeetingId{1000 + i}, {}});
  given(story).when(clerk, DraftNextMeeting{}).then(RefusalCode::too_many_drafts, Args{{"max", "20"}});
}

TEST(NextMeeting, AGD_18_standing_items_minutes_what_is_carried_over_and_what_is_to_be_followed_up) {
  Schedule schedule = thursdays();
  schedule.standing = usual;
  auto scene = given(closed_meeting(), scheduled(schedule),
                     TemplateSaved{usual, {"همیشگی", {{0, content("تلاوت")}, {0, content("صورت‌جلسه")}}}},
                     ItemEnded{meeting, plan, ItemState::withdrawn, {}, {}});
  ResolutionContent promised = resolution_of("متن");
  promised.due = Date{2023, 12, 1};
  scene.happens({ResolutionAdopted{meeting, report, decree, 1, promised}});
  ItemContent minutes;
  minutes.title = "تصویب صورتجلسهٔ جلسهٔ ۱";
  minutes.kind = ItemKind::decision;
  minutes.approves = meeting;
  ItemContent above;
  above.title = "پیگیری مصوبات";
  above.kind = ItemKind::report;
  ItemContent late = above;
  late.title = "مصوبهٔ ۱: متن";
  const ItemContent left = scene.state().meetings.at(meeting).items.at(payroll).content;
  const auto draft = fresh<MeetingId>(1);
  const ItemOrigin standing{OriginKind::standing, {}, {}, {}};
  scene.when(clerk, DraftNextMeeting{})
      .then({drafted_for(nine_o_clock + week), ItemAdded{draft, fresh<ItemId>(2), {}, 0, content("تلاوت"), standing},
             ItemAdded{draft, fresh<ItemId>(3), {}, 1, content("صورت‌جلسه"), standing},
             ItemAdded{draft, fresh<ItemId>(4), {}, 2, minutes, ItemOrigin{OriginKind::minutes, {}, {}, {}, {}}},
             ItemAdded{draft, fresh<ItemId>(5), {}, 3, left, ItemOrigin{OriginKind::carried_over, payroll, {}, {}, {}}},
             ItemAdded{draft, fresh<ItemId>(6), {}, 4, above, ItemOrigin{OriginKind::follow_up, {}, {}, {}, {}}},
             ItemAdded{draft, fresh<ItemId>(7), fresh<ItemId>(6), 0, late,
                       ItemOrigin{OriginKind::follow_up, {}, {}, {}, decree}}});
}

TEST(NextMeeting, AGD_18_a_template_that_is_gone_is_passed_over) {
  Schedule schedule = thursdays();
  schedule.standing = usual;
  given(convened(), scheduled(schedule)).when(clerk, DraftNextMeeting{}).then({drafted_for(nine_o_clock + week)});
}

TEST(NextMeeting, AGD_19_drafts_are_numbered_in_the_order_in_which_they_begin) {
  auto scene = given(convened(), scheduled());
  scene.happens({MeetingDrafted{MeetingId{301}, {{}, nine_o_clock + week + week, 150, "تالار"}},
                 MeetingDrafted{MeetingId{302}, {{}, nine_o_clock + week, 150, "تالار"}}});
  const auto expected = [&](MeetingId id) { return scene.seen_by(Audience::staff).meetings.at(id).expected_number; };
  EXPECT_EQ(expected(MeetingId{302}), 2);
  EXPECT_EQ(expected(MeetingId{301}), 3);
  EXPECT_EQ(expected(meeting), std::nullopt) << "it has its number";
  scene.does(clerk, EditMeeting{MeetingId{302}, {{}, nine_o_clock + week + week + week, 150, "تالار"}});
  EXPECT_EQ(expected(MeetingId{301}), 2);
  EXPECT_EQ(start_of(scene, MeetingId{302}), nine_o_clock + week + week + week);
}

}  // namespace
}  // namespace talar::hall
