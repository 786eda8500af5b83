#include "storage/projection.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

namespace {

void make_room(const Projection& p, MeetingId meeting, std::optional<ItemId> parent, std::int64_t position) {
  p.sql.run("UPDATE agenda_item SET position = position + 1 WHERE meeting = ? AND parent IS ? AND position >= ?",
            meeting, parent, position);
}

void close_gap(const Projection& p, MeetingId meeting, ItemId item) {
  p.sql.run(
      "UPDATE agenda_item SET position = agenda_item.position - 1 "
      "FROM (SELECT parent, position FROM agenda_item WHERE item = ?2) gap "
      "WHERE agenda_item.meeting = ?1 AND agenda_item.parent IS gap.parent AND agenda_item.position > gap.position",
      meeting, item);
}

// Confidentiality goes down the tree.
void mark_closed(const Projection& p, MeetingId meeting) {
  p.sql.run(
      "WITH RECURSIVE tree (item, closed) AS ("
      "  SELECT item, confidential FROM agenda_item WHERE meeting = ?1 AND parent IS NULL"
      "  UNION ALL"
      "  SELECT child.item, max(child.confidential, tree.closed) FROM agenda_item child JOIN tree ON child.parent = "
      "tree.item) "
      "UPDATE agenda_item SET closed = tree.closed FROM tree WHERE agenda_item.item = tree.item",
      meeting);
}

void set_options(const Projection& p, ItemId item, const ItemContent& content) {
  p.sql.run("DELETE FROM item_option WHERE item = ?", item);
  std::int64_t ordinal = 0;
  for (const auto& option : content.options)
    p.sql.run("INSERT INTO item_option (item, ordinal, text) VALUES (?, ?, ?)", item, ordinal++, option);
}

}  // namespace

void Projection::operator()(const ItemAdded& e) const {
  make_room(*this, e.meeting, e.parent, e.position);
  sql.run(
      "INSERT INTO agenda_item (item, meeting, parent, position, title, short_title, kind, presenter, minutes, "
      "confidential) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.item, e.meeting, e.parent, e.position, e.content.title, e.content.short_title, e.content.kind,
      e.content.presenter, e.content.minutes, e.content.confidential);
  set_options(*this, e.item, e.content);
  mark_closed(*this, e.meeting);
  search_for(sql, {HitKind::agenda, e.item, std::nullopt}, e.content.title);
}

void Projection::operator()(const ItemEdited& e) const {
  sql.run(
      "UPDATE agenda_item SET title = ?, short_title = ?, kind = ?, presenter = ?, minutes = ?, confidential = ? "
      "WHERE item = ?",
      e.content.title, e.content.short_title, e.content.kind, e.content.presenter, e.content.minutes,
      e.content.confidential, e.item);
  set_options(*this, e.item, e.content);
  mark_closed(*this, e.meeting);
  search_for(sql, {HitKind::agenda, e.item, std::nullopt}, e.content.title);
}

void Projection::operator()(const ItemMoved& e) const {
  close_gap(*this, e.meeting, e.item);
  // Out of every list while room is made in its new one.
  sql.run("UPDATE agenda_item SET position = -1 WHERE item = ?", e.item);
  make_room(*this, e.meeting, e.parent, e.position);
  sql.run("UPDATE agenda_item SET parent = ?, position = ? WHERE item = ?", e.parent, e.position, e.item);
  mark_closed(*this, e.meeting);
}

void Projection::operator()(const ItemRemoved& e) const {
  close_gap(*this, e.meeting, e.item);
  sql.run("DELETE FROM agenda_item WHERE item = ?", e.item);
}

void Projection::operator()(const ItemActivated& e) const {
  sql.run(
      "UPDATE agenda_item SET state = ?, started_at = coalesce(started_at, ?), ended_at = NULL, reason = NULL "
      "WHERE item = ?",
      ItemState::active, recorded.at, e.item);
}

void Projection::operator()(const ItemEnded& e) const {
  // Only an active item ends now; a planned one is put off without a time, a deferred one keeps the time it has.
  sql.run(
      "UPDATE agenda_item SET ended_at = CASE state WHEN 'active' THEN ? ELSE ended_at END, state = ?, spent = ?, "
      "reason = ? WHERE item = ?",
      recorded.at, e.outcome, e.spent, e.reason, e.item);
}

}  // namespace talar::storage
