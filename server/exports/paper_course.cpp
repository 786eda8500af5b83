// Which lines are told with which item.
#include <algorithm>

#include "server/exports/paper_parts.hpp"

namespace talar::exports {
namespace {

struct Start {
  Instant at;
  ItemId item;
};

/// Items whose start no line of this record tells of, because it is hidden or its item closed to whoever reads: what is
/// known is when they were begun first.
std::vector<Start> silent_starts(const MeetingRecord& record) {
  const auto told = [&](const RecordItem& item) {
    return std::ranges::any_of(record.entries, [&](const RecordEntry& line) {
      return line.entry.kind == EntryKind::item_started && line.entry.item == item.item;
    });
  };
  std::vector<Start> starts;
  for (const RecordItem& item : record.items)
    if (item.started_at && !told(item)) starts.push_back({*item.started_at, item.item});
  std::ranges::stable_sort(starts, {}, &Start::at);
  return starts;
}

}  // namespace

Course course_of(const MeetingRecord& record) {
  Course course;
  const std::vector<Start> starts = silent_starts(record);
  auto next = starts.begin();
  std::optional<ItemId> running;
  bool over = false;
  for (const RecordEntry& line : record.entries) {
    const EntryView& entry = line.entry;
    // The meeting opens at the moment in which its first item begins, and before it.
    const bool opens = entry.kind == EntryKind::meeting_opened;
    for (; next != starts.end() && (next->at < entry.at || (next->at == entry.at && !opens)); ++next)
      running = next->item;
    if (entry.kind == EntryKind::item_started) running = entry.item;
    over = over || entry.kind == EntryKind::meeting_closed;
    if (entry.hidden) continue;
    const auto item = entry.item ? entry.item : running;
    const bool known = item && std::ranges::find(record.items, *item, &RecordItem::item) != record.items.end();
    Lines& where = over && !entry.item ? course.ending : known ? course.of[*item] : course.opening;
    where.push_back(&line);
  }
  return course;
}

}  // namespace talar::exports
