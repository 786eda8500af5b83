#include <algorithm>

#include "server/hall/apply.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

Vote& vote_of(State& state, MeetingId meeting, VoteId vote, VoteState expected) {
  Vote& found = state.meetings.at(meeting).votes.at(vote);
  TALAR_ASSERT("VOT-3", found.state == expected);
  return found;
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const VotePrepared& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Vote vote;
  vote.item = e.item;
  vote.order = recorded.seq;
  vote.content = complete(e.content);
  vote.follows = e.follows;
  vote.follow_kind = e.follow_kind;
  if (e.follows) meeting.votes.at(*e.follows).followed_by = e.vote;
  meeting.votes.emplace(e.vote, std::move(vote));
}

void apply_on(State& state, const Recorded&, const VoteEdited& e) {
  vote_of(state, e.meeting, e.vote, VoteState::prepared).content = complete(e.content);
}

void apply_on(State& state, const Recorded&, const VoteDiscarded& e) {
  const auto follows = vote_of(state, e.meeting, e.vote, VoteState::prepared).follows;
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.votes.erase(e.vote);
  if (follows) meeting.votes.at(*follows).followed_by = last_follower(meeting, *follows);
}

void apply_on(State& state, const Recorded&, const CandidateWithdrawn& e) {
  Vote& vote = vote_of(state, e.meeting, e.vote, VoteState::prepared);
  vote.content.form->options.at(static_cast<std::size_t>(e.option)).withdrawn = true;
}

void apply_on(State& state, const Recorded& recorded, const VoteOpened& e) {
  Vote& vote = vote_of(state, e.meeting, e.vote, VoteState::prepared);
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("VOT-4", !meeting.open_vote);
  TALAR_ASSERT("SEC-2", e.key.has_value() == is_secret(vote));
  vote.state = VoteState::open;
  vote.opened_at = recorded.at;
  vote.deadline = e.deadline;
  vote.electorate.assign(e.electorate.begin(), e.electorate.end());
  std::ranges::sort(vote.electorate);
  for (const PersonId voter : vote.electorate) vote.holders.insert(holder_of(meeting, voter));
  vote.rules = e.rules.value_or(*state.charter.voting);
  if (e.weights) {
    for (const VoterWeight& voter : *e.weights) vote.weights.emplace(voter.person, voter.weight.value);
  }
  vote.key = e.key;
  meeting.open_vote = e.vote;
  meeting.shown_result.reset();
}

void apply_on(State& state, const Recorded& recorded, const VotersWarned& e) {
  vote_of(state, e.meeting, e.vote, VoteState::open).warned_at = recorded.at;
}

void apply_on(State& state, const Recorded&, const VoteExtended& e) {
  vote_of(state, e.meeting, e.vote, VoteState::open).deadline = e.deadline;
}

void apply_on(State& state, const Recorded& recorded, const VoteClosed& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("VOT-3", meeting.open_vote == e.vote);
  Vote& vote = meeting.votes.at(e.vote);
  vote.state = VoteState::closed;
  vote.closed_at = recorded.at;
  vote.cause = e.cause;
  vote.result = e.result;
  vote.secret = e.secret;
  meeting.open_vote.reset();
  meeting.shown_result = e.vote;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const CountCorrected& e) {
  Vote& vote = vote_of(state, e.meeting, e.vote, VoteState::closed);
  vote.corrections.push_back({recorded.at, recorded.actor.person, e.reason, *vote.hands});
  vote.hands = e.count;
  vote.result = e.result;
  note(state.meetings.at(e.meeting), recorded);
}

void apply_on(State& state, const Recorded& recorded, const VoteVoided& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Vote& vote = meeting.votes.at(e.vote);
  TALAR_ASSERT("VOT-47", vote.state != VoteState::prepared && vote.state != VoteState::voided);
  vote.state = VoteState::voided;
  vote.voided_at = recorded.at;
  vote.void_reason = e.reason;
  if (meeting.open_vote == e.vote) meeting.open_vote.reset();
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded&, const ResultShown& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("VOT-12", !meeting.open_vote && meeting.votes.at(e.vote).result);
  meeting.shown_result = e.vote;
}

}  // namespace talar::hall
