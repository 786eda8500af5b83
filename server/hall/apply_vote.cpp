#include <algorithm>

#include "server/hall/apply.hpp"
#include "server/hall/lookup.hpp"

namespace talar::hall {
namespace {

Vote& vote_of(State& state, MeetingId meeting, VoteId vote, VoteState expected) {
  Vote& found = state.meetings.at(meeting).votes.at(vote);
  TALAR_ASSERT("VOT-3", found.state == expected);
  return found;
}

}  // namespace

void apply_on(State& state, const Recorded&, const VotePrepared& e) {
  Vote vote;
  vote.item = e.item;
  vote.content = e.content;
  state.meetings.at(e.meeting).votes.emplace(e.vote, std::move(vote));
}

void apply_on(State& state, const Recorded&, const VoteEdited& e) {
  vote_of(state, e.meeting, e.vote, VoteState::prepared).content = e.content;
}

void apply_on(State& state, const Recorded&, const VoteDiscarded& e) {
  vote_of(state, e.meeting, e.vote, VoteState::prepared);
  state.meetings.at(e.meeting).votes.erase(e.vote);
}

void apply_on(State& state, const Recorded& recorded, const VoteOpened& e) {
  Vote& vote = vote_of(state, e.meeting, e.vote, VoteState::prepared);
  vote.state = VoteState::open;
  vote.opened_at = recorded.at;
  vote.deadline = e.deadline;
  vote.electorate.assign(e.electorate.begin(), e.electorate.end());
  std::ranges::sort(vote.electorate);
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("VOT-4", !meeting.open_vote);
  meeting.open_vote = e.vote;
  meeting.shown_result.reset();
}

void apply_on(State& state, const Recorded&, const BallotCast& e) {
  Vote& vote = vote_of(state, e.meeting, e.vote, VoteState::open);
  TALAR_ASSERT("VOT-5", is_entitled(vote, e.person));
  vote.ballots.insert_or_assign(e.person, Ballot{e.choice, e.marks});
}

void apply_on(State& state, const Recorded& recorded, const VoteClosed& e) {
  Vote& vote = vote_of(state, e.meeting, e.vote, VoteState::open);
  vote.state = VoteState::closed;
  vote.closed_at = recorded.at;
  vote.cause = e.cause;
  vote.result = e.result;
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.open_vote.reset();
  meeting.shown_result = e.vote;
  Entry entry = line(EntryKind::vote, e.item);
  entry.vote = e.vote;
  note(meeting, recorded, std::move(entry));
}

}  // namespace talar::hall
