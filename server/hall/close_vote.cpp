#include <algorithm>

#include "server/hall/consent.hpp"
#include "server/hall/election.hpp"
#include "server/hall/electorate.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

/// Where a tie may be decided by whoever presides: how they voted themselves.
std::optional<Choice> chairs_choice(const State& state, const Vote& vote) {
  if (!state.chair) return std::nullopt;
  const auto ballot = vote.ballots.find(*state.chair);
  return ballot == vote.ballots.end() ? std::nullopt : std::optional(ballot->second.choice);
}

VoteResult by_name(const State& state, const Vote& vote, const Heads& heads, const Quorum& quorum) {
  std::vector<Counted> ballots;
  for (const auto& [person, ballot] : vote.ballots) ballots.push_back({ballot, votes_of(vote, person)});
  return count(vote.content, vote.rules, ballots, heads, chairs_choice(state, vote), quorum);
}

VoteResult result(const State& state, const Meeting& meeting, const Vote& vote) {
  const Heads now = heads(state, meeting, vote);
  const Quorum figures = quorum(state, meeting);
  if (vote.content.form->kind == VoteKind::consent) return unopposed(vote.rules, now, figures);
  if (vote.hands) return count_hands(vote.content, vote.rules, *vote.hands, now, figures);
  return by_name(state, vote, now, figures);
}

}  // namespace

void follow(Events& events, const Asking& a, const VotePlace& place, VoteContent content, FollowKind kind) {
  if (full_of_votes(place.meeting)) return;
  events.push_back(
      VotePrepared{place.meeting_id, place.vote.item, a.ids().next<VoteId>(), std::move(content), place.vote_id, kind});
}

Events close(const Asking& a, const VotePlace& place, CloseCause cause) {
  const auto& [meeting_id, meeting, vote_id, vote] = place;
  if (is_secret(vote)) return {CountingBegun{meeting_id, vote.item, vote_id, cause, a.now() + casts_after_closing}};
  return close_with(a, place, {meeting_id, vote.item, vote_id, cause, result(a.state, meeting, vote), {}});
}

Events close_with(const Asking& a, const VotePlace& place, VoteClosed closed) {
  const VoteResult result = closed.result;
  Events events{std::move(closed)};
  if (result.outcome == Outcome::adopted) end_decided_parts(events, place);
  if (place.vote.content.form->kind != VoteKind::election) return events;
  if (auto form = runoff(place.vote.content, result)) {
    VoteContent content = place.vote.content;
    content.rule.majority = {};  // there the most marks are enough
    content.form = std::move(form);
    follow(events, a, place, std::move(content), FollowKind::runoff);
  }
  return events;
}

}  // namespace talar::hall
