// Empties the archive and its search index and fills them again from the journal, in one transaction.
#pragma once

#include <cstdint>

#include "storage/database.hpp"

namespace talar::storage {

class Sql;

/// Within the caller's transaction. How many events were taken.
std::int64_t refill(Sql& sql);

/// How many events were taken. The database must be open as its owner. Throws StorageError; then nothing has changed.
std::int64_t rebuild(const Database& database);

}  // namespace talar::storage
