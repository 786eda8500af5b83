// A consent block: an item whose parts are decided together by one vote.
#pragma once

#include "server/hall/steps.hpp"

namespace talar::hall {

/// Whether a vote is open on a consent block that this item is, or is in. Then nothing about it changes.
bool is_being_decided(const Meeting& meeting, std::optional<ItemId> item);
/// The parts of a block that its vote has just adopted are done.
void end_decided_parts(Events& events, const Meeting& meeting, const VoteClosed& vote);

}  // namespace talar::hall
