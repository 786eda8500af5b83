// A connection out of the archive's pool with one read transaction on it: every statement sees the same moment.
#pragma once

#include "storage/archive.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

class Archive::Snapshot {
 public:
  explicit Snapshot(const Archive& archive)
      : archive_(archive), sql_(archive.borrow()), transaction_(std::in_place, *sql_, Transaction::Kind::read) {}
  ~Snapshot() {
    transaction_.reset();
    archive_.give_back(std::move(sql_));
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  Sql& sql() { return *sql_; }

 private:
  const Archive& archive_;
  std::unique_ptr<Sql> sql_;
  std::optional<Transaction> transaction_;
};

}  // namespace talar::storage
