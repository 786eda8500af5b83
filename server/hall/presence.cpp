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

Quorum quorum(const State& state, const Meeting& meeting) {
  Quorum result;
  result.members = state.voters;
  result.present = meeting.voters_present;
  result.needed = needed_of(state.charter.quorum, result.members);
  result.met = result.present >= result.needed;
  return result;
}

}  // namespace talar::hall
