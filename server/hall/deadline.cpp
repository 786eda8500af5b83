#include <algorithm>

#include "server/hall/clocks.hpp"

namespace talar::hall {

std::optional<Instant> vote_deadline(const Meeting& meeting) {
  return meeting.open_vote ? meeting.votes.at(*meeting.open_vote).deadline : std::nullopt;
}

std::optional<Instant> list_deadline(const Meeting& meeting) {
  return meeting.active_item ? meeting.items.at(*meeting.active_item).list_closes_at : std::nullopt;
}

std::optional<Instant> next_deadline(const State& state) {
  if (!state.current) return std::nullopt;
  const Meeting& meeting = state.meetings.at(*state.current);
  std::optional<Instant> next;
  for (const auto deadline : {vote_deadline(meeting), list_deadline(meeting)})
    if (deadline) next = next ? std::min(*next, *deadline) : *deadline;
  return next;
}

}  // namespace talar::hall
