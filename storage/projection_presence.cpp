#include "storage/projection.hpp"

namespace talar::storage {

void Projection::operator()(const MemberArrived& e) const {
  sql.run("UPDATE attendee SET absence = NULL, excuse = NULL WHERE meeting = ? AND person = ? AND absence IS NOT NULL",
          e.meeting, e.person);
  sql.run("INSERT INTO presence (meeting, person, seq, arrived_at) VALUES (?, ?, ?, ?)", e.meeting, e.person,
          recorded.seq, recorded.at);
}

void Projection::operator()(const MemberDeparted& e) const {
  sql.run("UPDATE presence SET departed_at = ? WHERE meeting = ? AND person = ? AND departed_at IS NULL", recorded.at,
          e.meeting, e.person);
}

void Projection::operator()(const AbsenceRecorded& e) const {
  sql.run("UPDATE attendee SET absence = ?, excuse = ? WHERE meeting = ? AND person = ?", e.kind, e.reason, e.meeting,
          e.person);
}

void Projection::operator()(const SubstituteNamed& e) const {
  sql.run("INSERT INTO substitution (meeting, seq, absent, substitute, begun_at) VALUES (?, ?, ?, ?, ?)", e.meeting,
          recorded.seq, e.absent, e.substitute, recorded.at);
}

void Projection::operator()(const SubstitutionEnded& e) const {
  sql.run("UPDATE substitution SET ended_at = ? WHERE meeting = ? AND absent = ? AND ended_at IS NULL", recorded.at,
          e.meeting, e.absent);
}

void Projection::operator()(const MemberRecused& e) const {
  sql.run("INSERT INTO recusal (item, seq, person, reason, begun_at) VALUES (?, ?, ?, ?, ?)", e.item, recorded.seq,
          e.person, e.reason, recorded.at);
}

void Projection::operator()(const RecusalLifted& e) const {
  sql.run("UPDATE recusal SET ended_at = ? WHERE item = ? AND person = ? AND ended_at IS NULL", recorded.at, e.item,
          e.person);
}

void Projection::operator()(const ClosedPartBegun& e) const {
  sql.run("INSERT INTO closed_part (meeting, seq, reason, begun_at) VALUES (?, ?, ?, ?)", e.meeting, recorded.seq,
          e.reason, recorded.at);
}

void Projection::operator()(const ClosedPartEnded& e) const {
  sql.run("UPDATE closed_part SET ended_at = ? WHERE meeting = ? AND ended_at IS NULL", recorded.at, e.meeting);
}

}  // namespace talar::storage
