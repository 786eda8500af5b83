#include "server/web/icalendar.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "protocol/tehran.hpp"
#include "server/exports/persian.hpp"

namespace talar::web {
namespace {

constexpr std::size_t line_octets = 75;  // without the line's end

constexpr std::string_view properties =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Talar//Talar//FA\r\nCALSCALE:GREGORIAN\r\n"
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nX-WR-TIMEZONE:Asia/Tehran\r\n";
constexpr std::string_view time_zone =
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Tehran\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0330\r\nTZOFFSETTO:+0330\r\nTZNAME:+0330\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// As if it were the time of Greenwich.
std::string date_time(Instant at) {
  return fmt::format("{:%Y%m%dT%H%M%S}", fmt::gmtime(static_cast<std::time_t>(at.ms / 1000)));
}

std::string summary(const storage::CalendarMeeting& meeting) {
  std::string text = meeting.state == MeetingState::not_held ? "تشکیل نشد: " : "";
  text += meeting.number ? exports::persian_ordinal(*meeting.number) + " جلسهٔ " : "پیش‌نویس جلسهٔ ";
  text += meeting.hall_name.value;
  if (meeting.content.title) text += "، " + meeting.content.title->value;
  return text + " · " + exports::jalali_day(meeting.content.starts_at);
}

std::string description(const storage::CalendarMeeting& meeting) {
  std::string text = "آنچه شما ارائه می‌دهید:";
  for (const auto& title : meeting.presents) text += "\n• " + (title ? title->value : "بند غیرعلنی");
  return text;
}

std::string_view status(const storage::CalendarMeeting& meeting) {
  if (meeting.state == MeetingState::not_held) return "CANCELLED";
  return meeting.number ? "CONFIRMED" : "TENTATIVE";
}

std::string event(const storage::CalendarMeeting& meeting) {
  std::string out = "BEGIN:VEVENT\r\n";
  const auto line = [&](std::string_view name, const std::string& value) {
    out += content_line(fmt::format("{}:{}", name, value));
  };
  const Instant begins = meeting.content.starts_at + tehran::ahead;
  line("UID", fmt::format("{}@{}.talar", meeting.meeting.text(), meeting.hall.value));
  line("SEQUENCE", std::to_string(meeting.revision));
  line("DTSTAMP", date_time(meeting.changed_at) + "Z");
  line("LAST-MODIFIED", date_time(meeting.changed_at) + "Z");
  line("DTSTART;TZID=Asia/Tehran", date_time(begins));
  if (const std::int64_t minutes = meeting.content.minutes; minutes > 0)
    line("DTEND;TZID=Asia/Tehran", date_time(begins + Millis{minutes * 60'000}));
  line("SUMMARY", escaped_text(summary(meeting)));
  line("LOCATION", escaped_text(meeting.content.place.value));
  if (!meeting.presents.empty()) line("DESCRIPTION", escaped_text(description(meeting)));
  line("STATUS", std::string(status(meeting)));
  return out + "END:VEVENT\r\n";
}

}  // namespace

std::string icalendar(std::string_view name, const std::vector<storage::CalendarMeeting>& meetings) {
  std::string out(properties);
  out += content_line(fmt::format("X-WR-CALNAME:{}", escaped_text(name)));
  out += time_zone;
  for (const auto& meeting : meetings) out += event(meeting);
  return out + "END:VCALENDAR\r\n";
}

std::string content_line(std::string_view line) {
  std::string out;
  std::size_t room = line_octets;
  while (line.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80) --cut;  // back to where a character begins
    out.append(line.substr(0, cut)) += "\r\n ";
    line.remove_prefix(cut);
    room = line_octets - 1;  // the blank counts
  }
  return out.append(line) += "\r\n";
}

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace talar::web
