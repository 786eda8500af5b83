// The versions of the database's form, and bringing one up to date.
#pragma once

#include <string_view>
#include <vector>

namespace talar::storage {

class Sql;

struct SchemaVersion {
  int version = 0;   // 0: empty
  bool ours = true;  // marked as Talar's, or empty
};

SchemaVersion schema_version(Sql& sql);
/// Runs the migrations that are missing, and fills the archive anew for them, in one transaction.
void migrate(Sql& sql);

/// The tables that hold the archive: emptied by a rebuild, compared by a verification. Children before their parents.
const std::vector<std::string_view>& archive_tables();

}  // namespace talar::storage
