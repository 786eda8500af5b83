// Inside find_record(): what belongs to items that have been read already.
#pragma once

#include <functional>

#include "storage/archive_query.hpp"

namespace talar::storage {

class AgendaReader {
 public:
  /// `item` finds an item of the record that the asker may see.
  AgendaReader(Sql& sql, MeetingId meeting, Sight sight, std::function<RecordItem&(ItemId)> item)
      : sql_(sql), meeting_(meeting), sight_(sight), item_(std::move(item)) {}

  void read();

 private:
  void read_options();
  void read_links();
  void read_attachments();
  void read_carried();

  Rows ask(Query query) { return sql_.query(query, sight_.everything, meeting_); }

  Sql& sql_;
  const MeetingId meeting_;
  const Sight sight_;
  const std::function<RecordItem&(ItemId)> item_;
};

}  // namespace talar::storage
