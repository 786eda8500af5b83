// What comes of the ballots of a vote, whatever its kind (VOT-21 to VOT-36). Pure: the order of the ballots does not
// matter.
#pragma once

#include <vector>

#include "server/hall/verdict.hpp"

namespace talar::hall {

/// A ballot that fits its form (paper.hpp), and how many votes it has.
struct Counted {
  Ballot ballot;
  std::int64_t weight = 1;
};

/// chair: what the ballot of whoever presides says, where it is known. quorum: of the moment of closing; it is asked
/// for only if the rules do.
VoteResult count(const VoteContent& content, const VotingRules& rules, const std::vector<Counted>& ballots,
                 const Heads& heads, std::optional<Choice> chair, const std::optional<Quorum>& quorum);
/// Of a show of hands, which counts no more hands than there are voters.
VoteResult count_hands(const VoteContent& content, const VotingRules& rules, const HandCount& hands, const Heads& heads,
                       const std::optional<Quorum>& quorum);

/// A consent to which nobody has objected, and one to which somebody has.
VoteResult unopposed(const VotingRules& rules, const Heads& heads, const std::optional<Quorum>& quorum);
VoteResult objected(const Heads& heads);

}  // namespace talar::hall
