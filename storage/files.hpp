// The bytes of attached files, under their SHA-256, apart from the archive: the journal says which files there are, not
// what is in them. In the same database, so that a backup is one file.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "storage/database.hpp"

namespace talar::storage {

class Sql;

/// Any thread may ask.
///
/// Bytes come first and the event that names them after, each durable: whoever dies in between leaves bytes that nobody
/// names. They do no harm, serve the next upload of the same file, and are forgotten at the next start; so are those of
/// files that were removed.
class Files {
 public:
  /// Forgets what no attachment names. The database must be its owner's, and nobody uploading yet.
  explicit Files(const Database& database);
  ~Files();

  /// Durable when it returns. The same bytes are kept once.
  void keep(const std::string& digest, std::string_view bytes);
  std::optional<std::string> bytes(const std::string& digest) const;

 private:
  mutable std::mutex mutex_;  // of `write_`: one upload at a time is written; readers have connections of their own
  const Database& database_;
  std::unique_ptr<Sql> write_;
};

/// In hexadecimal.
std::string file_digest(std::string_view bytes);

}  // namespace talar::storage
