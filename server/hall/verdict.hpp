// The threshold of a vote, in exact integers: what it is taken of, the number that reaches it, and whether a motion is
// adopted. Two thirds of 9 is 6.
#pragma once

#include "protocol/voting.hpp"

namespace talar::hall {

/// What a base may be taken of, in votes, without those who are out of it; what was cast is in the tally.
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
/// What one option needs of `base`; 1 where the most are enough.
std::int64_t needed_of(const Majority& majority, std::int64_t base);

std::int64_t base_of(Base base, const Tally& tally, const Heads& heads);

/// Of a motion. No sum here or in what else is counted comes near 2^63: 4,000 voters of 100 votes each are 400,000
/// votes, which are multiplied by at most 1,000 (the numerator of a share) and summed up over at most 20 options.
VoteResult verdict(const VoteRule& rule, const Tally& tally, const Heads& heads);

}  // namespace talar::hall
