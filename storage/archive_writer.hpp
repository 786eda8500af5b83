// Fills the archive from events, in the transaction that records them.
#pragma once

#include <map>

#include "protocol/events.hpp"
#include "storage/journal.hpp"

namespace talar::storage {

class ArchiveWriter {
 public:
  explicit ArchiveWriter(Sql& sql) : sql_(sql) {}

  /// Every event in its hall's order, and all halls' in the order of commitment: the same events, the same tables.
  void write(const HallId& hall, const Recorded& recorded, const Chain& chain);
  /// Before the transaction ends: says how far the archive has come, which one row per hall and meeting holds however
  /// many events there were.
  void finish();
  /// Empties every archive table.
  void clear();

 private:
  Sql& sql_;
  std::map<HallId, Head> halls_;                // touched since the last finish()
  std::map<MeetingId, std::int64_t> meetings_;  // the same, with their last events
};

}  // namespace talar::storage
