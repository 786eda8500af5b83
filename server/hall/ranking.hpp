// The order that the ballots give to the options.
#pragma once

#include "server/hall/places.hpp"

namespace talar::hall {

/// VOT-31: an option stands before another on a ballot that ranks it and gives the other a higher number or none.
Pairs compare(const VoteForm& form, const std::vector<Counted>& ballots);

/// VOT-32: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method", Social Choice and Welfare 36 (2011), doi 10.1007/s00355-010-0475-4; strength by winning votes.
OptionResults schulze(const VoteForm& form, const Pairs& pairs);
/// VOT-33: after J.-C. de Borda (1781).
OptionResults borda(const VoteForm& form, const Pairs& pairs);

VoteResult rank(const VoteForm& form, RankingMethod method, const std::vector<Counted>& ballots, const Tally& tally);
/// Of points.
VoteResult share_out(const VoteForm& form, const std::vector<Counted>& ballots, const Tally& tally);

}  // namespace talar::hall
