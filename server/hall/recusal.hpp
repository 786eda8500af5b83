// Who keeps out of an item for a conflict of interest.
#pragma once

#include "server/hall/state.hpp"

namespace talar::hall {

/// In the item itself or in one above it (PRS-14).
bool is_recused(const Meeting& meeting, ItemId item, PersonId person);
/// Sorted.
std::vector<PersonId> recused_of(const Meeting& meeting, ItemId item);
/// Who would become recused of the item if it stood below `parent`.
std::vector<PersonId> newly_recused(const Meeting& meeting, ItemId item, std::optional<ItemId> parent);

/// Whether a vote on `item` would decide `part` as well: it is below it, or in its consent block.
bool decides(const Meeting& meeting, ItemId item, ItemId part);
/// PRS-16: who is out of its votes; of a consent block's also who is recused of one of its parts.
std::set<PersonId> out_of_votes(const Meeting& meeting, ItemId item);

}  // namespace talar::hall
