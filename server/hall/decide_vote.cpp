#include <algorithm>

#include "server/hall/clocks.hpp"
#include "server/hall/consent.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/verdict.hpp"

namespace talar::hall {
namespace {

std::optional<Refusal> malformed(const VoteContent& content) {
  if (well_formed(content.rule.majority)) return std::nullopt;
  return refuse(RefusalCode::bad_fraction, "content.rule.majority.fraction");
}

Refusal wrong_state(const Vote& vote) {
  return with(refuse(RefusalCode::wrong_vote_state), "state", vote.state);
}

/// A vote that can still be changed: it has not been opened.
Result<VotePlace> prepared_vote(const State& state, VoteId vote) {
  auto place = vote_in(state, vote, agenda_is_alive);
  if (place && place->vote.state != VoteState::prepared) return wrong_state(place->vote);
  return place;
}

Result<VotePlace> open_vote(const State& state, VoteId vote) {
  auto place = vote_in(state, vote, {MeetingState::open});
  if (place && place->vote.state != VoteState::open) return wrong_state(place->vote);
  return place;
}

bool time_is_up(const Vote& vote, Instant now) {
  return vote.deadline && *vote.deadline <= now;
}

Events close(const State& state, const VotePlace& place, CloseCause cause) {
  const Vote& vote = place.vote;
  Tally tally;
  for (const auto& [person, ballot] : vote.ballots) {
    switch (ballot.choice) {
      case Choice::approve:
        ++tally.approve;
        break;
      case Choice::against:
        ++tally.against;
        break;
      case Choice::abstain:
        ++tally.abstain;
        break;
    }
  }
  tally.not_cast = static_cast<std::int64_t>(vote.electorate.size() - vote.ballots.size());
  Heads heads;
  heads.present = std::ranges::count_if(vote.electorate, [&](PersonId p) { return is_present(place.meeting, p); });
  heads.entitled = static_cast<std::int64_t>(vote.electorate.size());
  heads.members = seats(state, place.meeting, vote.item);
  const VoteClosed closed{place.meeting_id, vote.item, place.vote_id, cause, verdict(vote.content.rule, tally, heads)};
  Events events{closed};
  end_decided_parts(events, place.meeting, closed);
  return events;
}

}  // namespace

Decision decide_on(const Asking& a, const PrepareVote& c) {
  const auto place = item_in(a.state, c.item, agenda_is_alive);
  if (!place) return place.error();
  if (place->item.state == ItemState::withdrawn) {
    return with(refuse(RefusalCode::wrong_item_state, "item"), "state", place->item.state);
  }
  if (place->meeting.votes.size() >= limits::votes_per_meeting) {
    return with(refuse(RefusalCode::too_many_votes), "max", limits::votes_per_meeting);
  }
  if (auto refusal = malformed(c.content)) return *refusal;
  return Events{VotePrepared{place->meeting_id, c.item, a.ids().next<VoteId>(), c.content}};
}

Decision decide_on(const Asking& a, const EditVote& c) {
  const auto place = prepared_vote(a.state, c.vote);
  if (!place) return place.error();
  if (auto refusal = malformed(c.content)) return *refusal;
  return Events{VoteEdited{place->meeting_id, c.vote, c.content}};
}

Decision decide_on(const Asking& a, const DiscardVote& c) {
  const auto place = prepared_vote(a.state, c.vote);
  if (!place) return place.error();
  return Events{VoteDiscarded{place->meeting_id, c.vote}};
}

Decision decide_on(const Asking& a, const OpenVote& c) {
  const auto place = vote_in(a.state, c.vote, {MeetingState::open});
  if (!place) return place.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *place;
  if (vote.state != VoteState::prepared) return wrong_state(vote);
  if (meeting.open_vote) return refuse(RefusalCode::another_vote_open);
  if (!meeting.active_item) return refuse(RefusalCode::no_active_item);
  if (vote.item != *meeting.active_item) {
    return with(refuse(RefusalCode::wrong_item_state), "state", meeting.items.at(vote.item).state);
  }
  VoteOpened opened{meeting_id, vote.item, vote_id, electorate(a.state, meeting, vote.item), {}};
  if (opened.electorate.empty()) return refuse(RefusalCode::no_voters);
  if (vote.content.seconds) opened.deadline = a.now() + Millis{*vote.content.seconds * 1000};
  Events events;
  pause_turn(events, {meeting_id, meeting});
  events.push_back(std::move(opened));
  return events;
}

Decision decide_on(const Asking& a, const CastVote& c) {
  const auto place = open_vote(a.state, c.vote);
  if (!place) return place.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *place;
  const PersonId person = a.person();
  if (time_is_up(vote, a.now())) return wrong_state(vote);  // VOT-9: even when the Tick is late
  if (!is_entitled(vote, person)) return refuse(RefusalCode::not_entitled);
  if (!is_present(meeting, person)) return refuse(RefusalCode::not_present);
  const auto ballot = vote.ballots.find(person);
  if (!c.choice) return refuse(RefusalCode::bad_ballot, "choice");
  if (ballot != vote.ballots.end() && ballot->second == Ballot(*c.choice))
    return refuse(RefusalCode::same_choice, "choice");
  return Events{BallotCast{meeting_id, vote_id, person, *c.choice}};
}

Decision decide_on(const Asking& a, const CloseVote& c) {
  const auto place = open_vote(a.state, c.vote);
  if (!place) return place.error();
  const bool late = time_is_up(place->vote, a.now());
  return close(a.state, *place, late ? CloseCause::deadline : CloseCause::chair);
}

Events due_vote(const Asking& a, const MeetingPlace& place) {
  if (!place.meeting.open_vote) return {};
  const VoteId id = *place.meeting.open_vote;
  const VotePlace vote{place.meeting_id, place.meeting, id, place.meeting.votes.at(id)};
  if (!time_is_up(vote.vote, a.now())) return {};
  return close(a.state, vote, CloseCause::deadline);
}

}  // namespace talar::hall
