#include "server/hall/count.hpp"
#include "server/hall/electorate.hpp"
#include "server/hall/paper.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

std::int64_t issued(const Vote& vote) {
  return static_cast<std::int64_t>(vote.issued.size());
}

Refusal more_than_issued(const Vote& vote, const char* field) {
  return with(refuse(RefusalCode::too_many_counted, field), "max", issued(vote));
}

/// Whose ballots are cast: open, or being counted.
Result<VotePlace> box_of(const State& state, VoteId id) {
  auto place = vote_in(state, id, {MeetingState::open});
  if (!place) return place.error();
  if (auto refusal = not_answered(place->vote, VoteMode::secret)) return *refusal;
  if (place->meeting.open_vote != id) return wrong_state(place->vote);
  return place;
}

}  // namespace

bool needs_ballot_key(const State& state, const Command& command) {
  const auto* open = std::get_if<OpenVote>(&command);
  if (!open) return false;
  const auto place = prepared_vote(state, open->vote);
  return place && is_secret(place->vote);
}

Decision decide_on(const Asking& a, const CollectBallot& c) {
  const auto box = box_of(a.state, c.vote);
  if (!box) return box.error();
  const auto issued = box->vote.issued.find(a.person());
  // As long as it can be cast: the signature may have been lost on its way.
  if (issued != box->vote.issued.end() && issued->second == c.digest.value) return refuse(RefusalCode::same_ballot);
  if (!is_running(box->vote, a.now())) return wrong_state(box->vote);
  if (auto refusal = absent_from(*box, a.person())) return *refusal;
  if (issued != box->vote.issued.end()) return refuse(RefusalCode::already_collected, "digest");
  return Events{BallotIssued{box->meeting_id, c.vote, a.person(), c.digest}};
}

Decision decide_on(const Asking& a, const NoteTurnout& c) {
  const auto box = box_of(a.state, c.vote);
  if (!box) return box.error();
  if (c.cast.value > issued(box->vote)) return more_than_issued(box->vote, "cast");
  if (c.cast.value <= box->vote.cast_noted) return refuse(RefusalCode::out_of_bounds, "cast", "more than noted before");
  if (c.cast.value % turnout_step != 0 && c.cast.value != issued(box->vote)) {
    return with(refuse(RefusalCode::out_of_bounds, "cast", "full steps"), "step", turnout_step);
  }
  return Events{TurnoutNoted{box->meeting_id, c.vote, c.cast}};
}

Decision decide_on(const Asking& a, const CountBallots& c) {
  const auto box = box_of(a.state, c.vote);
  if (!box) return box.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *box;
  if (vote.state != VoteState::counting) return wrong_state(vote);
  const auto cast = static_cast<std::int64_t>(c.ballots.size());
  if (cast > issued(vote)) return more_than_issued(vote, "ballots");
  std::vector<Counted> ballots;
  for (const Ballot& ballot : c.ballots) {
    if (auto refusal = malformed(*vote.content.form, ballot)) {
      refusal->field = "ballots." + std::to_string(ballots.size());
      return *refusal;
    }
    ballots.push_back({ballot});
  }
  const VoteResult result =
      count(vote.content, vote.rules, ballots, heads(a.state, meeting, vote), {}, quorum(a.state, meeting));
  return close_with(a, *box,
                    {meeting_id, vote.item, vote_id, *vote.cause, result, SecretCount{issued(vote), cast, c.digest}});
}

}  // namespace talar::hall
