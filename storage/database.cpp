#include "storage/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "storage/file_lock.hpp"
#include "storage/migrations.hpp"
#include "storage/schema.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

namespace {

// Another connection's commit or checkpoint is a matter of milliseconds; a wait this long means a disk in trouble.
constexpr int busy_timeout_ms = 15'000;

[[noreturn]] void refuse(const std::string& why) {
  throw StorageError(why, StorageError::Outcome::refused);
}

// SQLite would make the file readable to everyone; it holds people's names and how they voted.
void create_private(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) refuse("cannot open the database " + file.string() + ": " + std::strerror(errno));
  ::close(fd);
}

std::unique_ptr<Sql> open(const std::filesystem::path& file, int flags) {
  auto sql = std::make_unique<Sql>(file.string(), flags);
  sql->handle().setBusyTimeout(busy_timeout_ms);
  sql->script("PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON");
  return sql;
}

void check_version(Sql& sql, const std::filesystem::path& file, Access access) {
  const auto [version, ours] = schema_version(sql);
  const auto known = static_cast<int>(migrations().size());
  if (!ours) refuse(file.string() + " is a SQLite database, but not one of Talar's");
  if (version > known)
    refuse(file.string() + " was last used by a newer Talar: it has version " + std::to_string(version) +
           ", this program knows versions up to " + std::to_string(known) +
           ". Install the newer program again, or restore a backup from before the update");
  if (version < known && access == Access::guest)
    refuse(file.string() + " is of an older version: start the server once to bring it up to date");
}

void check_health(Sql& sql, const std::filesystem::path& file) {
  std::string verdict;
  sql.first("PRAGMA quick_check(1)", std::tuple{}, verdict);
  if (verdict != "ok") refuse(file.string() + " is damaged (" + verdict + "): restore a backup");
}

void use_log(Sql& sql, const std::filesystem::path& file) {
  std::string mode;
  sql.first("PRAGMA journal_mode = WAL", std::tuple{}, mode);
  if (mode != "wal") refuse(file.string() + " cannot have a write-ahead log: keep it on a local disk");
}

}  // namespace

Database::Database(std::filesystem::path file, Access access) : file_(std::move(file)) {
  const auto folder = file_.has_parent_path() ? file_.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::is_directory(folder))
    refuse("there is no folder " + folder.string() + " to keep the database in");
  if (access == Access::owner) {
    lock_ = std::make_unique<FileLock>(file_);
    create_private(file_);
  } else if (!std::filesystem::exists(file_)) {
    refuse("there is no database " + file_.string());
  }
  try {
    const auto sql = open(file_, SQLite::OPEN_READWRITE);
    check_version(*sql, file_, access);
    if (access == Access::guest) return;
    check_health(*sql, file_);
    use_log(*sql, file_);
    migrate(*sql);
  } catch (const StorageError& error) {
    const std::string what = error.what();
    if (what.find(file_.string()) != std::string::npos) throw;
    refuse("cannot use the database " + file_.string() + ": " + what);
  }
}

Database::~Database() = default;

std::unique_ptr<Sql> Database::connect() const {
  return open(file_, SQLite::OPEN_READWRITE);
}

std::unique_ptr<Sql> Database::connect_to_read() const {
  auto sql = open(file_, SQLite::OPEN_READWRITE);
  // Opened for writing all the same: a reader may have to make the shared memory of the write-ahead log.
  sql->script("PRAGMA query_only = ON");
  return sql;
}

}  // namespace talar::storage
