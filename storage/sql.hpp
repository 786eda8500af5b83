// One connection to the database and its prepared statements. Only storage's own files see it.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <unordered_map>

#include "storage/sql_values.hpp"

namespace talar::storage {

/// The rows of one query; the statement is free again when this goes away.
class Rows {
 public:
  explicit Rows(SQLite::Statement& statement) : statement_(&statement) {}
  Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  ~Rows();

  bool next();
  /// The row's columns from the first on.
  template <class... Values>
  void into(Values&... values) const {
    int column = 0;
    (take(statement_->getColumn(column++), values), ...);
  }

 private:
  SQLite::Statement* statement_;
};

/// Failures are thrown as StorageError (refused). Not for two threads at once.
class Sql {
 public:
  Sql(const std::string& uri, int flags);

  template <class... Values>
  Rows query(const char* text, const Values&... values) {
    SQLite::Statement& statement = prepared(text);
    int index = 0;
    (bind(statement, ++index, values), ...);
    return Rows(statement);
  }
  /// How many rows it changed.
  template <class... Values>
  int run(const char* text, const Values&... values) {
    Rows rows = query(text, values...);
    while (rows.next()) continue;
    return changes();
  }
  /// The first row into `values`; false when there is none.
  template <class... Parameters, class... Values>
  bool first(const char* text, const std::tuple<Parameters...>& parameters, Values&... values) {
    Rows rows = std::apply([&](const auto&... each) { return query(text, each...); }, parameters);
    if (!rows.next()) return false;
    rows.into(values...);
    return true;
  }
  /// Several statements, not kept.
  void script(const std::string& text);

  SQLite::Database& handle() { return database_; }

 private:
  SQLite::Statement& prepared(const char* text);
  int changes() const;

  SQLite::Database database_;
  std::unordered_map<std::string, SQLite::Statement> statements_;
};

/// Rolls back what was not committed.
class Transaction {
 public:
  enum class Kind { write, read };
  Transaction(Sql& sql, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Sql& sql_;
  bool open_ = true;
};

}  // namespace talar::storage
