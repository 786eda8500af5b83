// Of agenda items what stands in tables of its own or in other meetings.
#include "storage/archive_agenda.hpp"

namespace talar::storage {

namespace {

#define TALAR_FILE "a.item, a.name, a.media_type, a.size, a.digest, a.visibility "

/// Two items of different meetings, the older one `was`, the one that goes on with it `i`.
#define TALAR_CARRIED " JOIN agenda_item was ON was.item = i.origin_item AND i.origin = 'carried_over' "

}  // namespace

void AgendaReader::read() {
  read_options();
  read_links();
  read_attachments();
  read_carried();
}

void AgendaReader::read_options() {
  Rows rows = ask("SELECT o.item, o.text FROM agenda_item i JOIN item_option o USING (item) WHERE " TALAR_ITEM_VISIBLE
                  " AND i.meeting = ?2 ORDER BY o.item, o.ordinal");
  ItemId id;
  std::string option;
  while (rows.next()) {
    rows.into(id, option);
    item_(id).content->options.push_back(option);
  }
}

void AgendaReader::read_links() {
  Rows rows =
      ask("SELECT l.item, l.title, l.url FROM agenda_item i JOIN item_link l USING (item) WHERE " TALAR_ITEM_VISIBLE
          " AND i.meeting = ?2 ORDER BY l.item, l.ordinal");
  ItemId id;
  while (rows.next()) {
    Link link;
    rows.into(id, link.title, link.url);
    auto& links = item_(id).content->links;
    if (!links) links.emplace();
    links->push_back(std::move(link));
  }
}

void AgendaReader::read_attachments() {
  Rows rows = ask("SELECT a.attachment, " TALAR_FILE
                  "FROM agenda_item i JOIN attachment a USING (item) WHERE " TALAR_ITEM_VISIBLE
                  " AND " TALAR_FILE_VISIBLE " AND i.meeting = ?2 ORDER BY a.at, a.attachment");
  while (rows.next()) {
    AttachmentRow row;
    Attachment& file = row.content;
    rows.into(row.attachment, file.item, file.name, file.media_type, file.bytes, file.digest, file.visibility);
    item_(file.item).attachments.push_back(std::move(row));
  }
}

void AgendaReader::read_carried() {
  ItemId id;
  RecordElsewhere there;
  Rows from = ask("SELECT i.item, m.meeting, m.number, was.item FROM agenda_item i" TALAR_CARRIED
                  "JOIN meeting m ON m.meeting = was.meeting WHERE " TALAR_ITEM_VISIBLE " AND " TALAR_MEETING_VISIBLE
                  " AND i.meeting = ?2");
  while (from.next()) {
    from.into(id, there.meeting, there.number, there.item);
    item_(id).carried_from = there;
  }
  Rows to = ask("SELECT was.item, m.meeting, m.number, i.item FROM agenda_item i" TALAR_CARRIED
                "JOIN meeting m ON m.meeting = i.meeting WHERE (?1 OR NOT was.closed) AND " TALAR_MEETING_VISIBLE
                " AND was.meeting = ?2");
  while (to.next()) {
    to.into(id, there.meeting, there.number, there.item);
    item_(id).carried_to = there;
  }
}

std::optional<Attachment> find_attachment(Sql& sql, const HallId& hall, AttachmentId attachment, Sight sight) {
  Attachment file;
  const bool found =
      sql.first("SELECT " TALAR_FILE
                "FROM attachment a JOIN agenda_item i ON i.item = a.item JOIN meeting m ON m.meeting = i.meeting "
                "WHERE " TALAR_MEETING_VISIBLE " AND " TALAR_ITEM_VISIBLE " AND " TALAR_FILE_VISIBLE
                " AND m.hall = ?2 AND a.attachment = ?3",
                std::tuple{sight.everything, hall, attachment}, file.item, file.name, file.media_type, file.bytes,
                file.digest, file.visibility);
  return found ? std::optional(file) : std::nullopt;
}

}  // namespace talar::storage
