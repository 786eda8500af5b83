// The record: every event of every hall, append-only, each row chained to the one before it by SHA-256.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "protocol/events.hpp"
#include "storage/database.hpp"

namespace talar::storage {

class ArchiveWriter;
class Sql;

/// SHA-256 of the chain before and this row; chain.hpp says of which bytes. All zero before the first event.
using Chain = std::array<std::uint8_t, 32>;

struct Entry {
  HallId hall;
  Recorded recorded;
};

/// Where a hall's journal ends; seq 0 for a hall without events.
struct Head {
  std::int64_t seq = 0;
  Chain chain{};
};

/// A command that led to an event, and who gave it.
struct KnownCommand {
  CommandId id;
  Actor actor;
};

/// Three threads, each with its connection: commits on the journal thread, checkpoints beside them on another, what
/// only reads on a third.
class Journal {
 public:
  explicit Journal(const Database& database);
  ~Journal();

  /// All entries and their archive rows in one transaction, on disk when it returns. Each hall's seqs go on from its
  /// head (asserted). Throws StorageError; after that this Journal refuses every further commit.
  void commit(std::span<const Entry> entries);

  /// Moves the write-ahead log into the database, all but what a reader still needs, and says how many pages that is.
  /// `beside_commits` is for the thread of checkpoints, the others for the journal thread; `all` also empties the log
  /// file and waits for readers (at stop).
  enum class Checkpoint { beside_commits, between_commits, all };
  int checkpoint(Checkpoint checkpoint);
  /// Pages in the write-ahead log after the last commit, and how many of them that commit added.
  int log_pages() const { return log_pages_; }
  int added_pages() const { return added_pages_; }

  std::vector<HallId> halls() const;
  /// Verifies the chain on the way; throws StorageError at the first event that does not follow.
  void replay(const HallId& hall, std::int64_t after_seq, const std::function<void(const Recorded&)>& take) const;
  /// Which command led to this event, if one did.
  std::optional<KnownCommand> command_of(const HallId& hall, std::int64_t seq) const;
  Head head(const HallId& hall) const;

 private:
  std::unique_ptr<Sql> write_;
  std::unique_ptr<ArchiveWriter> archive_;
  std::map<HallId, Head> heads_;
  int log_pages_ = 0;
  int added_pages_ = 0;
  bool failed_ = false;

  std::unique_ptr<Sql> checkpoint_;
  std::unique_ptr<Sql> read_;
};

}  // namespace talar::storage
