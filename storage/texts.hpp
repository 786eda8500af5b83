// How the texts of minutes came to their versions, from the journal.
#pragma once

#include "protocol/record.hpp"
#include "storage/database.hpp"

namespace talar::storage {

/// How much of it at once.
struct TextPage {
  std::size_t updates = 500;
  std::size_t chars = 100'000;  // inserted; one update may have more
};

/// The updates after this version; nothing for an item that is not of this hall. On a connection of its own.
std::optional<TextUpdates> text_updates(const Database& database, const HallId& hall, ItemId item, std::int64_t since,
                                        const TextPage& page);

}  // namespace talar::storage
