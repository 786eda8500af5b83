#include "storage/journal.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "storage/archive_writer.hpp"
#include "storage/chain.hpp"
#include "storage/event_table.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

namespace {

// Our own mistake, so we end here: a journal with a gap could never be replayed.
[[noreturn]] void out_of_order(const Entry& entry, std::int64_t expected) {
  std::fprintf(stderr, "journal: hall %s: event %lld came where %lld was due\n", entry.hall.value.c_str(),
               static_cast<long long>(entry.recorded.seq), static_cast<long long>(expected));
  std::abort();
}

int note_log_pages(void* pages, sqlite3*, const char*, int in_log) {
  *static_cast<int*>(pages) = in_log;
  return SQLITE_OK;
}

}  // namespace

Journal::Journal(const Database& database)
    : write_(database.connect()),
      archive_(std::make_unique<ArchiveWriter>(*write_)),
      checkpoint_(database.connect()),
      read_(database.connect_to_read()) {
  // In place of SQLite's own hook, which would checkpoint inside of commits.
  sqlite3_wal_hook(write_->handle().getHandle(), note_log_pages, &log_pages_);
  for (const HallId& hall : halls()) heads_[hall] = head(hall);
}

Journal::~Journal() = default;

void Journal::commit(std::span<const Entry> entries) {
  if (failed_)
    throw StorageError("the journal does not write any more after a failed commit", StorageError::Outcome::unknown);
  try {
    const int pages_before = log_pages_;
    Transaction transaction(*write_, Transaction::Kind::write);
    for (const Entry& entry : entries) {
      Head& head = heads_[entry.hall];
      if (entry.recorded.seq != head.seq + 1) out_of_order(entry, head.seq + 1);
      const EventRow row = to_row(entry.hall, entry.recorded);
      head = {row.seq, next_chain(head.chain, row)};
      insert_event(*write_, row, head.chain);
      archive_->write(entry.hall, entry.recorded, head.chain);
    }
    archive_->finish();
    transaction.commit();
    // No more than before: the log began anew.
    added_pages_ = log_pages_ <= pages_before ? log_pages_ : log_pages_ - pages_before;
  } catch (const std::exception& error) {
    // Even a statement's plain refusal ends it: the hall has gone on in memory with what is not on disk.
    failed_ = true;
    throw StorageError(error.what(), StorageError::Outcome::unknown);
  }
}

int Journal::checkpoint(Checkpoint checkpoint) {
  Sql& sql = checkpoint == Checkpoint::beside_commits ? *checkpoint_ : *write_;
  const int mode = checkpoint == Checkpoint::all ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  int in_log = 0;
  int moved = 0;
  const int result = sqlite3_wal_checkpoint_v2(sql.handle().getHandle(), nullptr, mode, &in_log, &moved);
  // Busy: a reader still needs the log. The next checkpoint goes on from there.
  if (result != SQLITE_OK && result != SQLITE_BUSY && result != SQLITE_LOCKED)
    throw StorageError(std::string("the write-ahead log cannot be moved into the database: ") + sqlite3_errstr(result),
                       StorageError::Outcome::refused);
  return in_log - moved;
}

std::vector<HallId> Journal::halls() const {
  std::vector<HallId> halls;
  Rows rows = read_->query("SELECT DISTINCT hall FROM event ORDER BY hall");
  while (rows.next()) rows.into(halls.emplace_back());
  return halls;
}

void Journal::replay(const HallId& hall, std::int64_t after_seq,
                     const std::function<void(const Recorded&)>& take) const {
  Head head;
  read_->first("SELECT seq, chain FROM event WHERE hall = ? AND seq = ?", std::tuple{hall, after_seq}, head.seq,
               head.chain);
  Rows rows = read_->query(events_of_hall, hall, after_seq);
  EventRow row;
  Chain chain;
  while (next_event(rows, row, chain)) {
    if (row.seq != head.seq + 1 || next_chain(head.chain, row) != chain)
      throw StorageError("event " + std::to_string(row.seq) + " of hall " + hall.value +
                             " does not follow from the one before it: the database was changed or damaged. See "
                             "`talar verify`, and restore a backup",
                         StorageError::Outcome::refused);
    head = {row.seq, chain};
    take(from_row(row));
  }
}

std::optional<KnownCommand> Journal::command_of(const HallId& hall, std::int64_t seq) const {
  KnownCommand known;
  if (!read_->first("SELECT command_id, actor FROM event WHERE hall = ? AND seq = ? AND command_id IS NOT NULL",
                    std::tuple{hall, seq}, known.id, known.actor.person))
    return std::nullopt;
  return known;
}

Head Journal::head(const HallId& hall) const {
  Head head;
  read_->first("SELECT seq, chain FROM event WHERE hall = ? ORDER BY seq DESC LIMIT 1", std::tuple{hall}, head.seq,
               head.chain);
  return head;
}

}  // namespace talar::storage
