#include "server/hall/sight.hpp"

namespace talar::hall {
namespace {

VoteView view_vote(const Vote& vote) {
  VoteView view;
  view.item = vote.item;
  view.state = vote.state;
  view.content = vote.content;
  view.opened_at = vote.opened_at;
  view.deadline = vote.deadline;
  view.closed_at = vote.closed_at;
  view.electorate = vote.electorate;
  view.cast = static_cast<std::int64_t>(vote.ballots.size());
  view.cause = vote.cause;
  view.result = vote.result;
  if (vote.state == VoteState::closed) view.ballots = vote.ballots;  // VOT-11
  return view;
}

}  // namespace

void view_votes(std::map<VoteId, VoteView>& votes, const Meeting& meeting, Sight sight, const Parts& parts) {
  each_entry(meeting.votes, parts.only(parts.votes), [&](VoteId id, const Vote& vote) {
    if (sight.sees(meeting, vote)) votes.emplace(id, view_vote(vote));
  });
}

}  // namespace talar::hall
