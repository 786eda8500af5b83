// Counting, in exact integers: a share of a number, and whether a vote is adopted. Two thirds of 9 is 6.
#pragma once

#include "protocol/voting.hpp"

namespace talar::hall {

/// The heads a base may be taken of; what was cast is in the tally.
struct Heads {
  std::int64_t present = 0;   // entitled voters present at closing
  std::int64_t entitled = 0;  // the electorate
  std::int64_t members = 0;   // all members with the right to vote
};

/// A share that some whole can reach: not above one, and not more than the whole.
bool reachable(const Fraction& share);
/// A fraction is given exactly when the majority is one, and it is reachable.
bool well_formed(const Majority& majority);

/// The smallest number that is the share of `whole`; at least 1, so that nobody is never enough.
std::int64_t needed_of(const Fraction& share, std::int64_t whole);

VoteResult verdict(const VoteRule& rule, const Tally& tally, const Heads& heads);

}  // namespace talar::hall
