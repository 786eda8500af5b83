// The agenda as a tree: its order, its numbers, and what of it is closed to the public.
#pragma once

#include "server/hall/state.hpp"

namespace talar::hall {

/// An item's parts in their order; of no item: the top of the agenda.
const std::vector<ItemId>& level_below(const Meeting& meeting, std::optional<ItemId> parent);
std::vector<ItemId>& level_below(Meeting& meeting, std::optional<ItemId> parent);

/// Children after their parent.
std::vector<ItemId> reading_order(const Meeting& meeting);
/// {3, 2}: the second part of the third item.
std::vector<std::int64_t> number_of(const Meeting& meeting, ItemId item);

/// 1 at the top; 0 for no item.
std::size_t depth(const Meeting& meeting, std::optional<ItemId> item);
/// Levels from the item down to its deepest descendant, itself included.
std::size_t height(const Meeting& meeting, ItemId item);
/// Whether `item` is `ancestor` or somewhere below it.
bool inside(const Meeting& meeting, std::optional<ItemId> item, ItemId ancestor);

/// CNF-1: by its own flag or an ancestor's.
bool is_closed(const Meeting& meeting, std::optional<ItemId> item);
/// Whether anything was done or recorded in the item itself that a closed item hides.
bool is_touched(const Meeting& meeting, ItemId item);

/// What this item was carried over from, while that meeting is at hand.
Item* carried_from(State& state, const Item& item);
/// AGD-16: the item goes away, and its source can be carried over again.
void take_back(State& state, const Item& item);

}  // namespace talar::hall
