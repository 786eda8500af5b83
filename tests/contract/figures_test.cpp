#include <algorithm>

#include "protocol/time_text.hpp"
#include "storage/archive.hpp"
#include "storage/jalali.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

Instant at(const char* text) {
  return *parse_instant(text);
}

TEST(Jalali, years_begin_at_midnight_in_tehran) {
  EXPECT_EQ(start_of_jalali_year(1403), at("2024-03-20T00:00:00+03:30"));
  EXPECT_EQ(start_of_jalali_year(1404), at("2025-03-21T00:00:00+03:30"));  // 1403 was a leap year
  EXPECT_EQ(jalali_month(at("2024-03-19T23:59:59+03:30")), (JalaliMonth{1402, 12}));
  EXPECT_EQ(jalali_month(at("2024-03-20T00:00:00+03:30")), (JalaliMonth{1403, 1}));
  EXPECT_EQ(jalali_month(at("2023-12-28T09:00:00+03:30")), (JalaliMonth{1402, 10}));
}

/// The first meeting is on 7 Dey 1402.
class FiguresOf : public testing::Test {
 protected:
  FiguresOf() { journal.commit(hall.fresh()); }

  void says(Event event, const char* when, std::optional<PersonId> by = {}) {
    hall.says(std::move(event), by);
    hall.entries.back().recorded.at = at(when);
    journal.commit(hall.fresh());
  }
  Figures figures(std::int64_t year, const char* now = "2024-06-01T12:00:00+03:30") {
    return archive.figures(hall.id, year, at(now));
  }
  static const FiguresPerson& of(const Figures& figures, PersonId person) {
    return *std::ranges::find(figures.people, person, &FiguresPerson::person);
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall hall = chamber_after_first_meeting();
};

TEST_F(FiguresOf, a_year_has_its_meetings) {
  says(MeetingDrafted{second, {{}, at("2024-04-04T09:00:00+03:30"), 150, "تالار"}}, "2024-04-01T09:00:00+03:30");
  says(MeetingConvened{second, 2, 1}, "2024-04-02T09:00:00+03:30");
  EXPECT_EQ(figures(1403).years, std::vector<std::int64_t>{1402});  // that one has not ended
  says(MeetingNotHeld{second, {1, 2, 3, false}, {}}, "2024-04-04T09:30:00+03:30");

  const Figures last = figures(1402);
  EXPECT_EQ(last.year, 1402);
  EXPECT_EQ(last.years, (std::vector<std::int64_t>{1402, 1403}));
  ASSERT_EQ(last.meetings.size(), 1u);
  const FiguresMeeting& meeting = last.meetings[0];
  EXPECT_EQ(meeting.meeting, first);
  EXPECT_TRUE(meeting.held);
  EXPECT_EQ(meeting.present, 3);
  EXPECT_EQ(meeting.members, 3);  // the secretariat is not counted
  EXPECT_EQ(meeting.votes, 2);
  EXPECT_EQ(meeting.resolutions, 2);
  EXPECT_EQ(meeting.lasted, Millis{37'000});  // as many events, a second each

  const Figures next = figures(1403);
  ASSERT_EQ(next.meetings.size(), 1u);
  EXPECT_FALSE(next.meetings[0].held);
  EXPECT_TRUE(next.people.empty());
  EXPECT_TRUE(figures(1401).meetings.empty());
}

TEST_F(FiguresOf, people_were_there_or_excused_and_spoke) {
  const Figures year = figures(1402);
  ASSERT_EQ(year.people.size(), 4u);
  const FiguresPerson& speaker = of(year, deputy);
  EXPECT_EQ(speaker.invited, 1);
  EXPECT_EQ(speaker.attended, 1);
  EXPECT_EQ(speaker.turns, 2);
  EXPECT_EQ(speaker.spoken, Millis{180'000});
  EXPECT_EQ(speaker.seat, Seat::deputy);
  const FiguresPerson& ill = of(year, clerk);
  EXPECT_EQ(ill.invited, 1);
  EXPECT_EQ(ill.attended, 0);
  EXPECT_EQ(ill.excused, 1);
  EXPECT_EQ(ill.unexcused, 0);
}

TEST_F(FiguresOf, whoever_sent_a_substitute_was_represented) {
  says(MeetingDrafted{second, {{}, at("2024-01-14T09:00:00+03:30"), 150, "تالار"}}, "2024-01-10T09:00:00+03:30");
  says(MeetingConvened{second, 2, 1}, "2024-01-11T09:00:00+03:30");
  says(AbsenceRecorded{second, deputy, AbsenceKind::excused, "سفر"}, "2024-01-13T09:00:00+03:30");
  says(MemberArrived{second, expert}, "2024-01-14T08:50:00+03:30");
  says(MeetingOpened{second, expert, {1, 1, 3, true}, {}}, "2024-01-14T09:00:00+03:30");
  says(SubstituteNamed{second, deputy, expert}, "2024-01-14T09:10:00+03:30");
  says(MeetingClosed{second}, "2024-01-14T10:00:00+03:30");
  const Figures year = figures(1402);
  const FiguresPerson& away = of(year, deputy);
  EXPECT_EQ(away.invited, 2);
  EXPECT_EQ(away.attended, 1);
  EXPECT_EQ(away.represented, 1);
  EXPECT_EQ(away.excused, 0);
  EXPECT_EQ(of(year, expert).represented, 0);
}

TEST_F(FiguresOf, speaking_time_by_seat) {
  const Figures year = figures(1402);
  ASSERT_EQ(year.seats.size(), 4u);
  for (const FiguresSeat& seat : year.seats) {
    EXPECT_EQ(seat.people, 1);
    EXPECT_EQ(seat.turns, seat.seat == Seat::deputy ? 2 : 0);
    EXPECT_EQ(seat.spoken, Millis{seat.seat == Seat::deputy ? 180'000 : 0});
  }
}

TEST_F(FiguresOf, resolutions_are_adopted_and_done_in_months) {
  says(ResolutionFollowedUp{first, river_resolution, {.state = FollowUpState::under_way}}, "2024-01-10T10:00:00+03:30");
  says(ResolutionFollowedUp{first, river_resolution, {.state = FollowUpState::done}}, "2024-03-10T10:00:00+03:30");
  says(ResolutionFollowedUp{first, river_resolution, {.state = FollowUpState::done, .note = "گزارش"}},
       "2024-04-10T10:00:00+03:30");
  says(ResolutionFollowedUp{first, salary_resolution, {.state = FollowUpState::dropped}}, "2024-05-10T10:00:00+03:30");

  const Figures year = figures(1402);
  EXPECT_EQ(year.adopted, 2);
  EXPECT_EQ(year.done, 1);
  EXPECT_EQ(year.dropped, 0);
  EXPECT_EQ(year.open, 1);
  EXPECT_EQ(year.overdue, 0);
  ASSERT_EQ(year.months.size(), 12u);
  EXPECT_EQ(year.months[9].month, 10);
  EXPECT_EQ(year.months[9].adopted, 2);
  EXPECT_EQ(year.months[11].done, 1);  // Esfand; a word on it in the next year does not finish it once more

  const Figures next = figures(1403);
  EXPECT_EQ(next.adopted, 0);
  EXPECT_EQ(next.done, 0);
  EXPECT_EQ(next.dropped, 1);
  EXPECT_EQ(next.open, 0);
}

TEST_F(FiguresOf, what_stays_open_is_late_at_the_years_end_or_now) {
  EXPECT_EQ(figures(1402, "2024-01-04T23:59:00+03:30").overdue, 0);
  EXPECT_EQ(figures(1402, "2024-01-05T00:00:00+03:30").overdue, 1);
  says(ResolutionFollowedUp{first, river_resolution, {.state = FollowUpState::under_way, .due = Date{2024, 6, 1}}},
       "2024-03-10T10:00:00+03:30");
  EXPECT_EQ(figures(1402).overdue, 0);
  EXPECT_EQ(figures(1402).open, 2);
  EXPECT_EQ(figures(1403, "2024-06-02T10:00:00+03:30").overdue, 1);
}

TEST_F(FiguresOf, the_day_that_was_named_last_counts_whoever_named_it) {
  const auto overdue = [&](const char* now) { return figures(1402, now).overdue; };
  says(ResolutionFollowedUp{first, river_resolution, {.state = FollowUpState::under_way, .due = Date{2024, 1, 20}}},
       "2024-01-08T10:00:00+03:30");
  says(ResolutionEdited{first, river_resolution, {"لایروبی", {}, {deputy}, Date{2024, 1, 12}, {}}},
       "2024-01-09T10:00:00+03:30");
  EXPECT_EQ(overdue("2024-01-07T10:00:00+03:30"), 1) << "by what was said then";
  EXPECT_EQ(overdue("2024-01-08T12:00:00+03:30"), 0);
  EXPECT_EQ(overdue("2024-01-15T10:00:00+03:30"), 1) << "the edit came later than the step";
  says(ResolutionEdited{first, river_resolution, {"لایروبی رود", {}, {deputy}, Date{2024, 1, 12}, {}}},
       "2024-01-16T10:00:00+03:30");
  says(ResolutionEdited{first, river_resolution, {"لایروبی رود", {}, {deputy}, {}, {}}}, "2024-01-17T10:00:00+03:30");
  EXPECT_EQ(overdue("2024-01-16T12:00:00+03:30"), 1);
  EXPECT_EQ(overdue("2024-01-18T10:00:00+03:30"), 0) << "it has no day any more";
}

}  // namespace
}  // namespace talar::storage
