// The one SQLite file of a server: opened, locked, brought to this binary's version. Parts connect to it themselves.
#pragma once

#include <filesystem>
#include <memory>

#include "storage/error.hpp"

namespace talar::storage {

class FileLock;
class Sql;

/// Who opens the file. `owner`: the server, import, rebuild; one at a time, held by a lock on FILE.lock; creates the
/// file and migrates it. `guest`: a tool beside a running server (invite, verify); neither creates nor migrates.
enum class Access { owner, guest };

class Database {
 public:
  /// Throws StorageError with a sentence for the operator: no such folder, used by another server, made by a newer
  /// version, damaged.
  Database(std::filesystem::path file, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::filesystem::path& file() const { return file_; }

  /// A new connection, belonging to whoever asked, used by one thread at a time.
  std::unique_ptr<Sql> connect() const;
  std::unique_ptr<Sql> connect_to_read() const;

 private:
  std::filesystem::path file_;
  std::unique_ptr<FileLock> lock_;  // of the owner
};

}  // namespace talar::storage
