// Inside find_record(): the votes of items that have been read already.
#pragma once

#include <functional>

#include "storage/archive_query.hpp"

namespace talar::storage {

class VoteReader {
 public:
  /// `item` finds an item of the record that the asker may see.
  VoteReader(Sql& sql, MeetingId meeting, Sight sight, std::function<RecordItem&(ItemId)> item)
      : sql_(sql), meeting_(meeting), sight_(sight), item_(std::move(item)) {}

  void read();

 private:
  void read_ballots(RecordVote& vote);
  void read_collectors(RecordVote& vote);
  void read_corrections(RecordVote& vote);

  Sql& sql_;
  const MeetingId meeting_;
  const Sight sight_;
  const std::function<RecordItem&(ItemId)> item_;
};

}  // namespace talar::storage
