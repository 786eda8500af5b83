#include "storage/backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "storage/error.hpp"
#include "storage/sql.hpp"
#include "storage/verify.hpp"

namespace talar::storage {

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw StorageError(why, StorageError::Outcome::refused);
}

void sync(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0 || ::fsync(fd) != 0) refuse("cannot write " + path.string() + " to disk: " + std::strerror(errno));
  ::close(fd);
}

void copy_pages(const std::filesystem::path& from, const std::filesystem::path& to) {
  Sql source(from.string(), SQLite::OPEN_READONLY);
  Sql target(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  try {
    // In one step, which is one read transaction: a copy in pieces would begin again after every commit of the server.
    if (SQLite::Backup(target.handle(), source.handle()).executeStep(-1) != SQLITE_DONE)
      refuse("the database is busy: try again");
  } catch (const SQLite::Exception& error) {
    refuse(std::string("the copy failed: ") + error.what());
  }
  target.script("PRAGMA journal_mode = DELETE");  // one file, without a write-ahead log beside it
}

}  // namespace

void backup(const std::filesystem::path& database, const std::filesystem::path& copy, IfExists if_exists) {
  if (!std::filesystem::exists(database)) refuse("there is no database " + database.string());
  if (std::filesystem::exists(copy) && (if_exists == IfExists::refuse || std::filesystem::equivalent(database, copy)))
    refuse(copy.string() + " exists already");

  const std::filesystem::path unfinished = copy.string() + ".unfinished";
  std::filesystem::remove(unfinished);
  const int fd = ::open(unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) refuse("cannot write " + copy.string() + ": " + std::strerror(errno));
  ::close(fd);
  try {
    copy_pages(database, unfinished);
    const Verification verification = verify(unfinished);
    if (!verification.good()) refuse("the copy does not verify: " + verification.findings.front().sentence);
    sync(unfinished);
    std::filesystem::rename(unfinished, copy);
    sync(std::filesystem::absolute(copy).parent_path());
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    throw;
  }
}

}  // namespace talar::storage
