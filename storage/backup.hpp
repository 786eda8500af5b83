// A copy of the whole database while the server runs, checked before it gets its name.
#pragma once

#include <filesystem>

namespace talar::storage {

enum class IfExists { refuse, replace };

/// One file, complete and verified. Throws StorageError when it cannot be made or the copy does not verify.
void backup(const std::filesystem::path& database, const std::filesystem::path& copy, IfExists if_exists);

}  // namespace talar::storage
