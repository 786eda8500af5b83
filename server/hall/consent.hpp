// A consent block: an item whose parts are decided together by one vote.
#pragma once

#include "server/hall/steps.hpp"

namespace talar::hall {

/// Whether a vote is open on a consent block that this item is, or is in. Then nothing about it changes.
bool is_being_decided(const Meeting& meeting, std::optional<ItemId> item);
/// What its vote has just adopted is done, if it is one of a block.
void end_decided_parts(Events& events, const VotePlace& vote);

}  // namespace talar::hall
