// Who keeps out of an item for a conflict of interest, and who is left to vote on it.
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

/// VOT-5: who would be entitled if a vote of the item were opened now, in the order of their seats' members.
std::vector<PersonId> electorate(const State& state, const Meeting& meeting, ItemId item);
/// VOT-13: all members with the right to vote but those who are out of it.
std::int64_t seats(const State& state, const Meeting& meeting, ItemId item);

}  // namespace talar::hall
