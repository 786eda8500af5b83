#include "server/hall/presence.hpp"

#include <algorithm>

#include "server/hall/verdict.hpp"

namespace talar::hall {

Presence presence_of(const Meeting& meeting, PersonId person) {
  const auto found = meeting.attendance.find(person);
  return found == meeting.attendance.end() ? Presence::absent : found->second.presence;
}

bool is_present(const Meeting& meeting, PersonId person) {
  return presence_of(meeting, person) == Presence::present;
}

std::int64_t voting_members(const State& state) {
  return std::ranges::count_if(state.members, [](const auto& entry) { return entry.second.member.votes; });
}

Quorum quorum(const State& state, const Meeting& meeting) {
  Quorum result;
  for (const auto& [person, enrolled] : state.members) {
    if (!enrolled.member.votes) continue;
    ++result.members;
    if (is_present(meeting, person)) ++result.present;
  }
  result.needed = needed_of(state.charter.quorum, result.members);
  result.met = result.present >= result.needed;
  return result;
}

}  // namespace talar::hall
