// One owner per database file: an advisory lock on FILE.lock that the kernel lets go of however the process ends.
#pragma once

#include <filesystem>

namespace talar::storage {

class FileLock {
 public:
  /// Throws StorageError naming the process that holds it.
  explicit FileLock(const std::filesystem::path& database);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace talar::storage
