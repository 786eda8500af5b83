#include "server/hall/votes.hpp"

#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

VoteContent complete(VoteContent content) {
  if (!content.form) content.form.emplace();
  return content;
}

std::optional<VoteMode> mode_of(const Vote& vote) {
  if (vote.content.form->kind == VoteKind::consent) return std::nullopt;
  return vote.content.form->mode;
}

bool is_secret(const Vote& vote) {
  return mode_of(vote) == VoteMode::secret;
}

bool is_weighted(const VoteForm& form) {
  return form.kind != VoteKind::consent && (form.mode == VoteMode::device || form.mode == VoteMode::roll_call);
}

Refusal wrong_state(const Vote& vote) {
  return with(refuse(RefusalCode::wrong_vote_state), "state", vote.state);
}

Result<VotePlace> prepared_vote(const State& state, VoteId vote) {
  auto place = vote_in(state, vote, agenda_is_alive);
  if (place && place->vote.state != VoteState::prepared) return wrong_state(place->vote);
  return place;
}

Result<VotePlace> running_vote(const Asking& a, VoteId vote) {
  auto place = vote_in(a.state, vote, {MeetingState::open});
  if (place && !is_running(place->vote, a.now())) return wrong_state(place->vote);
  return place;
}

bool is_running(const Vote& vote, Instant now) {
  return vote.state == VoteState::open && !time_is_up(vote, now);
}

bool time_is_up(const Vote& vote, Instant now) {
  return vote.deadline && *vote.deadline <= now;
}

std::optional<Refusal> not_answered(const Vote& vote, VoteMode mode) {
  const auto is = mode_of(vote);
  if (!is) return with(refuse(RefusalCode::wrong_vote_kind), "kind", vote.content.form->kind);
  if (*is != mode) return with(refuse(RefusalCode::wrong_vote_mode), "mode", *is);
  return std::nullopt;
}

std::optional<Refusal> absent_from(const VotePlace& place, PersonId person, const char* field) {
  const auto refusal = [&](RefusalCode code) { return field ? refuse(code, field) : refuse(code); };
  if (!is_entitled(place.vote, person)) return refusal(RefusalCode::not_entitled);
  if (!is_present(place.meeting, person)) return refusal(RefusalCode::not_present);
  return std::nullopt;
}

std::optional<Refusal> miscounted(const State& state, const Vote& vote, const HandCount& count) {
  if (count.approve + count.against + count.abstain > static_cast<std::int64_t>(vote.electorate.size())) {
    return with(refuse(RefusalCode::too_many_counted, "count"), "max", vote.electorate.size());
  }
  const std::map<Choice, std::int64_t> hands{
      {Choice::approve, count.approve}, {Choice::against, count.against}, {Choice::abstain, count.abstain}};
  if (count.chair && hands.at(*count.chair) == 0) {
    return refuse(RefusalCode::out_of_bounds, "count.chair", "a side with a hand up");
  }
  if (count.chair && !(state.chair && is_entitled(vote, *state.chair))) {
    return refuse(RefusalCode::not_entitled, "count.chair", "none, for the chair has no vote");
  }
  if (vote.hands == count) return refuse(RefusalCode::same_choice, "count");
  return std::nullopt;
}

std::optional<Refusal> full_of_votes(const Meeting& meeting) {
  if (meeting.votes.size() < limits::votes_per_meeting) return std::nullopt;
  return with(refuse(RefusalCode::too_many_votes), "max", limits::votes_per_meeting);
}

std::optional<VoteId> last_follower(const Meeting& meeting, VoteId vote) {
  std::optional<VoteId> last;
  for (const auto& [id, other] : meeting.votes) {
    if (other.follows != vote) continue;
    if (!last || meeting.votes.at(*last).order < other.order) last = id;
  }
  return last;
}

}  // namespace talar::hall
