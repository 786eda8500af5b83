#include "storage/ballots.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "storage/file_bytes.hpp"
#include "storage/sql.hpp"

namespace talar::storage {
namespace {

// The journal waits while the log is cut off, so this does not wait for others but comes again.
constexpr int patience_ms = 20;
constexpr int busy_timeout_ms = 15'000;

void insert(Sql& sql, const KeptBallot& ballot) {
  sql.run("INSERT INTO secret_ballot (vote, hash, message, signature) VALUES (?, ?, ?, ?)", ballot.vote, ballot.hash,
          BytesToKeep{ballot.message}, BytesToKeep{ballot.signature});
}

bool known(Sql& sql, const KeptBallot& ballot) {
  std::int64_t one = 0;
  return sql.first("SELECT 1 FROM secret_ballot WHERE vote = ? AND hash = ?", std::tuple{ballot.vote, ballot.hash},
                   one);
}

std::vector<KeptBallot> read(Sql& sql, VoteId vote) {
  std::vector<KeptBallot> ballots;
  Rows rows = sql.query("SELECT hash, message, signature FROM secret_ballot WHERE vote = ? ORDER BY hash", vote);
  KeptBytes message;
  KeptBytes signature;
  for (KeptBallot ballot{vote, {}, {}, {}}; rows.next();) {
    rows.into(ballot.hash, message, signature);
    ballots.push_back({vote, ballot.hash, message.bytes, signature.bytes});
  }
  return ballots;
}

void forget_key(Sql& sql, const std::string& public_key) {
  sql.run("DELETE FROM ballot_key WHERE public_key = ?", BytesToKeep{public_key});
}

}  // namespace

std::vector<KeptBallot> ballots_of(const Database& database, VoteId vote) {
  return read(*database.connect_to_read(), vote);
}

Ballots::Ballots(const Database& database) : sql_(database.connect()) {
  std::int64_t on = 0;
  sql_->first("PRAGMA secure_delete = ON", std::tuple{}, on);
  // The log is moved into the database when the journal says so, or by empty_log().
  sql_->script("PRAGMA wal_autocheckpoint = 0");
}

Ballots::~Ballots() = default;

void Ballots::change(const std::function<void()>& changes) {
  if (failed_)
    throw StorageError("the ballot box does not write any more after a failed commit", StorageError::Outcome::unknown);
  try {
    Transaction transaction(*sql_, Transaction::Kind::write);
    changes();
    transaction.commit();
  } catch (const std::exception& error) {
    failed_ = true;
    throw StorageError(error.what(), StorageError::Outcome::unknown);
  }
}

void Ballots::keep(const BallotKey& key) {
  change([&] {
    sql_->run("INSERT INTO ballot_key (public_key, private_key) VALUES (?, ?)", BytesToKeep{key.public_key},
              BytesToKeep{key.private_key});
  });
}

void Ballots::forget(const std::string& public_key) {
  change([&] { forget_key(*sql_, public_key); });
}

std::vector<BallotKey> Ballots::keys() const {
  std::vector<BallotKey> keys;
  Rows rows = sql_->query("SELECT public_key, private_key FROM ballot_key");
  KeptBytes public_key;
  KeptBytes private_key;
  while (rows.next()) {
    rows.into(public_key, private_key);
    keys.push_back({public_key.bytes, private_key.bytes});
  }
  return keys;
}

std::vector<VoteId> Ballots::keep(std::vector<KeptBallot> ballots) {
  std::ranges::sort(ballots, {}, [](const KeptBallot& ballot) { return std::pair(ballot.vote, ballot.hash); });
  std::vector<VoteId> fresh;
  change([&] {
    for (const KeptBallot& ballot : ballots) {
      if (known(*sql_, ballot)) continue;
      insert(*sql_, ballot);
      fresh.push_back(ballot.vote);
    }
  });
  return fresh;
}

std::int64_t Ballots::count(VoteId vote) const {
  std::int64_t count = 0;
  sql_->first("SELECT count(*) FROM secret_ballot WHERE vote = ?", std::tuple{vote}, count);
  return count;
}

std::vector<KeptBallot> Ballots::of(VoteId vote) const {
  return read(*sql_, vote);
}

void Ballots::write_again(VoteId vote) {
  const auto ballots = read(*sql_, vote);
  sql_->run("DELETE FROM secret_ballot WHERE vote = ?", vote);
  for (const KeptBallot& ballot : ballots) insert(*sql_, ballot);
}

void Ballots::settle(VoteId vote, const std::string& public_key) {
  change([&] {
    forget_key(*sql_, public_key);
    write_again(vote);
  });
}

void Ballots::discard(VoteId vote, const std::string& public_key) {
  change([&] {
    forget_key(*sql_, public_key);
    sql_->run("DELETE FROM secret_ballot WHERE vote = ?", vote);
  });
}

bool Ballots::settle_all_but(const std::set<VoteId>& votes, const std::set<std::string>& public_keys) {
  const auto kept = keys();
  const auto stray = [&](const BallotKey& key) { return !public_keys.contains(key.public_key); };
  if (std::ranges::none_of(kept, stray)) return false;
  change([&] {
    std::vector<VoteId> others;
    Rows rows = sql_->query("SELECT DISTINCT vote FROM secret_ballot");
    for (VoteId vote; rows.next();) {
      rows.into(vote);
      if (!votes.contains(vote)) others.push_back(vote);
    }
    for (const VoteId vote : others) write_again(vote);
    for (const BallotKey& key : kept)
      if (stray(key)) forget_key(*sql_, key.public_key);
  });
  return true;
}

bool Ballots::empty_log() {
  sqlite3* const handle = sql_->handle().getHandle();
  sqlite3_busy_timeout(handle, patience_ms);
  const int result = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle, busy_timeout_ms);
  if (result == SQLITE_OK) return true;
  if (result == SQLITE_BUSY || result == SQLITE_LOCKED) return false;
  throw StorageError(std::string("the write-ahead log cannot be emptied: ") + sqlite3_errstr(result),
                     StorageError::Outcome::refused);
}

}  // namespace talar::storage
