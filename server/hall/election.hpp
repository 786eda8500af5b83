// Who is elected, and who stands again.
#pragma once

#include "server/hall/count.hpp"

namespace talar::hall {

/// VOT-27 to VOT-29.
VoteResult elect(const VoteForm& form, const VoteRule& rule, const std::vector<Counted>& ballots, const Tally& tally,
                 const Heads& heads);

/// VOT-30: the form of the vote that fills the seats which `result` has left, if anybody is left for them. There the
/// most marks are enough.
std::optional<VoteForm> runoff(const VoteContent& content, const VoteResult& result);

}  // namespace talar::hall
