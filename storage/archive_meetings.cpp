#include "storage/archive_query.hpp"
#include "storage/page_cursor.hpp"

namespace talar::storage {

namespace {

#define TALAR_SUMMARY                                                                                    \
  "SELECT m.meeting, m.number, m.term, m.state, m.title, m.starts_at, m.minutes, m.place, m.opened_at, " \
  "m.ended_at, m.published, m.record, "                                                                  \
  "(SELECT count(DISTINCT p.person) FROM presence p WHERE p.meeting = m.meeting), "                      \
  "(SELECT count(*) FROM agenda_item i WHERE i.meeting = m.meeting), "                                   \
  "(SELECT count(*) FROM agenda_item i JOIN vote v USING (item) "                                        \
  " WHERE i.meeting = m.meeting AND v.state = 'closed' AND " TALAR_ITEM_VISIBLE                          \
  "), "                                                                                                  \
  "(SELECT count(*) FROM agenda_item i JOIN resolution r USING (item) "                                  \
  " WHERE i.meeting = m.meeting AND r.void_reason IS NULL AND " TALAR_ITEM_VISIBLE                       \
  ") "                                                                                                   \
  "FROM meeting m WHERE " TALAR_MEETING_VISIBLE " AND m.hall = ?2 "

MeetingSummary summary_of(const Rows& rows) {
  MeetingSummary s;
  rows.into(s.meeting, s.number, s.term, s.state, s.content.title, s.content.starts_at, s.content.minutes,
            s.content.place, s.opened_at, s.ended_at, s.published, s.record, s.present, s.items, s.votes,
            s.resolutions);
  return s;
}

}  // namespace

MeetingPage find_meetings(Sql& sql, const HallId& hall, Sight sight, const std::optional<std::string>& after,
                          std::size_t limit) {
  const PageCursor cursor = cursor_of(after);
  Rows rows = sql.query(TALAR_SUMMARY "AND (m.term, m.number) < (?3, ?4) ORDER BY m.term DESC, m.number DESC LIMIT ?5",
                        sight.everything, hall, cursor.term, cursor.number, limit + 1);
  MeetingPage page;
  while (rows.next()) {
    if (page.meetings.size() == limit) {
      const MeetingSummary& last = page.meetings.back();
      page.next = PageCursor{last.term, last.number}.text();
      break;
    }
    page.meetings.push_back(summary_of(rows));
  }
  return page;
}

std::optional<MeetingSummary> find_meeting(Sql& sql, const HallId& hall, MeetingId meeting, Sight sight) {
  Rows rows = sql.query(TALAR_SUMMARY "AND m.meeting = ?3", sight.everything, hall, meeting);
  if (!rows.next()) return std::nullopt;
  return summary_of(rows);
}

std::optional<MeetingMark> find_mark(Sql& sql, const HallId& hall, MeetingId meeting, Sight sight) {
  MeetingMark mark;
  const bool found = sql.first("SELECT m.state, m.seq FROM meeting m WHERE " TALAR_MEETING_VISIBLE
                               " AND m.hall = ?2 AND m.meeting = ?3",
                               std::tuple{sight.everything, hall, meeting}, mark.state, mark.seq);
  return found ? std::optional(mark) : std::nullopt;
}

}  // namespace talar::storage
