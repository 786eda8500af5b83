// Who votes on an item, with how many votes, and what a threshold is taken of.
#pragma once

#include "protocol/voting.hpp"
#include "server/hall/state.hpp"
#include "server/hall/verdict.hpp"

namespace talar::hall {

/// VOT-5: who would be entitled if the vote were opened now by these rules, in the order of the seats' members.
std::vector<VoterWeight> electorate(const State& state, const Meeting& meeting, const Vote& vote,
                                    const VotingRules& rules);
/// VOT-45: whether a seat comes into an open vote with a voter who is there only now.
std::optional<VoterWeight> latecomer(const State& state, const Meeting& meeting, const Vote& vote, PersonId voter,
                                     PersonId holder, Instant now);

/// VOT-44: the votes of one who is entitled.
std::int64_t votes_of(const Vote& vote, PersonId voter);
/// VOT-13: in votes, as things are now.
Heads heads(const State& state, const Meeting& meeting, const Vote& vote);

}  // namespace talar::hall
