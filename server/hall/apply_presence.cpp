#include "server/hall/apply.hpp"
#include "server/hall/presence.hpp"

namespace talar::hall {
namespace {

/// With a vote of their own or of somebody for whom they stand in.
bool counts(const State& state, const Meeting& meeting, PersonId person) {
  return state.members.at(person).member.votes || represented_by(meeting, person);
}

/// PRS-20: by whoever it is about.
void count_coming(Meeting& meeting, const Recorded& recorded, PersonId person) {
  if (recorded.actor.person == person) ++meeting.comings[person];
}

/// A draft has no minutes yet; whoever is recused there is seen in the item.
void note_recusal(State& state, const Recorded& recorded, MeetingId meeting) {
  if (state.current == meeting) note(state.meetings.at(meeting), recorded);
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const MemberArrived& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Attendance& attendance = meeting.attendance[e.person];
  TALAR_ASSERT("PRS-2", attendance.presence != Presence::present);
  attendance = {Presence::present, recorded.at, {}, {}};
  if (counts(state, meeting, e.person)) ++meeting.voters_present;
  count_coming(meeting, recorded, e.person);
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const MemberDeparted& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Attendance& attendance = meeting.attendance.at(e.person);
  TALAR_ASSERT("PRS-3", attendance.presence == Presence::present);
  attendance.presence = Presence::out;
  attendance.departed_at = recorded.at;
  if (counts(state, meeting, e.person)) --meeting.voters_present;
  count_coming(meeting, recorded, e.person);
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const AbsenceRecorded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Attendance& attendance = meeting.attendance[e.person];
  TALAR_ASSERT("PRS-5", !attendance.arrived_at);
  const bool excused = e.kind == AbsenceKind::excused;
  attendance.presence = excused ? Presence::excused : Presence::unexcused;
  attendance.excuse = e.reason;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const SubstituteNamed& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("PRS-9", !represented_by(meeting, e.substitute));
  const bool fresh = meeting.substitutes.emplace(e.absent, e.substitute).second;
  TALAR_ASSERT("PRS-9", fresh);
  if (is_present(meeting, e.substitute)) ++meeting.voters_present;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const SubstitutionEnded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("PRS-11", substitute_of(meeting, e.absent) == e.substitute);
  meeting.substitutes.erase(e.absent);
  if (is_present(meeting, e.substitute)) --meeting.voters_present;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const MemberRecused& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.items.at(e.item).recused.emplace(e.person, e.reason);
  count_coming(meeting, recorded, e.person);
  note_recusal(state, recorded, e.meeting);
}

void apply_on(State& state, const Recorded& recorded, const RecusalLifted& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.items.at(e.item).recused.erase(e.person);
  count_coming(meeting, recorded, e.person);
  note_recusal(state, recorded, e.meeting);
}

}  // namespace talar::hall
