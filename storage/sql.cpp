#include "storage/sql.hpp"

#include <SQLiteCpp/Exception.h>

namespace talar::storage {

namespace {

[[noreturn]] void refuse(const SQLite::Exception& error) {
  throw StorageError(error.what(), StorageError::Outcome::refused);
}

}  // namespace

Rows::~Rows() {
  if (statement_) statement_->tryReset();
}

bool Rows::next() try { return statement_->executeStep(); } catch (const SQLite::Exception& error) {
  refuse(error);
}

Sql::Sql(const std::string& uri, int flags) try : database_(uri, flags | SQLite::OPEN_URI) {
  // The archive leans on its cascades, wherever it is filled.
  database_.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
} catch (const SQLite::Exception& error) {
  refuse(error);
}

void Sql::script(const std::string& text) try { database_.exec(text); } catch (const SQLite::Exception& error) {
  refuse(error);
}

SQLite::Statement& Sql::prepared(const char* text) try {
  const auto found = statements_.find(text);
  if (found != statements_.end()) return found->second;
  return statements_.emplace(text, SQLite::Statement(database_, text)).first->second;
} catch (const SQLite::Exception& error) {
  refuse(error);
}

int Sql::changes() const {
  return database_.getChanges();
}

Transaction::Transaction(Sql& sql, Kind kind) : sql_(sql) {
  sql_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
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
