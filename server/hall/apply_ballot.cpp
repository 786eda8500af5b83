#include <algorithm>

#include "server/hall/apply.hpp"
#include "server/hall/lookup.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

Vote& open_vote(State& state, MeetingId meeting, VoteId vote) {
  Vote& found = state.meetings.at(meeting).votes.at(vote);
  TALAR_ASSERT("VOT-3", found.state == VoteState::open);
  return found;
}

}  // namespace

void apply_on(State& state, const Recorded&, const VoterAdmitted& e) {
  Vote& vote = open_vote(state, e.meeting, e.vote);
  TALAR_ASSERT("VOT-45", !is_entitled(vote, e.person));
  vote.electorate.insert(std::ranges::upper_bound(vote.electorate, e.person), e.person);
  vote.holders.insert(holder_of(state.meetings.at(e.meeting), e.person));
  if (e.weight.value > 1) vote.weights.emplace(e.person, e.weight.value);
}

void apply_on(State& state, const Recorded&, const BallotCast& e) {
  Vote& vote = open_vote(state, e.meeting, e.vote);
  TALAR_ASSERT("VOT-5", is_entitled(vote, e.person));
  TALAR_ASSERT("SEC-1", !is_secret(vote));
  vote.ballots.insert_or_assign(e.person, Ballot{e.choice, e.marks});
}

void apply_on(State& state, const Recorded&, const ObjectionRaised& e) {
  Vote& vote = open_vote(state, e.meeting, e.vote);
  TALAR_ASSERT("VOT-5", is_entitled(vote, e.person));
  vote.objected_by = e.person;
}

void apply_on(State& state, const Recorded&, const HandsCounted& e) {
  open_vote(state, e.meeting, e.vote).hands = e.count;
}

void apply_on(State& state, const Recorded&, const BallotIssued& e) {
  Vote& vote = open_vote(state, e.meeting, e.vote);
  TALAR_ASSERT("VOT-5", is_entitled(vote, e.person));
  const bool first = vote.issued.emplace(e.person, e.digest).second;
  TALAR_ASSERT("SEC-3", first);
}

void apply_on(State& state, const Recorded&, const TurnoutNoted& e) {
  Vote& vote = state.meetings.at(e.meeting).votes.at(e.vote);
  TALAR_ASSERT("SEC-7", e.cast > vote.cast_noted);
  vote.cast_noted = e.cast;
}

void apply_on(State& state, const Recorded&, const CountingBegun& e) {
  Vote& vote = open_vote(state, e.meeting, e.vote);
  TALAR_ASSERT("SEC-5", is_secret(vote));
  vote.state = VoteState::counting;
  vote.cause = e.cause;
  vote.casts_until = e.casts_until;
}

}  // namespace talar::hall
