// The chain that makes the journal tamper-evident, and the row it is made over.
//
// A row's chain is the SHA-256 of the chain of the hall's row before it (32 zero bytes before the first) followed by
// nine fields in this order: hall, seq, meeting, at, actor, command_id, type, v, body. Each field is its length in
// bytes as a big-endian 32-bit number and then its bytes: texts in UTF-8 as they stand in the table, numbers in
// decimal ASCII. A field that is NULL is the length FF FF FF FF and no bytes. So no two rows have the same bytes, and
// anyone can recompute a hall's chain from the table with a few lines of any language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "storage/journal.hpp"

namespace talar::storage {

/// A row of the table `event` as it is stored.
struct EventRow {
  HallId hall;
  std::int64_t seq = 0;
  std::optional<std::string> meeting;
  std::int64_t at = 0;
  std::optional<std::string> actor;
  std::optional<std::string> command;
  std::string type;
  std::int64_t v = 0;
  std::string body;
};

Chain next_chain(const Chain& before, const EventRow& row);

EventRow to_row(const HallId& hall, const Recorded& recorded);
/// Throws StorageError when the row cannot be understood.
Recorded from_row(const EventRow& row);

/// 64 hexadecimal digits, as printed on the minutes.
std::string chain_text(const Chain& chain);

}  // namespace talar::storage
