#include "storage/sql.hpp"

#include <SQLiteCpp/Exception.h>

namespace talar::storage {

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw StorageError(why, StorageError::Outcome::refused);
}

}  // namespace

bool Rows::next() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) refuse(sqlite3_errmsg(sqlite3_db_handle(statement_)));
  return result == SQLITE_ROW;
}

// Without SQLite's own mutexes: a connection is one thread's at a time.
Sql::Sql(const std::string& uri, int flags) try : database_(uri, flags | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX) {
  // The archive leans on its cascades, wherever it is filled.
  database_.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
} catch (const SQLite::Exception& error) {
  refuse(error.what());
}

void Sql::script(const std::string& text) try { database_.exec(text); } catch (const SQLite::Exception& error) {
  refuse(error.what());
}

std::int64_t Sql::number(const std::string& text) try {
  return database_.execAndGet(text).getInt64();
} catch (const SQLite::Exception& error) {
  refuse(error.what());
}

sqlite3_stmt* Sql::prepared(Query query) {
  auto& statement = statements_[query.text()];
  if (statement) return statement.get();
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v3(database_.getHandle(), query.text(), -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) !=
      SQLITE_OK)
    refuse(database_.getErrorMsg());
  statement.reset(made);
  return made;
}

int Sql::changes() const {
  return database_.getChanges();
}

Transaction::Transaction(Sql& sql, Kind kind) : sql_(sql) {
  kind == Kind::write ? sql_.run("BEGIN IMMEDIATE") : sql_.run("BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    sql_.run("ROLLBACK");
  } catch (const StorageError&) {
    // SQLite has rolled back by itself after some errors; what follows is the same.
  }
}

void Transaction::commit() {
  sql_.run("COMMIT");
  open_ = false;
}

}  // namespace talar::storage
