#include "server/hall/count.hpp"
#include "server/hall/electorate.hpp"
#include "server/hall/paper.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

Decision cast(const VotePlace& place, PersonId person, const Ballot& ballot) {
  const auto before = place.vote.ballots.find(person);
  if (before != place.vote.ballots.end() && before->second == ballot) {
    return refuse(RefusalCode::same_choice, ballot.marks ? "marks" : "choice");
  }
  return Events{BallotCast{place.meeting_id, place.vote_id, person, ballot.choice, ballot.marks}};
}

}  // namespace

Decision decide_on(const Asking& a, const CastVote& c) {
  const auto place = running_vote(a, c.vote);
  if (!place) return place.error();
  if (auto refusal = not_answered(place->vote, VoteMode::device)) return *refusal;
  if (auto refusal = absent_from(*place, a.person())) return *refusal;
  const auto ballot = ballot_of(*place->vote.content.form, c.choice, c.marks);
  if (!ballot) return ballot.error();
  return cast(*place, a.person(), *ballot);
}

Decision decide_on(const Asking& a, const RecordAnswer& c) {
  const auto place = running_vote(a, c.vote);
  if (!place) return place.error();
  if (auto refusal = not_answered(place->vote, VoteMode::roll_call)) return *refusal;
  if (auto refusal = absent_from(*place, c.person, "person")) return *refusal;
  return cast(*place, c.person, Ballot(c.choice));
}

Decision decide_on(const Asking& a, const RaiseObjection& c) {
  const auto place = running_vote(a, c.vote);
  if (!place) return place.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *place;
  const VoteKind kind = vote.content.form->kind;
  if (kind != VoteKind::consent) return with(refuse(RefusalCode::wrong_vote_kind), "kind", kind);
  if (auto refusal = absent_from(*place, a.person())) return *refusal;
  Events events{
      ObjectionRaised{meeting_id, vote_id, a.person()},
      VoteClosed{meeting_id, vote.item, vote_id, CloseCause::objection, objected(heads(a.state, meeting, vote)), {}}};
  VoteContent content = vote.content;
  content.form->kind = VoteKind::motion;
  follow(events, a, *place, std::move(content), FollowKind::objection);
  return events;
}

Decision decide_on(const Asking& a, const RecordCount& c) {
  const auto place = running_vote(a, c.vote);
  if (!place) return place.error();
  if (auto refusal = not_answered(place->vote, VoteMode::show_of_hands)) return *refusal;
  if (auto refusal = miscounted(a.state, place->vote, c.count)) return *refusal;
  return Events{HandsCounted{place->meeting_id, c.vote, c.count}};
}

}  // namespace talar::hall
