// What a hall keeps is bounded: when there is no room for more, what it has been done with longest goes.
#pragma once

#include <optional>

#include "server/hall/state.hpp"

namespace talar::hall {

/// The key of the entry that was done with first; `when` says since when an entry is, if it is.
template <class Map, class When>
std::optional<typename Map::key_type> first_done(const Map& map, When when) {
  std::optional<typename Map::key_type> first;
  Instant since;
  for (const auto& [key, entry] : map) {
    const std::optional<Instant> done = when(key, entry);
    if (!done || (first && *done >= since)) continue;
    first = key;
    since = *done;
  }
  return first;
}

/// Once they are decided; for another one of this person, who has as many as one may have, one of theirs.
std::optional<ProposalId> proposal_to_forget(const State& state);
std::optional<ProposalId> own_proposal_to_forget(const State& state, PersonId person);
/// Once they are dissolved.
std::optional<HallId> group_to_forget(const State& state);
/// Once they are done or dropped.
std::optional<ResolutionId> task_to_forget(const State& state);
/// Once they are answered, and the answer is where it belongs.
std::optional<ReferralId> referral_to_forget(const State& state);

/// Whether there is room for one more, when something else is forgotten for it if need be.
template <class Map, class Key>
bool has_room(const Map& map, std::size_t max, const std::optional<Key>& to_forget) {
  return map.size() < max || to_forget;
}
/// Makes it: there is something to forget, or has_room() said no.
template <class Map, class Key>
void make_room(Map& map, std::size_t max, const std::optional<Key>& to_forget) {
  if (map.size() >= max) map.erase(*to_forget);
}

}  // namespace talar::hall
