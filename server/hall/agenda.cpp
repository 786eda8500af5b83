#include "server/hall/agenda.hpp"

#include <algorithm>

namespace talar::hall {
namespace {

void read(const Meeting& meeting, std::optional<ItemId> parent, std::vector<ItemId>& order) {
  for (const ItemId item : level_below(meeting, parent)) {
    order.push_back(item);
    read(meeting, item, order);
  }
}

}  // namespace

const std::vector<ItemId>& level_below(const Meeting& meeting, std::optional<ItemId> parent) {
  static const std::vector<ItemId> nothing;
  const auto found = meeting.levels.find(parent);
  return found == meeting.levels.end() ? nothing : found->second;
}
std::vector<ItemId>& level_below(Meeting& meeting, std::optional<ItemId> parent) {
  return meeting.levels[parent];
}

std::vector<ItemId> reading_order(const Meeting& meeting) {
  std::vector<ItemId> order;
  order.reserve(meeting.items.size());
  read(meeting, std::nullopt, order);
  return order;
}

std::vector<std::int64_t> number_of(const Meeting& meeting, ItemId item) {
  std::vector<std::int64_t> number;
  for (std::optional<ItemId> at = item; at; at = meeting.items.at(*at).parent) {
    const auto& level = level_below(meeting, meeting.items.at(*at).parent);
    number.push_back(std::ranges::find(level, *at) - level.begin() + 1);
  }
  std::ranges::reverse(number);
  return number;
}

std::size_t depth(const Meeting& meeting, std::optional<ItemId> item) {
  std::size_t levels = 0;
  for (; item; item = meeting.items.at(*item).parent) ++levels;
  return levels;
}

std::size_t height(const Meeting& meeting, ItemId item) {
  std::size_t below = 0;
  for (const ItemId child : level_below(meeting, item)) below = std::max(below, height(meeting, child));
  return below + 1;
}

bool inside(const Meeting& meeting, std::optional<ItemId> item, ItemId ancestor) {
  for (; item; item = meeting.items.at(*item).parent)
    if (item == ancestor) return true;
  return false;
}

bool is_closed(const Meeting& meeting, std::optional<ItemId> item) {
  while (item) {
    const Item& here = meeting.items.at(*item);
    if (here.content.confidential) return true;
    item = here.parent;
  }
  return false;
}

bool is_touched(const Meeting& meeting, ItemId id) {
  const Item& item = meeting.items.at(id);
  const auto is_here = [id](const auto& entry) { return entry.second.item == id; };
  const auto text = meeting.record.texts.find(id);
  const bool is_written = text != meeting.record.texts.end() && text->second.version > 0;
  return item.state != ItemState::planned || item.started_at || is_written || !item.requests.empty() ||
         std::ranges::any_of(meeting.votes, is_here) || std::ranges::any_of(meeting.record.resolutions, is_here) ||
         std::ranges::any_of(meeting.record.entries, is_here);
}

Item* carried_from(State& state, const Item& item) {
  if (!item.origin || item.origin->kind != OriginKind::carried_over || !item.origin->item) return nullptr;
  for (auto& [id, meeting] : state.meetings)
    if (const auto found = meeting.items.find(*item.origin->item); found != meeting.items.end()) return &found->second;
  return nullptr;
}

void take_back(State& state, const Item& item) {
  if (Item* const source = carried_from(state, item)) source->carried_to.reset();
}

}  // namespace talar::hall
