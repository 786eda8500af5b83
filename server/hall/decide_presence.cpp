#include <algorithm>

#include "server/hall/decide.hpp"
#include "server/hall/electorate.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

Result<MeetingPlace> gathering(const State& state) {
  return current_in(state, {MeetingState::convened, MeetingState::open, MeetingState::recess});
}

/// VOT-45: a seat comes into the open vote, if the charter lets it.
void admit(Events& events, const Asking& a, const MeetingPlace& place, PersonId voter, PersonId holder) {
  if (!place.meeting.open_vote) return;
  const VoteId id = *place.meeting.open_vote;
  const auto late = latecomer(a.state, place.meeting, place.meeting.votes.at(id), voter, holder, a.now());
  if (late) events.push_back(VoterAdmitted{place.meeting_id, id, voter, late->weight});
}

Decision arrive(const Asking& a, PersonId person) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  if (!a.state.members.contains(person)) return refuse(RefusalCode::no_such_person, "person");
  if (is_present(place->meeting, person)) return refuse(RefusalCode::already_present);
  if (auto refusal = comes_too_often(a, place->meeting, person)) return *refusal;
  Events events;
  // In an open vote the seat stays with whoever has it there (VOT-5).
  if (const auto substitute = substitute_of(place->meeting, person)) {
    events.push_back(SubstitutionEnded{place->meeting_id, person, *substitute});
  }
  events.push_back(MemberArrived{place->meeting_id, person});
  admit(events, a, *place, person, holder_of(place->meeting, person));
  return events;
}

Decision leave(const Asking& a, PersonId person) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  if (!a.state.members.contains(person)) return refuse(RefusalCode::no_such_person, "person");
  if (!is_present(place->meeting, person)) return refuse(RefusalCode::not_present);
  if (auto refusal = comes_too_often(a, place->meeting, person)) return *refusal;
  Events events;
  depart(events, *place, person, a.now());
  return events;
}

}  // namespace

std::optional<Refusal> comes_too_often(const Asking& a, const Meeting& meeting, PersonId person) {
  if (a.context.person != person || a.role == Role::chair || a.role == Role::staff) return std::nullopt;
  const auto found = meeting.comings.find(person);
  if (found == meeting.comings.end() || found->second < limits::comings_per_person) return std::nullopt;
  return with(refuse(RefusalCode::too_many_requests), "max", limits::comings_per_person);
}

Decision decide_on(const Asking& a, const CheckIn&) {
  return arrive(a, a.person());
}
Decision decide_on(const Asking& a, const CheckOut&) {
  return leave(a, a.person());
}
Decision decide_on(const Asking& a, const RecordArrival& c) {
  return arrive(a, c.person);
}
Decision decide_on(const Asking& a, const RecordDeparture& c) {
  return leave(a, c.person);
}

Decision decide_on(const Asking& a, const RecordAbsence& c) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  if (!a.state.members.contains(c.person)) return refuse(RefusalCode::no_such_person, "person");
  const Presence presence = presence_of(place->meeting, c.person);
  if (presence == Presence::present || presence == Presence::out) return refuse(RefusalCode::already_present);
  return Events{AbsenceRecorded{place->meeting_id, c.person, c.kind, c.reason}};
}

Decision decide_on(const Asking& a, const NameSubstitute& c) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  const auto& [meeting_id, meeting] = *place;
  const auto absent = a.state.members.find(c.absent);
  if (absent == a.state.members.end()) return refuse(RefusalCode::no_such_person, "absent");
  const auto substitute = a.state.members.find(c.substitute);
  if (substitute == a.state.members.end()) return refuse(RefusalCode::no_such_person, "substitute");
  if (std::ranges::count(a.state.charter.presence->substitutes, absent->second.member.seat) == 0) {
    return refuse(RefusalCode::no_substitutes, "absent");
  }
  if (!absent->second.member.votes) return refuse(RefusalCode::not_entitled, "absent", "somebody with a vote");
  if (substitute->second.member.votes) {
    return refuse(RefusalCode::not_entitled, "substitute", "somebody without a vote of their own");
  }
  if (is_present(meeting, c.absent)) return refuse(RefusalCode::already_present, "absent");
  if (substitute_of(meeting, c.absent)) return refuse(RefusalCode::already_substituted, "absent");
  if (represented_by(meeting, c.substitute)) return refuse(RefusalCode::already_substituted, "substitute");
  Events events{SubstituteNamed{meeting_id, c.absent, c.substitute}};
  if (is_present(meeting, c.substitute)) admit(events, a, *place, c.substitute, c.absent);
  return events;
}

Decision decide_on(const Asking& a, const EndSubstitution& c) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  const auto& [meeting_id, meeting] = *place;
  const auto substitute = substitute_of(meeting, c.absent);
  if (!substitute) return refuse(RefusalCode::not_substituted, "absent");
  if (meeting.open_vote && is_entitled(meeting.votes.at(*meeting.open_vote), *substitute)) {
    return refuse(RefusalCode::vote_open);
  }
  return Events{SubstitutionEnded{meeting_id, c.absent, *substitute}};
}

}  // namespace talar::hall
