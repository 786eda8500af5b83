#include "storage/archive_oparl.hpp"

#include <map>

#include "storage/archive_query.hpp"
#include "storage/archive_snapshot.hpp"

namespace talar::storage {
namespace {

constexpr bool everything = false;  // ?1 of the conditions of sight: everybody asks

#define TALAR_CREATED "coalesce(m.opened_at, m.starts_at)"
#define TALAR_PLACE(id, created) \
  "m.hall AS hall, m.meeting AS meeting, " id " AS id, " created " AS created, m.shown_at AS modified "
#define TALAR_WHERE_VISIBLE "WHERE " TALAR_MEETING_VISIBLE " AND m.hall IN (SELECT value FROM json_each(?2)) "
#define TALAR_OF_ITEMS "JOIN meeting m ON m.meeting = i.meeting " TALAR_WHERE_VISIBLE

#define TALAR_MEETINGS "SELECT " TALAR_PLACE("''", TALAR_CREATED) ", 0 AS rank FROM meeting m " TALAR_WHERE_VISIBLE
#define TALAR_ITEMS \
  "SELECT " TALAR_PLACE("i.item", TALAR_CREATED) ", i.position AS rank FROM agenda_item i " TALAR_OF_ITEMS
// What was voided is there for those who ask what has changed since.
#define TALAR_PAPERS \
  "SELECT " TALAR_PLACE("'resolution-' || r.resolution", "r.at") ", r.number AS rank FROM resolution r JOIN "  \
  "agenda_item i ON i.item = r.item " TALAR_OF_ITEMS "AND " TALAR_ITEM_VISIBLE                                 \
  " AND (r.void_reason IS NULL OR ?6 IS NOT NULL)"                                                             \
  " UNION ALL SELECT " TALAR_PLACE("'item-' || i.item", TALAR_CREATED) ", i.position AS rank FROM agenda_item " \
  "i " TALAR_OF_ITEMS "AND " TALAR_ITEM_VISIBLE                                                                \
  " AND EXISTS (SELECT 1 FROM attachment a WHERE a.item = i.item AND " TALAR_FILE_VISIBLE ")"
#define TALAR_FILES \
  "SELECT " TALAR_PLACE("a.attachment", TALAR_CREATED) ", 0 AS rank FROM attachment a JOIN agenda_item i ON "     \
  "i.item = a.item " TALAR_OF_ITEMS "AND " TALAR_ITEM_VISIBLE " AND " TALAR_FILE_VISIBLE                          \
  " UNION ALL SELECT " TALAR_PLACE("'record-' || m.meeting || '.' || form.value", TALAR_CREATED)                  \
  ", 1 + form.key AS rank FROM meeting m, json_each(?3) form " TALAR_WHERE_VISIBLE "AND m.state = 'closed'"

#define TALAR_WITHIN                                                                                          \
  "WHERE (?4 IS NULL OR created >= ?4) AND (?5 IS NULL OR created <= ?5) AND (?6 IS NULL OR modified >= ?6) " \
  "AND (?7 IS NULL OR modified <= ?7) "
#define TALAR_COUNT(list) "SELECT count(*) FROM (" list ") " TALAR_WITHIN "AND ?3 IS NOT NULL"
#define TALAR_PAGE(list)                                                      \
  "SELECT hall, meeting, id, created, modified FROM (" list ") " TALAR_WITHIN \
  "AND ?3 IS NOT NULL ORDER BY "                                              \
  "created, meeting, rank, id LIMIT ?8 OFFSET ?9"

struct Queries {
  Query count, page;
};

Queries queries_of(OparlKind kind) {
  switch (kind) {
    case OparlKind::meetings:
      return {TALAR_COUNT(TALAR_MEETINGS), TALAR_PAGE(TALAR_MEETINGS)};
    case OparlKind::items:
      return {TALAR_COUNT(TALAR_ITEMS), TALAR_PAGE(TALAR_ITEMS)};
    case OparlKind::papers:
      return {TALAR_COUNT(TALAR_PAPERS), TALAR_PAGE(TALAR_PAPERS)};
    case OparlKind::files:
      break;
  }
  return {TALAR_COUNT(TALAR_FILES), TALAR_PAGE(TALAR_FILES)};
}

/// Words of our own without anything to escape.
std::string json_list(const std::vector<std::string>& words) {
  std::string text = "[";
  for (const std::string& word : words) text += (text.size() > 1 ? ",\"" : "\"") + word + '"';
  return text + "]";
}

std::string json_list(const std::vector<HallId>& halls) {
  std::vector<std::string> words;
  for (const HallId& hall : halls) words.push_back(hall.value);
  return json_list(words);
}

OparlEntry entry_of(const Rows& rows) {
  OparlEntry entry;
  rows.into(entry.hall, entry.meeting, entry.id, entry.created, entry.modified);
  return entry;
}

std::optional<OparlEntry> only(const Rows& rows, bool found) {
  return found ? std::optional(entry_of(rows)) : std::nullopt;
}

}  // namespace

std::vector<OparlHall> OparlArchive::halls() const {
  Archive::Snapshot snapshot(archive_);
  std::vector<OparlHall> halls;
  Rows rows = snapshot.sql().query(
      "SELECT h.hall, h.name, h.kind, h.parent, h.until, h.term, first.at, max(h.shown_at, coalesce((SELECT "
      "max(m.shown_at) FROM meeting m WHERE m.hall = h.hall AND " TALAR_MEETING_VISIBLE
      "), 0)) FROM hall h "
      "JOIN event first ON first.hall = h.hall AND first.seq = 1 ORDER BY h.kind, h.hall",
      everything);
  while (rows.next()) {
    OparlHall& hall = halls.emplace_back();
    rows.into(hall.hall, hall.name, hall.kind, hall.parent, hall.until, hall.term, hall.created, hall.modified);
  }
  return halls;
}

std::vector<OparlPerson> OparlArchive::people(const std::vector<HallId>& halls) const {
  Archive::Snapshot snapshot(archive_);
  const std::string list = json_list(halls);
  std::map<PersonId, OparlPerson> people;
  OparlPerson person;
  OparlSeat seat;
  Rows members = snapshot.sql().query(
      "SELECT person, name, hall, seat, votes FROM member WHERE hall IN (SELECT value FROM json_each(?)) ORDER BY hall",
      list);
  while (members.next()) {
    members.into(person.person, person.name, seat.hall, seat.seat, seat.votes);
    people.emplace(person.person, person).first->second.seats.push_back(seat);
  }
  Rows former = snapshot.sql().query(
      "SELECT DISTINCT a.person, a.name FROM attendee a JOIN meeting m ON m.meeting = a.meeting " TALAR_WHERE_VISIBLE
      "ORDER BY m.starts_at DESC",
      everything, list);
  while (former.next()) {
    former.into(person.person, person.name);
    people.emplace(person.person, person);
  }
  std::vector<OparlPerson> all;
  for (auto& [id, each] : people) all.push_back(std::move(each));
  return all;
}

OparlPage OparlArchive::page(const OparlList& list) const {
  Archive::Snapshot snapshot(archive_);
  const auto [count, page] = queries_of(list.kind);
  const std::string halls = json_list(list.halls), forms = json_list(list.forms);
  const OparlWindow& window = list.window;
  OparlPage found;
  snapshot.sql().first(count,
                       std::tuple{everything, halls, forms, window.created_since, window.created_until,
                                  window.modified_since, window.modified_until},
                       found.total);
  Rows rows = snapshot.sql().query(page, everything, halls, forms, window.created_since, window.created_until,
                                   window.modified_since, window.modified_until, list.limit, list.offset);
  while (rows.next()) found.entries.push_back(entry_of(rows));
  return found;
}

std::optional<OparlEntry> OparlArchive::place(MeetingId meeting) const {
  Archive::Snapshot snapshot(archive_);
  Rows rows = snapshot.sql().query(
      "SELECT " TALAR_PLACE("''", TALAR_CREATED) "FROM meeting m WHERE m.meeting = ?2 AND " TALAR_MEETING_VISIBLE,
      everything, meeting);
  return only(rows, rows.next());
}

std::optional<OparlEntry> OparlArchive::place(ItemId item) const {
  Archive::Snapshot snapshot(archive_);
  Rows rows = snapshot.sql().query(
      "SELECT " TALAR_PLACE("i.item", TALAR_CREATED)
      "FROM agenda_item i JOIN meeting m ON m.meeting = i.meeting WHERE i.item = ?2 AND " TALAR_MEETING_VISIBLE,
      everything, item);
  return only(rows, rows.next());
}

std::optional<OparlEntry> OparlArchive::place(ResolutionId resolution) const {
  Archive::Snapshot snapshot(archive_);
  Rows rows = snapshot.sql().query(
      "SELECT " TALAR_PLACE("r.resolution", "r.at")
      "FROM resolution r JOIN agenda_item i ON i.item = r.item JOIN meeting m ON m.meeting = i.meeting "
      "WHERE r.resolution = ?2 AND " TALAR_MEETING_VISIBLE " AND " TALAR_ITEM_VISIBLE,
      everything, resolution);
  return only(rows, rows.next());
}

std::optional<OparlEntry> OparlArchive::place(AttachmentId attachment) const {
  Archive::Snapshot snapshot(archive_);
  Rows rows = snapshot.sql().query(
      "SELECT " TALAR_PLACE("a.attachment", TALAR_CREATED)
      "FROM attachment a JOIN agenda_item i ON i.item = a.item JOIN meeting m ON m.meeting = i.meeting "
      "WHERE a.attachment = ?2 AND " TALAR_MEETING_VISIBLE " AND " TALAR_ITEM_VISIBLE " AND " TALAR_FILE_VISIBLE,
      everything, attachment);
  return only(rows, rows.next());
}

}  // namespace talar::storage
