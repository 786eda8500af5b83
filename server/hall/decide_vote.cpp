#include <algorithm>

#include "server/hall/clocks.hpp"
#include "server/hall/consent.hpp"
#include "server/hall/count.hpp"
#include "server/hall/electorate.hpp"
#include "server/hall/paper.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

/// In these its minutes are not frozen.
constexpr States record_is_open{MeetingState::open, MeetingState::recess, MeetingState::closed};

/// Its time may be up already.
Result<VotePlace> open_vote(const State& state, VoteId vote) {
  auto place = vote_in(state, vote, {MeetingState::open});
  if (place && place->vote.state != VoteState::open) return wrong_state(place->vote);
  return place;
}

/// The hall has gone on from what the vote has adopted.
bool is_built_upon(const State& state, const Meeting& meeting, VoteId vote) {
  const auto names = [&](const auto& resolution) {
    return resolution.second.content.vote == vote && !resolution.second.void_reason;
  };
  const auto was_decided = [&](const auto& item) { return item.second.decided_by == vote; };
  const auto was_approved = [&](const auto& record) { return record.second.approval_vote == vote; };
  return std::ranges::any_of(meeting.record.resolutions, names) || std::ranges::any_of(meeting.items, was_decided) ||
         std::ranges::any_of(state.records, was_approved);
}

/// VOT-37: whoever is left to stand.
std::optional<Refusal> too_few_options(const VoteForm& form) {
  const std::ptrdiff_t standing = std::ranges::count(form.options, false, &VoteOption::withdrawn);
  const std::ptrdiff_t least = form.kind == VoteKind::election ? 1 : 2;
  if (form.options.empty() || standing >= least) return std::nullopt;
  return with(refuse(RefusalCode::bad_form, "vote", "options that have not been withdrawn"), "min", least);
}

/// Who votes, and that it can be held with them.
Result<VoteOpened> opened(const Asking& a, const VotePlace& place) {
  const auto& [meeting_id, meeting, vote_id, vote] = place;
  const VotingRules& rules = *a.state.charter.voting;
  VoteOpened opened{meeting_id, vote.item, vote_id, {}, {}, rules, {}, {}};
  for (const VoterWeight& voter : electorate(a.state, meeting, vote, rules)) {
    opened.electorate.push_back(voter.person);
    if (voter.weight.value == 1) continue;
    if (!opened.weights) opened.weights.emplace();
    opened.weights->push_back(voter);
  }
  if (opened.electorate.empty()) return refuse(RefusalCode::no_voters);
  if (is_secret(vote)) {
    if (static_cast<std::int64_t>(opened.electorate.size()) < rules.secret_voters_min.value) {
      return with(refuse(RefusalCode::too_few_voters), "min", rules.secret_voters_min.value);
    }
    if (!a.context.ballot_key) return refuse(RefusalCode::no_ballot_key);
    opened.key = *a.context.ballot_key;
  }
  // VOT-8: hands are up until they are counted.
  if (vote.content.seconds && mode_of(vote) != VoteMode::show_of_hands) {
    opened.deadline = a.now() + Millis{*vote.content.seconds * 1000};
  }
  return opened;
}

/// What the figures of a threshold were at closing: a correction takes it of the same. Only the base that the rule
/// names is ever looked at.
Heads heads_at_closing(const Vote& vote) {
  const std::int64_t base = vote.result->base_count;
  return {base, static_cast<std::int64_t>(vote.electorate.size()), base};
}

}  // namespace

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
  if (auto refusal = too_few_options(*vote.content.form)) return *refusal;
  auto event = opened(a, *place);
  if (!event) return event.error();
  Events events;
  pause_turn(events, {meeting_id, meeting});
  events.push_back(std::move(*event));
  return events;
}

Decision decide_on(const Asking& a, const WarnVoters& c) {
  const auto place = running_vote(a, c.vote);
  if (!place) return place.error();
  return Events{VotersWarned{place->meeting_id, c.vote}};
}

Decision decide_on(const Asking& a, const ExtendVote& c) {
  const auto place = running_vote(a, c.vote);
  if (!place) return place.error();
  const Vote& vote = place->vote;
  if (!vote.deadline) return refuse(RefusalCode::no_deadline);
  const Instant deadline = *vote.deadline + Millis{c.seconds * 1000};
  const Instant latest = *vote.opened_at + Millis{limits::vote_seconds_max * 1000};
  if (deadline > latest) {
    return with(refuse(RefusalCode::out_of_bounds, "seconds", "a deadline within an hour of the opening"), "max",
                std::max<std::int64_t>((latest - *vote.deadline).ms / 1000, 0));
  }
  return Events{VoteExtended{place->meeting_id, c.vote, deadline}};
}

Decision decide_on(const Asking& a, const CloseVote& c) {
  const auto place = open_vote(a.state, c.vote);
  if (!place) return place.error();
  const Vote& vote = place->vote;
  if (mode_of(vote) == VoteMode::show_of_hands && !vote.hands) return refuse(RefusalCode::not_counted);
  return close(a, *place, time_is_up(vote, a.now()) ? CloseCause::deadline : CloseCause::chair);
}

Events due_vote(const Asking& a, const MeetingPlace& place) {
  const auto deadline = vote_deadline(place.meeting);
  if (!deadline || a.now() < *deadline) return {};
  const VoteId id = *place.meeting.open_vote;
  return close(a, {place.meeting_id, place.meeting, id, place.meeting.votes.at(id)}, CloseCause::deadline);
}

Decision decide_on(const Asking& a, const VoidVote& c) {
  const auto place = vote_in(a.state, c.vote, record_is_open);
  if (!place) return place.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *place;
  if (vote.state == VoteState::prepared || vote.state == VoteState::voided) return wrong_state(vote);
  if (is_built_upon(a.state, meeting, vote_id)) return refuse(RefusalCode::vote_in_use, "vote", "nothing decided by it");
  Events events;
  if (vote.followed_by) {
    const VoteState follower = meeting.votes.at(*vote.followed_by).state;
    if (follower == VoteState::prepared) {
      events.push_back(VoteDiscarded{meeting_id, *vote.followed_by});
    } else if (follower != VoteState::voided) {
      return refuse(RefusalCode::vote_in_use, "vote", "no vote that follows on it");
    }
  }
  events.push_back(VoteVoided{meeting_id, vote.item, vote_id, c.reason});
  return events;
}

Decision decide_on(const Asking& a, const CorrectCount& c) {
  const auto place = vote_in(a.state, c.vote, record_is_open);
  if (!place) return place.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *place;
  if (vote.state != VoteState::closed) return wrong_state(vote);
  if (auto refusal = not_answered(vote, VoteMode::show_of_hands)) return *refusal;
  if (vote.corrections.size() >= limits::corrections_per_vote) {
    return with(refuse(RefusalCode::too_many_corrections), "max", limits::corrections_per_vote);
  }
  if (auto refusal = miscounted(a.state, vote, c.count)) return *refusal;
  const VoteResult result = count_hands(vote.content, vote.rules, c.count, heads_at_closing(vote), vote.result->quorum);
  const bool is_adopted = result.outcome == Outcome::adopted;
  if (!is_adopted && is_built_upon(a.state, meeting, vote_id)) {
    return refuse(RefusalCode::vote_in_use, "count", "a count that adopts it, for it has been built upon");
  }
  Events events{CountCorrected{meeting_id, vote.item, vote_id, c.count, c.reason, result}};
  if (is_adopted && meeting.state != MeetingState::closed) end_decided_parts(events, *place);
  return events;
}

Decision decide_on(const Asking& a, const ShowResult& c) {
  const auto place = vote_in(a.state, c.vote, {MeetingState::open, MeetingState::recess});
  if (!place) return place.error();
  if (place->meeting.open_vote) return refuse(RefusalCode::vote_open);
  if (!place->vote.result) return wrong_state(place->vote);
  return Events{ResultShown{place->meeting_id, c.vote}};
}

}  // namespace talar::hall
