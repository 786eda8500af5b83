// One connection to the database and its prepared statements. Only storage's own files see it.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>

#include "storage/sql_values.hpp"

namespace talar::storage {

/// A statement's text: a literal, so that its address can stand for it when the prepared statement is looked up.
class Query {
 public:
  consteval Query(const char* text) : text_(text) {}
  const char* text() const { return text_; }

 private:
  const char* text_;
};

/// The rows of one query; the statement is free again when this goes away.
class Rows {
 public:
  explicit Rows(sqlite3_stmt* statement) : statement_(statement) {}
  Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  ~Rows() { sqlite3_reset(statement_); }

  bool next();
  /// The row's columns from the first on.
  template <class... Values>
  void into(Values&... values) const {
    int column = 0;
    (take(Column{statement_, column++}, values), ...);
  }

 private:
  sqlite3_stmt* statement_;
};

/// Failures are thrown as StorageError (refused). Not for two threads at once.
class Sql {
 public:
  Sql(const std::string& uri, int flags);

  template <class... Values>
  Rows query(Query query, const Values&... values) {
    return start(query, SQLITE_TRANSIENT, column_of(values)...);
  }
  /// How many rows it changed.
  template <class... Values>
  int run(Query query, const Values&... values) {
    return finish(query, column_of(values)...);
  }
  /// The first row into `values`; false when there is none.
  template <class... Parameters, class... Values>
  bool first(Query query, const std::tuple<Parameters...>& parameters, Values&... values) {
    Rows rows = std::apply([&](const auto&... each) { return this->query(query, each...); }, parameters);
    if (!rows.next()) return false;
    rows.into(values...);
    return true;
  }
  /// Several statements, not kept.
  void script(const std::string& text);
  /// The number that a text made at run time asks for; not kept.
  std::int64_t number(const std::string& text);

  SQLite::Database& handle() { return database_; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  template <class... Columns>
  Rows start(Query query, [[maybe_unused]] sqlite3_destructor_type keep, const Columns&... columns) {
    sqlite3_stmt* const statement = prepared(query);
    int index = 0;
    (bind(statement, ++index, columns, keep), ...);
    return Rows(statement);
  }
  template <class... Columns>
  int finish(Query query, const Columns&... columns) {
    // The columns stay where they are until the statement is done.
    Rows rows = start(query, SQLITE_STATIC, columns...);
    while (rows.next()) continue;
    return changes();
  }
  sqlite3_stmt* prepared(Query query);
  int changes() const;

  SQLite::Database database_;
  std::unordered_map<const char*, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
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
