// Minutes' texts in the archive. Whoever types sends an update twice a second: it is done in memory, and the row and
// its search are written once per transaction.
#pragma once

#include <map>

#include "protocol/events.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

class TextWriter {
 public:
  explicit TextWriter(Sql& sql) : sql_(sql) {}

  void write(const Recorded& recorded, const TextEdited& e);
  void write(const Recorded& recorded, const MinutesWritten& e);
  /// Before the transaction ends.
  void finish();

 private:
  struct Text {
    std::string text;
    std::int64_t version = 0;
    Instant at;
    std::optional<PersonId> by;
  };
  Text& text_of(ItemId item);
  void stamp(const Recorded& recorded, ItemId item, Text& text, std::int64_t version);

  Sql& sql_;
  std::map<ItemId, Text> texts_;  // touched since the last finish()
};

}  // namespace talar::storage
