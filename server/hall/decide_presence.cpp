#include "server/hall/decide.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

Result<MeetingPlace> gathering(const State& state) {
  return current_in(state, {MeetingState::convened, MeetingState::open, MeetingState::recess});
}

Decision arrive(const Asking& a, PersonId person) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  if (!a.state.members.contains(person)) return refuse(RefusalCode::no_such_person, "person");
  if (is_present(place->meeting, person)) return refuse(RefusalCode::already_present);
  return Events{MemberArrived{place->meeting_id, person}};
}

Decision leave(const Asking& a, PersonId person) {
  const auto place = gathering(a.state);
  if (!place) return place.error();
  if (!a.state.members.contains(person)) return refuse(RefusalCode::no_such_person, "person");
  if (!is_present(place->meeting, person)) return refuse(RefusalCode::not_present);
  Events events;
  depart(events, *place, person, a.now());
  return events;
}

}  // namespace

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

}  // namespace talar::hall
