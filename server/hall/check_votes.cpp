#include <algorithm>

#include "server/hall/assert.hpp"
#include "server/hall/electorate.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

std::int64_t cast(const Tally& tally) {
  return tally.approve + tally.against + tally.abstain;
}

std::int64_t votes_of_all(const Vote& vote) {
  std::int64_t votes = 0;
  for (const PersonId voter : vote.electorate) votes += votes_of(vote, voter);
  return votes;
}

void check_form(const Vote& vote) {
  TALAR_ASSERT("VOT-1", vote.content.form.has_value());
  TALAR_ASSERT("VOT-2", well_formed(vote.content.rule.majority));
  for (const auto& [person, ballot] : vote.ballots) {
    TALAR_ASSERT("VOT-5", is_entitled(vote, person));
    TALAR_ASSERT("SEC-1", !is_secret(vote));
  }
  TALAR_ASSERT("VOT-44", vote.weights.empty() || is_weighted(*vote.content.form));
  TALAR_ASSERT("VOT-42", !vote.hands || mode_of(vote) == VoteMode::show_of_hands);
  TALAR_ASSERT("VOT-43", vote.corrections.size() <= limits::corrections_per_vote);
}

void check_secret(const Vote& vote) {
  const bool was_opened = vote.opened_at.has_value();
  TALAR_ASSERT("SEC-2", vote.key.has_value() == (was_opened && is_secret(vote)));
  for (const auto& [person, digest] : vote.issued) TALAR_ASSERT("SEC-3", is_secret(vote) && is_entitled(vote, person));
  const auto issued = static_cast<std::int64_t>(vote.issued.size());
  TALAR_ASSERT("SEC-7", vote.cast_noted <= issued);
  TALAR_ASSERT("SEC-5", vote.state != VoteState::counting || (is_secret(vote) && vote.casts_until));
  TALAR_ASSERT("SEC-6", vote.secret.has_value() == (vote.result && is_secret(vote)));
  if (!vote.secret) return;
  TALAR_ASSERT("SEC-6", vote.secret->issued == issued && vote.secret->cast <= issued);
  TALAR_ASSERT("SEC-6", cast(vote.result->tally) == vote.secret->cast);
}

/// The tally is what a recount of the ballots by name gives.
void check_result(const Vote& vote) {
  const Tally& tally = vote.result->tally;
  TALAR_ASSERT("VOT-10", cast(tally) + tally.not_cast == votes_of_all(vote));
  if (vote.secret) return;
  Tally recounted;
  if (vote.hands) recounted = {vote.hands->approve, vote.hands->against, vote.hands->abstain};
  for (const auto& [person, ballot] : vote.ballots) {
    const std::int64_t votes = votes_of(vote, person);
    if (ballot.choice == Choice::approve) recounted.approve += votes;
    if (ballot.choice == Choice::against) recounted.against += votes;
    if (ballot.choice == Choice::abstain) recounted.abstain += votes;
  }
  recounted.not_cast = tally.not_cast;
  TALAR_ASSERT("VOT-10", recounted == tally);
}

void check_follow(const Meeting& meeting, VoteId id, const Vote& vote) {
  TALAR_ASSERT("VOT-50", vote.follows.has_value() == vote.follow_kind.has_value());
  if (vote.follows) TALAR_ASSERT("VOT-50", meeting.votes.at(*vote.follows).followed_by.has_value());
  if (vote.followed_by) TALAR_ASSERT("VOT-50", meeting.votes.at(*vote.followed_by).follows == id);
}

void check_vote(const Meeting& meeting, VoteId id, const Vote& vote) {
  TALAR_ASSERT("VOT-1", meeting.items.contains(vote.item));
  const bool is_open = vote.state == VoteState::open || vote.state == VoteState::counting;
  TALAR_ASSERT("VOT-4", is_open == (meeting.open_vote == id));
  TALAR_ASSERT("VOT-5", vote.electorate.empty() == (vote.state == VoteState::prepared));
  TALAR_ASSERT("VOT-5", vote.holders.size() == vote.electorate.size());
  TALAR_ASSERT("VOT-10", vote.result.has_value() == vote.closed_at.has_value());
  TALAR_ASSERT("VOT-10", !(vote.state == VoteState::closed) || vote.result);
  TALAR_ASSERT("VOT-47", vote.voided_at.has_value() == (vote.state == VoteState::voided));
  check_form(vote);
  check_secret(vote);
  if (vote.result) check_result(vote);
  check_follow(meeting, id, vote);
}

}  // namespace

void check_votes(const Meeting& meeting) {
  TALAR_ASSERT("VOT-1", meeting.votes.size() <= limits::votes_per_meeting);
  for (const auto& [id, vote] : meeting.votes) check_vote(meeting, id, vote);
  if (meeting.open_vote) {
    TALAR_ASSERT("VOT-4", meeting.state == MeetingState::open);
    TALAR_ASSERT("VOT-4", meeting.active_item == meeting.votes.at(*meeting.open_vote).item);
  }
  TALAR_ASSERT("VOT-12",
               !meeting.shown_result || (!meeting.open_vote && meeting.votes.at(*meeting.shown_result).result));
}

}  // namespace talar::hall
