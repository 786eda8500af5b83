#include <algorithm>

#include "server/hall/clocks.hpp"
#include "server/hall/presence.hpp"

namespace talar::hall {

std::optional<Instant> vote_deadline(const Meeting& meeting) {
  if (!meeting.open_vote) return std::nullopt;
  const Vote& vote = meeting.votes.at(*meeting.open_vote);
  return vote.state == VoteState::open ? vote.deadline : std::nullopt;  // the live side ends the counting (SEC-5)
}

std::optional<Instant> list_deadline(const Meeting& meeting) {
  return meeting.active_item ? meeting.items.at(*meeting.active_item).list_closes_at : std::nullopt;
}

std::optional<Instant> quorum_deadline(const State& state, const Meeting& meeting) {
  const auto wait = state.charter.presence->quorum_wait_minutes;
  if (meeting.state != MeetingState::convened || !wait || quorum(state, meeting).met) return std::nullopt;
  Instant since = std::max(meeting.content.starts_at, *meeting.convened_at);
  if (meeting.quorum_lost_at) since = std::max(since, *meeting.quorum_lost_at);
  return since + Millis{*wait * 60'000};
}

std::optional<Instant> next_deadline(const State& state) {
  if (!state.current) return std::nullopt;
  const Meeting& meeting = state.meetings.at(*state.current);
  std::optional<Instant> next;
  for (const auto deadline : {vote_deadline(meeting), list_deadline(meeting), quorum_deadline(state, meeting)})
    if (deadline) next = next ? std::min(*next, *deadline) : *deadline;
  return next;
}

}  // namespace talar::hall
