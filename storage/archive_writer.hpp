// Fills the archive from events, in the transaction that records them.
#pragma once

#include <map>

#include "protocol/events.hpp"
#include "storage/journal.hpp"
#include "storage/text_writer.hpp"

namespace talar::storage {

class ArchiveWriter {
 public:
  explicit ArchiveWriter(Sql& sql) : sql_(sql), texts_(sql) {}

  /// Every event in its hall's order, and all halls' in the order of commitment: the same events, the same tables.
  void write(const HallId& hall, const Recorded& recorded, const Chain& chain);
  /// Before the transaction ends: writes what stands in one row however many events there were, the texts that were
  /// edited and how far the archive of each hall and meeting has come.
  void finish();
  /// Empties every archive table.
  void clear();

 private:
  Sql& sql_;
  TextWriter texts_;
  std::map<HallId, Head> halls_;  // touched since the last finish()
  struct Progress {
    std::int64_t seq = 0;             // of the last event
    std::optional<Instant> shown_at;  // of the last one that everybody may come to see
  };
  std::map<MeetingId, Progress> meetings_;  // the same
};

}  // namespace talar::storage
