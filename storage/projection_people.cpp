#include "storage/projection.hpp"

namespace talar::storage {

namespace {

// A meeting's record shows people as they were while it was on, so its attendees follow the roster only that long.
#define TALAR_CURRENT_MEETINGS \
  "(SELECT meeting FROM meeting WHERE hall = ?1 AND state IN ('convened', 'open', 'recess'))"

void attend(const Projection& p, PersonId person) {
  p.sql.run(
      "INSERT INTO attendee (meeting, person, ordinal, name, short_name, seat, votes, group_name) "
      "SELECT running.meeting, m.person, m.ordinal, m.name, m.short_name, m.seat, m.votes, m.group_name "
      "FROM member m JOIN " TALAR_CURRENT_MEETINGS
      " running WHERE m.hall = ?1 AND m.person = ?2 "
      "ON CONFLICT DO UPDATE SET name = excluded.name, short_name = excluded.short_name, seat = excluded.seat, "
      "votes = excluded.votes, group_name = excluded.group_name",
      p.hall, person);
}

/// Everybody may see it: who belongs to the hall, and its term.
void note_change(const Projection& p) {
  p.sql.run("UPDATE hall SET shown_at = ? WHERE hall = ?", p.recorded.at, p.hall);
}

}  // namespace

void Projection::operator()(const HallFounded& e) const {
  sql.run(
      "INSERT INTO hall (hall, name, name_en, kind, place, term, parent, until, seq, chain) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, x'')",
      hall, e.name, e.name_en, e.kind, e.place, e.term, e.parent, e.until);
  note_change(*this);
}

void Projection::operator()(const TermBegun& e) const {
  sql.run("UPDATE hall SET term = ? WHERE hall = ?", e.term, hall);
  note_change(*this);
}

void Projection::operator()(const MembersEnrolled& e) const {
  for (const Member& member : e.members) {
    sql.run(
        "INSERT INTO member (hall, person, ordinal, name, short_name, seat, votes, group_name) VALUES "
        "(?1, ?2, (SELECT coalesce(max(ordinal), 0) + 1 FROM member WHERE hall = ?1), ?3, ?4, ?5, ?6, ?7)",
        hall, member.person, member.name, member.short_name, member.seat, member.votes, member.group);
    attend(*this, member.person);
  }
  note_change(*this);
}

void Projection::operator()(const MemberEdited& e) const {
  sql.run(
      "UPDATE member SET name = ?, short_name = ?, seat = ?, votes = ?, group_name = ? WHERE hall = ? AND person = ?",
      e.member.name, e.member.short_name, e.member.seat, e.member.votes, e.member.group, hall, e.member.person);
  attend(*this, e.member.person);
  note_change(*this);
}

void Projection::operator()(const MemberRemoved& e) const {
  sql.run("DELETE FROM member WHERE hall = ? AND person = ?", hall, e.person);
  sql.run(
      "DELETE FROM recusal WHERE person = ?2 AND item IN "
      "(SELECT item FROM agenda_item JOIN meeting USING (meeting) WHERE hall = ?1 AND meeting.state = 'drafted')",
      hall, e.person);
  // Whoever took part stays on the record of the meeting.
  sql.run("DELETE FROM attendee WHERE person = ?2 AND meeting IN " TALAR_CURRENT_MEETINGS
          " AND NOT EXISTS (SELECT 1 FROM presence p WHERE p.meeting = attendee.meeting AND p.person = ?2)",
          hall, e.person);
  note_change(*this);
}

}  // namespace talar::storage
