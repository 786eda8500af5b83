#include "storage/verify.hpp"

#include <map>

#include "storage/archive_writer.hpp"
#include "storage/event_table.hpp"
#include "storage/file_bytes.hpp"
#include "storage/files.hpp"
#include "storage/schema.hpp"
#include "storage/verify_seals.hpp"

namespace talar::storage {

namespace {

/// Works in memory on an archive of its own; the database in question is attached as `original`, for reading.
class Verifier {
 public:
  explicit Verifier(const std::filesystem::path& database)
      : file_(database), sql_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), archive_(sql_) {
    if (!std::filesystem::exists(database))
      throw StorageError("there is no database " + database.string(), StorageError::Outcome::refused);
    migrate(sql_);
    sql_.run("ATTACH ? AS original", address());
  }

  Verification run() {
    Transaction snapshot(sql_, Transaction::Kind::read);
    check_file();
    if (verification_.good()) check_version();
    if (verification_.good()) check_chains();
    if (replayable_ && !full()) compare_archive();
    if (replayable_ && !full()) check_files();
    if (replayable_ && !full()) check_seals();
    return std::move(verification_);
  }

 private:
  static std::string escaped(const std::string& path);
  bool full() const { return verification_.findings.size() >= Verification::findings_max; }
  void find(std::optional<HallId> hall, std::optional<std::int64_t> seq, std::string sentence) {
    if (!full()) verification_.findings.push_back({std::move(hall), seq, std::move(sentence)});
  }

  void check_file();
  void check_version();
  void check_chains();
  void check_row(Head& head, const EventRow& row, const Chain& chain);
  void compare_archive();
  void check_files();
  void check_seals();
  std::string address() const { return "file:" + escaped(file_.string()) + "?mode=ro"; }

  const std::filesystem::path file_;
  Sql sql_;
  ArchiveWriter archive_;
  Verification verification_;
  bool replayable_ = false;
};

std::string Verifier::escaped(const std::string& path) {
  std::string escaped;
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr char hex[] = "0123456789abcdef";
      escaped += {'%', hex[c >> 4], hex[c & 15]};
    } else {
      escaped += c;
    }
  }
  return escaped;
}

void Verifier::check_file() {
  Rows rows = sql_.query("PRAGMA original.integrity_check(20)");
  std::string verdict;
  while (rows.next()) {
    rows.into(verdict);
    if (verdict != "ok") find({}, {}, "the file is damaged: " + verdict);
  }
}

void Verifier::check_version() {
  std::int64_t theirs = 0;
  std::int64_t ours = 0;
  sql_.first("PRAGMA original.user_version", std::tuple{}, theirs);
  sql_.first("PRAGMA main.user_version", std::tuple{}, ours);
  if (theirs != ours)
    find({}, {},
         "the database has version " + std::to_string(theirs) + ", this program verifies version " +
             std::to_string(ours));
}

void Verifier::check_row(Head& head, const EventRow& row, const Chain& chain) {
  if (row.seq != head.seq + 1)
    find(row.hall, row.seq,
         "events are missing: after " + std::to_string(head.seq) + " comes " + std::to_string(row.seq));
  else if (next_chain(head.chain, row) != chain)
    find(row.hall, row.seq, "the chain does not fit: this event or the one before it was changed");
  // From here on with what is written, so that one change is found once.
  head = {row.seq, chain};
}

void Verifier::check_chains() {
  std::map<HallId, Head> heads;
  replayable_ = true;
  Rows rows = sql_.query(events_of_all_attached);
  EventRow row;
  Chain chain;
  for (; next_event(rows, row, chain); ++verification_.events) {
    check_row(heads[row.hall], row, chain);
    if (!replayable_) continue;
    try {
      archive_.write(row.hall, from_row(row), chain);
    } catch (const StorageError& error) {
      replayable_ = false;
      find(row.hall, row.seq, std::string("the archive cannot be rebuilt from here on: ") + error.what());
    }
  }
  archive_.finish();
  for (auto& [hall, head] : heads) verification_.halls.push_back({hall, head});
}

void Verifier::compare_archive() {
  for (const auto table : archive_tables()) {
    const std::string name(table);
    // A virtual table's row number is not among its columns.
    const std::string columns = name == "search_index" ? "rowid, *" : "*";
    const std::string ours = "SELECT " + columns + " FROM main." + name;
    const std::string theirs = "SELECT " + columns + " FROM original." + name;
    const std::int64_t missing = sql_.number("SELECT count(*) FROM (" + ours + " EXCEPT " + theirs + ")");
    const std::int64_t surplus = sql_.number("SELECT count(*) FROM (" + theirs + " EXCEPT " + ours + ")");
    if (missing > 0 || surplus > 0)
      find({}, {},
           "the archive's table " + name + " does not say what the journal says: " + std::to_string(missing) +
               " rows are missing or different, " + std::to_string(surplus) +
               " should not be there (talar rebuild fills it anew)");
  }
}

void Verifier::check_files() {
  std::string digest;
  Rows missing =
      sql_.query("SELECT DISTINCT digest FROM main.attachment WHERE digest NOT IN (SELECT digest FROM original.file)");
  while (missing.next()) {
    missing.into(digest);
    find({}, {}, "the bytes of an attached file are missing: " + digest);
  }
  KeptBytes kept;
  Rows files = sql_.query("SELECT digest, bytes FROM original.file");
  while (files.next()) {
    files.into(digest, kept);
    if (file_digest(kept.bytes) != digest) find({}, {}, "the bytes of an attached file were changed: " + digest);
  }
}

void Verifier::check_seals() {
  // On a connection of its own: here the names of its tables mean ours.
  Sql archive(address(), SQLite::OPEN_READONLY);
  for (Finding& finding : storage::check_seals(sql_, archive)) find(finding.hall, finding.seq, finding.sentence);
}

}  // namespace

Verification verify(const std::filesystem::path& database) {
  return Verifier(database).run();
}

}  // namespace talar::storage
