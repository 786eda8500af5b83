// Fills the archive from events, in the transaction that records them.
#pragma once

#include "protocol/events.hpp"
#include "storage/journal.hpp"

namespace talar::storage {

class ArchiveWriter {
 public:
  explicit ArchiveWriter(Sql& sql) : sql_(sql) {}

  /// Every event in its hall's order, and all halls' in the order of commitment: the same events, the same tables.
  void write(const HallId& hall, const Recorded& recorded, const Chain& chain);
  /// Empties every archive table.
  void clear();

 private:
  Sql& sql_;
};

}  // namespace talar::storage
