// What a vote may look like, and what may stand on its ballots.
#pragma once

#include "protocol/voting.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

/// Its ballots give a number to each option; of the others they say for, against or neither.
bool has_options(VoteKind kind);

/// VOT-2, VOT-18 and VOT-19: why a vote cannot be held like this.
std::optional<Refusal> malformed(const VoteContent& content);

/// VOT-20: why this is no ballot of a vote of this form.
std::optional<Refusal> malformed(const VoteForm& form, const Ballot& ballot);
/// VOT-20: the ballot of a voter who has chosen this or marked that.
Result<Ballot> ballot_of(const VoteForm& form, std::optional<Choice> choice, const std::optional<Marks>& marks);

}  // namespace talar::hall
