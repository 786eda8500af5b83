#include "server/hall/apply.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded& recorded, const MemberArrived& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Attendance& attendance = meeting.attendance[e.person];
  TALAR_ASSERT("PRS-2", attendance.presence != Presence::present);
  attendance = {Presence::present, recorded.at, {}, {}, {}};
  if (state.members.at(e.person).member.votes) ++meeting.voters_present;
  note(meeting, recorded, line(EntryKind::arrived, e.person));
}

void apply_on(State& state, const Recorded& recorded, const MemberDeparted& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Attendance& attendance = meeting.attendance.at(e.person);
  TALAR_ASSERT("PRS-3", attendance.presence == Presence::present);
  attendance.presence = Presence::out;
  attendance.departed_at = recorded.at;
  if (state.members.at(e.person).member.votes) --meeting.voters_present;
  note(meeting, recorded, line(EntryKind::departed, e.person));
}

void apply_on(State& state, const Recorded& recorded, const AbsenceRecorded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Attendance& attendance = meeting.attendance[e.person];
  TALAR_ASSERT("PRS-5", !attendance.arrived_at);
  const bool excused = e.kind == AbsenceKind::excused;
  attendance.presence = excused ? Presence::excused : Presence::unexcused;
  attendance.excuse = e.reason;
  note(meeting, recorded, line(excused ? EntryKind::absence_excused : EntryKind::absence_unexcused, e.person, e.reason));
}

}  // namespace talar::hall
