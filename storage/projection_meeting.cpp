#include "storage/projection.hpp"

namespace talar::storage {

namespace {

/// Calendars show it otherwise from now on.
void changed(const Projection& p, MeetingId meeting) {
  p.sql.run("UPDATE meeting SET revision = revision + 1, changed_at = ? WHERE meeting = ?", p.recorded.at, meeting);
}

}  // namespace

void Projection::operator()(const MeetingDrafted& e) const {
  sql.run(
      "INSERT INTO meeting (meeting, hall, state, title, starts_at, minutes, place, changed_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      e.meeting, hall, MeetingState::drafted, e.content.title, e.content.starts_at, e.content.minutes, e.content.place,
      recorded.at);
}

void Projection::operator()(const MeetingEdited& e) const {
  sql.run("UPDATE meeting SET title = ?, starts_at = ?, minutes = ?, place = ? WHERE meeting = ?", e.content.title,
          e.content.starts_at, e.content.minutes, e.content.place, e.meeting);
  changed(*this, e.meeting);
}

void Projection::operator()(const DraftDiscarded& e) const {
  sql.run("DELETE FROM meeting WHERE meeting = ?", e.meeting);
}

void Projection::operator()(const MeetingConvened& e) const {
  sql.run("UPDATE meeting SET state = ?, number = ?, term = ? WHERE meeting = ?", MeetingState::convened, e.number,
          e.term, e.meeting);
  sql.run(
      "INSERT INTO attendee (meeting, person, ordinal, name, short_name, seat, votes, group_name) "
      "SELECT ?, person, ordinal, name, short_name, seat, votes, group_name FROM member WHERE hall = ?",
      e.meeting, hall);
  changed(*this, e.meeting);
}

void Projection::operator()(const MeetingOpened& e) const {
  sql.run(
      "UPDATE meeting SET state = ?, opened_at = ?, chair = ?, quorum_present = ?, quorum_needed = ?, "
      "quorum_members = ?, quorum_met = ?, override_reason = ? WHERE meeting = ?",
      MeetingState::open, recorded.at, e.chair, e.quorum.present, e.quorum.needed, e.quorum.members, e.quorum.met,
      e.override_reason, e.meeting);
}

void Projection::operator()(const RecessCalled& e) const {
  sql.run("UPDATE meeting SET state = ? WHERE meeting = ?", MeetingState::recess, e.meeting);
}

void Projection::operator()(const MeetingResumed& e) const {
  sql.run("UPDATE meeting SET state = ? WHERE meeting = ?", MeetingState::open, e.meeting);
}

void Projection::operator()(const MeetingClosed& e) const {
  sql.run("UPDATE meeting SET state = ?, ended_at = ? WHERE meeting = ?", MeetingState::closed, recorded.at, e.meeting);
}

void Projection::operator()(const MeetingNotHeld& e) const {
  sql.run(
      "UPDATE meeting SET state = ?, ended_at = ?, quorum_present = ?, quorum_needed = ?, quorum_members = ?, "
      "quorum_met = ?, not_held_reason = ? WHERE meeting = ?",
      MeetingState::not_held, recorded.at, e.quorum.present, e.quorum.needed, e.quorum.members, e.quorum.met, e.reason,
      e.meeting);
  changed(*this, e.meeting);
}

}  // namespace talar::storage
