#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

std::optional<Instant> next_deadline(const State& state) {
  if (!state.current) return std::nullopt;
  const Meeting& meeting = state.meetings.at(*state.current);
  if (!meeting.open_vote) return std::nullopt;
  return meeting.votes.at(*meeting.open_vote).deadline;
}

}  // namespace talar::hall
