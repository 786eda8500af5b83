#include "storage/archive_query.hpp"

namespace talar::storage {

namespace {

/// In the order of the agenda's top; a part comes with what it is a part of.
std::vector<std::optional<Title>> presented(Sql& sql, MeetingId meeting, PersonId person) {
  Rows rows = sql.query(
      "SELECT CASE WHEN i.closed THEN NULL ELSE i.title END FROM agenda_item i "
      "LEFT JOIN agenda_item above ON above.item = i.parent "
      "WHERE i.meeting = ? AND i.presenter = ? AND i.state <> 'withdrawn' "
      "ORDER BY coalesce(above.position, i.position), above.item IS NOT NULL, i.position, i.item",
      meeting, person);
  std::vector<std::optional<Title>> titles;
  while (rows.next()) rows.into(titles.emplace_back());
  return titles;
}

}  // namespace

std::vector<CalendarMeeting> find_calendar(Sql& sql, const Asker& asker, std::optional<PersonId> person,
                                           Instant since) {
  std::vector<CalendarMeeting> meetings;
  {
    Rows rows = sql.query(
        "SELECT m.meeting, m.hall, h.name, m.number, m.state, m.title, m.starts_at, m.minutes, m.place, m.revision, "
        "m.changed_at FROM meeting m JOIN hall h USING (hall) "
        "WHERE m.hall = ?1 AND m.starts_at >= ?2 AND (m.number IS NOT NULL OR ?3) ORDER BY m.starts_at, m.meeting",
        asker.hall, since, asker.audience == Audience::staff);
    while (rows.next()) {
      CalendarMeeting& m = meetings.emplace_back();
      rows.into(m.meeting, m.hall, m.hall_name, m.number, m.state, m.content.title, m.content.starts_at,
                m.content.minutes, m.content.place, m.revision, m.changed_at);
    }
  }
  if (person) {
    for (CalendarMeeting& meeting : meetings) meeting.presents = presented(sql, meeting.meeting, *person);
  }
  return meetings;
}

}  // namespace talar::storage
