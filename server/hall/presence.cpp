#include "server/hall/presence.hpp"

#include "server/hall/verdict.hpp"

namespace talar::hall {

Presence presence_of(const Meeting& meeting, PersonId person) {
  const auto found = meeting.attendance.find(person);
  return found == meeting.attendance.end() ? Presence::absent : found->second.presence;
}

bool is_present(const Meeting& meeting, PersonId person) {
  return presence_of(meeting, person) == Presence::present;
}

std::optional<PersonId> substitute_of(const Meeting& meeting, PersonId absent) {
  const auto found = meeting.substitutes.find(absent);
  if (found == meeting.substitutes.end()) return std::nullopt;
  return found->second;
}

std::optional<PersonId> represented_by(const Meeting& meeting, PersonId substitute) {
  for (const auto& [absent, person] : meeting.substitutes)
    if (person == substitute) return absent;
  return std::nullopt;
}

PersonId holder_of(const Meeting& meeting, PersonId voter) {
  return represented_by(meeting, voter).value_or(voter);
}

Quorum quorum(const State& state, const Meeting& meeting) {
  Quorum result;
  result.members = state.voters;
  result.present = meeting.voters_present;
  result.needed = needed_of(state.charter.quorum, result.members);
  result.met = result.present >= result.needed;
  return result;
}

bool could_open(const State& state) {
  if (!state.current) return false;
  const Meeting& meeting = state.meetings.at(*state.current);
  return meeting.state == MeetingState::convened && quorum(state, meeting).met;
}

}  // namespace talar::hall
