// The debate in the order in which it went: what wrote itself, put to the item during which it happened.
#include <algorithm>

#include "server/exports/paper_parts.hpp"

namespace talar::exports {
namespace {

using Entries = std::vector<const EntryView*>;

/// What an entry without an item belongs to: the item begun last before it; none before the first.
std::optional<ItemId> during(const MeetingRecord& record, Instant at) {
  const RecordItem* last = nullptr;
  for (const RecordItem& item : record.items)
    if (item.started_at && *item.started_at <= at && (!last || *item.started_at >= *last->started_at)) last = &item;
  return last ? std::optional(last->item) : std::nullopt;
}

struct Sorted {
  Entries opening, ending;
  std::map<ItemId, Entries> of;
};

/// What its own item's account could not show, because there is no such item in this record, is told at the opening.
Sorted sorted(const MeetingRecord& record) {
  Sorted all;
  bool over = false;
  for (const auto& [seq, entry] : record.entries) {
    if (entry.hidden) continue;
    over = over || entry.kind == EntryKind::meeting_closed;
    const bool opens = entry.kind == EntryKind::meeting_opened;  // at the moment in which the first item begins
    const auto item = entry.item || opens ? entry.item : during(record, entry.at);
    const bool known = item && std::ranges::find(record.items, *item, &RecordItem::item) != record.items.end();
    Entries& where = over && !entry.item ? all.ending : known ? all.of[*item] : all.opening;
    where.push_back(&entry);
  }
  return all;
}

void add_lines(Blocks& blocks, const Facts& facts, const Entries& entries) {
  for (const EntryView* entry : entries) blocks.push_back({entry_line(facts, *entry)});
}

}  // namespace

Blocks account(const Facts& facts) {
  const Sorted entries = sorted(facts.record);
  Blocks blocks;
  add_lines(blocks, facts, entries.opening);
  for (const RecordItem& item : facts.record.items) {
    const auto own = entries.of.find(item.item);
    if (own != entries.of.end() || has_account(item))
      blocks.push_back({item_account(facts, item, own == entries.of.end() ? Entries() : own->second)});
  }
  add_lines(blocks, facts, entries.ending);
  if (blocks.empty())
    blocks.push_back({Paragraph{Paragraph::Kind::quiet, {{"برای این جلسه هنوز شرحی نوشته نشده است."}}, ""}});
  return blocks;
}

}  // namespace talar::exports
