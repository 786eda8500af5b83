#include "server/hall/sight.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

/// VOT-11: at closing; in a roll call and where the charter says so, at once. Of a vote that was voided before, never.
bool shows_ballots(const Vote& vote) {
  if (vote.result) return true;
  return vote.state == VoteState::open && (mode_of(vote) == VoteMode::roll_call || vote.rules.live);
}

std::int64_t hands_of(const HandCount& hands) {
  return hands.approve + hands.against + hands.abstain;
}

/// SEC-7: in steps, so that nobody is seen to come and go; when everybody has, nobody is.
std::int64_t in_steps(std::int64_t ballots, const Vote& vote) {
  if (ballots == static_cast<std::int64_t>(vote.electorate.size())) return ballots;
  return ballots / turnout_step * turnout_step;
}

std::int64_t cast(const Vote& vote) {
  if (vote.secret) return vote.secret->cast;
  if (is_secret(vote)) return in_steps(vote.cast_noted, vote);
  if (vote.result && vote.hands) return hands_of(*vote.hands);
  return static_cast<std::int64_t>(vote.ballots.size());
}

void view_secret(VoteView& view, const Vote& vote) {
  view.key = vote.key;
  view.casts_until = vote.casts_until;
  view.secret = vote.secret;
  view.issued = vote.secret ? vote.secret->issued : in_steps(static_cast<std::int64_t>(vote.issued.size()), vote);
  if (!vote.secret) return;
  for (const auto& [person, digest] : vote.issued) view.collectors.push_back(person);
}

VoteView view_vote(const Vote& vote, Sight sight) {
  VoteView view;
  view.item = vote.item;
  view.order = vote.order;
  view.state = vote.state;
  view.content = vote.content;
  view.opened_at = vote.opened_at;
  view.deadline = vote.deadline;
  view.closed_at = vote.closed_at;
  view.electorate = vote.electorate;
  view.cast = cast(vote);
  view.cause = vote.cause;
  view.result = vote.result;
  if (shows_ballots(vote)) view.ballots = vote.ballots;
  view.follows = vote.follows;
  view.follow_kind = vote.follow_kind;
  if (vote.opened_at) view.rules = vote.rules;
  view.weights = vote.weights;
  view.warned_at = vote.warned_at;
  view.objected_by = vote.objected_by;
  if (vote.result || sight.is_desk()) view.hands = vote.hands;
  view.corrections = vote.corrections;
  view.voided_at = vote.voided_at;
  view.void_reason = vote.void_reason;
  view_secret(view, vote);
  return view;
}

}  // namespace

void view_votes(std::map<VoteId, VoteView>& votes, const Meeting& meeting, Sight sight, const Parts& parts) {
  each_entry(meeting.votes, parts.only(parts.votes), [&](VoteId id, const Vote& vote) {
    if (!sight.sees(meeting, vote)) return;
    VoteView& view = votes.emplace(id, view_vote(vote, sight)).first->second;
    const auto next = vote.followed_by;  // prepared ones are for the desk
    if (next && sight.sees(meeting, meeting.votes.at(*next))) view.followed_by = next;
  });
}

}  // namespace talar::hall
