#include "server/hall/electorate.hpp"

#include <algorithm>

#include "server/hall/presence.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

using People = std::set<PersonId>;

/// A substitute has the weight of the seat.
std::int64_t weight(const VoteForm& form, const VotingRules& rules, const Member& holder) {
  if (!is_weighted(form)) return 1;
  const auto found = std::ranges::find(rules.weights, holder.seat, &SeatWeight::seat);
  return found == rules.weights.end() ? 1 : found->weight.value;
}

/// Nobody votes with the seat of a recused person, and a recused substitute with nobody's.
bool is_out(const People& recused, PersonId holder, PersonId voter) {
  return recused.contains(holder) || recused.contains(voter);
}

}  // namespace

std::vector<VoterWeight> electorate(const State& state, const Meeting& meeting, const Vote& vote,
                                    const VotingRules& rules) {
  const People recused = out_of_votes(meeting, vote.item);
  std::vector<VoterWeight> voters;
  for (const auto& [person, enrolled] : state.members) {
    if (!enrolled.member.votes) continue;
    const PersonId voter = substitute_of(meeting, person).value_or(person);
    if (!is_present(meeting, voter) || is_out(recused, person, voter)) continue;
    voters.push_back({voter, weight(*vote.content.form, rules, enrolled.member)});
  }
  return voters;
}

std::optional<VoterWeight> latecomer(const State& state, const Meeting& meeting, const Vote& vote, PersonId voter,
                                     PersonId holder, Instant now) {
  if (!vote.rules.late_arrivals || !is_running(vote, now)) return std::nullopt;
  if (is_entitled(vote, voter) || vote.holders.contains(holder)) return std::nullopt;
  const Member& member = state.members.at(holder).member;
  if (!member.votes || is_out(out_of_votes(meeting, vote.item), holder, voter)) return std::nullopt;
  return VoterWeight{voter, weight(*vote.content.form, vote.rules, member)};
}

std::int64_t votes_of(const Vote& vote, PersonId voter) {
  const auto found = vote.weights.find(voter);
  return found == vote.weights.end() ? 1 : found->second;
}

Heads heads(const State& state, const Meeting& meeting, const Vote& vote) {
  Heads heads;
  for (const PersonId voter : vote.electorate) {
    heads.entitled += votes_of(vote, voter);
    if (is_present(meeting, voter)) heads.present += votes_of(vote, voter);
  }
  const People recused = out_of_votes(meeting, vote.item);
  for (const auto& [person, enrolled] : state.members) {
    const PersonId voter = substitute_of(meeting, person).value_or(person);
    if (!enrolled.member.votes || is_out(recused, person, voter)) continue;
    heads.members += weight(*vote.content.form, vote.rules, enrolled.member);
  }
  return heads;
}

}  // namespace talar::hall
