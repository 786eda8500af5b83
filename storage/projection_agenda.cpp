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

void set_lists(const Projection& p, ItemId item, const ItemContent& content) {
  p.sql.run("DELETE FROM item_option WHERE item = ?", item);
  std::int64_t ordinal = 0;
  for (const auto& option : content.options)
    p.sql.run("INSERT INTO item_option (item, ordinal, text) VALUES (?, ?, ?)", item, ordinal++, option);
  p.sql.run("DELETE FROM item_link WHERE item = ?", item);
  if (!content.links) return;
  ordinal = 0;
  for (const auto& [title, url] : *content.links)
    p.sql.run("INSERT INTO item_link (item, ordinal, title, url) VALUES (?, ?, ?, ?)", item, ordinal++, title, url);
}

void move(const Projection& p, const auto& e) {
  close_gap(p, e.meeting, e.item);
  // Out of every list while room is made in its new one.
  p.sql.run("UPDATE agenda_item SET position = -1 WHERE item = ?", e.item);
  make_room(p, e.meeting, e.parent, e.position);
  p.sql.run("UPDATE agenda_item SET parent = ?, position = ? WHERE item = ?", e.parent, e.position, e.item);
  mark_closed(p, e.meeting);
}

}  // namespace

void Projection::operator()(const ItemAdded& e) const {
  make_room(*this, e.meeting, e.parent, e.position);
  sql.run(
      "INSERT INTO agenda_item (item, meeting, parent, position, title, short_title, kind, presenter, minutes, "
      "confidential, notes, approves) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.item, e.meeting, e.parent, e.position, e.content.title, e.content.short_title, e.content.kind,
      e.content.presenter, e.content.minutes, e.content.confidential, e.content.notes, e.content.approves);
  if (e.origin) {
    sql.run(
        "UPDATE agenda_item SET origin = ?, origin_item = ?, origin_proposal = ?, origin_referral = ?, "
        "origin_resolution = ? WHERE item = ?",
        e.origin->kind, e.origin->item, e.origin->proposal, e.origin->referral, e.origin->resolution, e.item);
  }
  set_lists(*this, e.item, e.content);
  mark_closed(*this, e.meeting);
  search_for(sql, {.kind = HitKind::agenda, .item = e.item}, e.content.title);
}

void Projection::operator()(const ItemEdited& e) const {
  sql.run(
      "UPDATE agenda_item SET title = ?, short_title = ?, kind = ?, presenter = ?, minutes = ?, confidential = ?, "
      "notes = ?, approves = ? WHERE item = ?",
      e.content.title, e.content.short_title, e.content.kind, e.content.presenter, e.content.minutes,
      e.content.confidential, e.content.notes, e.content.approves, e.item);
  set_lists(*this, e.item, e.content);
  mark_closed(*this, e.meeting);
  search_for(sql, {.kind = HitKind::agenda, .item = e.item}, e.content.title);
}

void Projection::operator()(const ItemMoved& e) const {
  move(*this, e);
}

void Projection::operator()(const ItemTakenOut& e) const {
  move(*this, e);
  sql.run("UPDATE agenda_item SET taken_out_by = ? WHERE item = ?", e.by, e.item);
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
  // Only an active item ends now, or one that its block's vote decided; a planned one is put off without a time, a
  // deferred one keeps the time it has.
  sql.run(
      "UPDATE agenda_item SET ended_at = CASE WHEN state = 'active' OR ?2 IS NOT NULL THEN ?1 ELSE ended_at END, "
      "decided_by = ?2, state = ?3, spent = ?4, reason = ?5 WHERE item = ?6",
      recorded.at, e.vote, e.outcome, e.spent, e.reason, e.item);
}

void Projection::operator()(const AttachmentAdded& e) const {
  sql.run(
      "INSERT INTO attachment (attachment, item, name, media_type, size, digest, visibility, at, person) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.attachment, e.content.item, e.content.name, e.content.media_type, e.content.bytes, e.content.digest,
      e.content.visibility, recorded.at, e.by);
}

void Projection::operator()(const AttachmentRemoved& e) const {
  sql.run("DELETE FROM attachment WHERE attachment = ?", e.attachment);
}

}  // namespace talar::storage
