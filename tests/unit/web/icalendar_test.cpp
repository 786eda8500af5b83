#include "server/web/icalendar.hpp"

#include <gtest/gtest.h>

#include <map>

namespace talar::web {
namespace {

using storage::CalendarMeeting;

CalendarMeeting meeting() {
  CalendarMeeting meeting;
  meeting.meeting = {100};
  meeting.hall = {"rasht"};
  meeting.hall_name = "اتاق شکوفایی شهری رشت";
  meeting.number = 21;
  meeting.state = MeetingState::convened;
  meeting.content = {{}, {1'703'741'400'000}, 150, "عمارت شهرداری، تالار گفت‌وگو"};
  meeting.revision = 2;
  meeting.changed_at = {1'703'000'000'000};
  return meeting;
}

/// As a calendar program reads it: unfolded, one value for each name with its parameters.
using Properties = std::map<std::string, std::string>;
struct Component {
  std::string name;
  Properties properties;
  std::vector<Component> parts;
};

std::vector<std::string> unfolded(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    EXPECT_NE(end, std::string::npos) << "a line without its end";
    if (end == std::string::npos) break;
    EXPECT_LE(end - at, 75u);
    const std::string line = text.substr(at, end - at);
    EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
    if (line.starts_with(' ')) {
      EXPECT_NE(static_cast<unsigned char>(line[1]) & 0xc0, 0x80) << "cut within a character";
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  return lines;
}

Component read(const std::vector<std::string>& lines, std::size_t& at) {
  Component component{lines.at(at++).substr(6), {}, {}};  // BEGIN:
  while (lines.at(at) != "END:" + component.name) {
    if (lines[at].starts_with("BEGIN:")) {
      component.parts.push_back(read(lines, at));
      continue;
    }
    EXPECT_TRUE(component.parts.empty()) << "properties come before components";
    const auto colon = lines[at].find(':');
    const bool fresh = component.properties.emplace(lines[at].substr(0, colon), lines[at].substr(colon + 1)).second;
    EXPECT_TRUE(fresh) << lines[at];
    ++at;
  }
  ++at;
  return component;
}

Component read(const std::string& text) {
  const auto lines = unfolded(text);
  std::size_t at = 0;
  Component calendar = read(lines, at);
  EXPECT_EQ(at, lines.size());
  return calendar;
}

Properties event_of(const CalendarMeeting& meeting) {
  return read(icalendar("تقویم", {meeting})).parts.at(1).properties;
}

TEST(ICalendar, a_calendar_says_its_version_its_name_and_its_time_zone) {
  const Component calendar = read(icalendar("اتاق رشت", {}));
  EXPECT_EQ(calendar.name, "VCALENDAR");
  EXPECT_EQ(calendar.properties.at("VERSION"), "2.0");
  EXPECT_EQ(calendar.properties.at("X-WR-CALNAME"), "اتاق رشت");
  ASSERT_EQ(calendar.parts.size(), 1u);
  const Component& zone = calendar.parts[0];
  EXPECT_EQ(zone.name, "VTIMEZONE");
  EXPECT_EQ(zone.properties.at("TZID"), "Asia/Tehran");
  ASSERT_EQ(zone.parts.size(), 1u);  // no summer time
  EXPECT_EQ(zone.parts[0].name, "STANDARD");
  EXPECT_EQ(zone.parts[0].properties.at("TZOFFSETTO"), "+0330");
}

TEST(ICalendar, a_meeting_stands_at_its_hour_in_tehran_under_a_uid_of_its_own) {
  const Properties event = event_of(meeting());
  EXPECT_EQ(event.at("UID"), "0000000034@rasht.talar");
  EXPECT_EQ(event.at("DTSTART;TZID=Asia/Tehran"), "20231228T090000");
  EXPECT_EQ(event.at("DTEND;TZID=Asia/Tehran"), "20231228T113000");
  EXPECT_EQ(event.at("SEQUENCE"), "2");
  EXPECT_EQ(event.at("DTSTAMP"), "20231219T153320Z");
  EXPECT_EQ(event.at("LAST-MODIFIED"), event.at("DTSTAMP"));
  EXPECT_EQ(event.at("STATUS"), "CONFIRMED");
  EXPECT_FALSE(event.contains("DESCRIPTION"));
}

TEST(ICalendar, its_summary_counts_it_in_words_and_names_its_jalali_day) {
  EXPECT_EQ(event_of(meeting()).at("SUMMARY"), "بیست و یکمین جلسهٔ اتاق شکوفایی شهری رشت · پنجشنبه ۷ دی ۱۴۰۲");
  CalendarMeeting special = meeting();
  special.content.title = Title("بودجه; \\ و جز آن, دوم");
  EXPECT_NE(event_of(special).at("SUMMARY").find(R"(رشت، بودجه\; \\ و جز آن\, دوم · )"), std::string::npos);
}

TEST(ICalendar, a_draft_is_tentative_and_a_meeting_that_was_not_held_is_cancelled) {
  CalendarMeeting draft = meeting();
  draft.number.reset();
  draft.state = MeetingState::drafted;
  EXPECT_EQ(event_of(draft).at("STATUS"), "TENTATIVE");
  EXPECT_TRUE(event_of(draft).at("SUMMARY").starts_with("پیش‌نویس جلسهٔ اتاق"));
  CalendarMeeting failed = meeting();
  failed.state = MeetingState::not_held;
  EXPECT_EQ(event_of(failed).at("STATUS"), "CANCELLED");
  EXPECT_TRUE(event_of(failed).at("SUMMARY").starts_with("تشکیل نشد: "));
}

TEST(ICalendar, what_the_person_presents_is_described_and_a_closed_item_not_named) {
  CalendarMeeting mine = meeting();
  mine.presents = {Title("گزارش رودخانه‌ها"), std::nullopt};
  EXPECT_EQ(
      event_of(mine).at("DESCRIPTION"),
      "آنچه شما ارائه می‌دهید:\\n• گزارش رودخانه‌ها\\n• بند غیرعلنی");
}

TEST(ICalendar, lines_are_folded_at_75_octets_and_never_within_a_character) {
  for (const std::string letter : {"a", "ی", "…", "😀"}) {
    for (std::size_t lead = 0; lead < 4; ++lead) {
      std::string line(lead, 'x');
      while (line.size() < 400) line += letter;
      EXPECT_EQ(unfolded(content_line(line)), std::vector{line});
    }
  }
  const std::string exactly(75, 'x');
  EXPECT_EQ(content_line(exactly), exactly + "\r\n");
  EXPECT_EQ(content_line(exactly + "y"), exactly + "\r\n y\r\n");
}

}  // namespace
}  // namespace talar::web
