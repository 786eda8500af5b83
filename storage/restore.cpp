#include <exception>
#include <istream>

#include "protocol/base64.hpp"
#include "protocol/codec.hpp"
#include "storage/archive_writer.hpp"
#include "storage/dump.hpp"
#include "storage/event_table.hpp"
#include "storage/file_bytes.hpp"
#include "storage/files.hpp"
#include "storage/secrets.hpp"

namespace talar::storage {

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw StorageError(why, StorageError::Outcome::refused);
}

class Restorer {
 public:
  Restorer(std::istream& from, const Database& database, const Witness& witness)
      : from_(from), witness_(witness), sql_(database.connect()), archive_(*sql_) {}

  DumpEnd run() {
    Transaction transaction(*sql_, Transaction::Kind::write);
    refuse_unless_empty();
    try {
      while (!ended_ && next_line()) take_line();
    } catch (const std::exception& error) {  // a made-up dump may fail anywhere
      refuse("line " + std::to_string(number_) + ": " + error.what());
    }
    if (!ended_) refuse("line " + std::to_string(number_) + " is not the end: the dump is cut off");
    if (next_line()) refuse("line " + std::to_string(number_) + " comes after the end");
    transaction.commit();
    return std::move(found_);
  }

 private:
  void refuse_unless_empty();
  bool next_line();
  void take_line();
  void take_head(const DumpHead& head);
  void take_event(const DumpEvent& event, std::string body);
  void take_file(const DumpFile& piece);
  void take_ballot(const DumpBallot& ballot);
  void take_end(const DumpEnd& end);

  std::istream& from_;
  const Witness& witness_;
  std::unique_ptr<Sql> sql_;
  ArchiveWriter archive_;
  std::string line_;
  std::int64_t number_ = 0;
  bool begun_ = false;
  bool ended_ = false;
  DumpEnd found_;
  std::map<HallId, Chain> heads_;
  std::optional<std::string> file_;  // whose next piece is due
  std::string bytes_;                // its pieces so far
};

void Restorer::refuse_unless_empty() {
  std::int64_t some = 0;
  for (const char* table : {"event", "file", "secret_ballot", "invitation", "device", "passphrase", "calendar_link"})
    some += sql_->number(std::string("SELECT EXISTS (SELECT 1 FROM ") + table + ")");
  if (some > 0) refuse("the database is not empty: restore into a new one");
}

/// Into line_, without its line feed.
bool Restorer::next_line() {
  line_.clear();
  std::streambuf& buffer = *from_.rdbuf();
  int c = buffer.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  ++number_;
  for (; c != '\n' && c != std::char_traits<char>::eof(); c = buffer.sbumpc()) {
    if (line_.size() == dump_line_bytes) refuse("this line is longer than any in a dump");
    line_ += static_cast<char>(c);
  }
  return true;
}

void Restorer::take_line() {
  // The body of an event passes through untouched: its chain is made over these very bytes.
  static constexpr std::string_view before_body = ",\"body\":";
  std::string body;
  if (const auto at = line_.find(before_body); line_.starts_with("{\"event\":") && at != std::string::npos) {
    if (!line_.ends_with("}}")) refuse("this is no line of a dump");
    body = line_.substr(at + before_body.size(), line_.size() - at - before_body.size() - 2);
    line_.replace(at, std::string::npos, "}}");
  }
  const auto line = from_json_text<DumpLine>(line_);
  if (!line)
    refuse("this is no line of a dump: " + line.error().field.value_or("the whole of it") + " must be " +
           line.error().expected.value_or("something else"));
  const int parts = line->talar.has_value() + line->event.has_value() + line->file.has_value() +
                    line->ballot.has_value() + line->end.has_value();
  if (parts != 1 || line->talar.has_value() == begun_) refuse("this is no line of a dump, or not in its place");
  if (file_ && !line->file) refuse("a piece of the file " + *file_ + " is missing");
  if (line->talar) take_head(*line->talar);
  if (line->event) take_event(*line->event, std::move(body));
  if (line->file) take_file(*line->file);
  if (line->ballot) take_ballot(*line->ballot);
  if (line->end) take_end(*line->end);
}

void Restorer::take_head(const DumpHead& head) {
  if (head.form != dump_form) refuse("a dump of form " + std::to_string(head.form) + " needs a newer Talar");
  if (head.meeting) refuse("these are the events of one meeting, not a whole dump");
  begun_ = true;
}

void Restorer::take_event(const DumpEvent& event, std::string body) {
  EventRow row{event.hall,    event.seq,  event.meeting, event.at.ms,    event.actor,
               event.command, event.type, event.v,       std::move(body)};
  const std::string place = "event " + std::to_string(row.seq) + " of hall " + row.hall.value;
  DumpedHall& head = found_.heads[row.hall];
  Chain& chain = heads_[row.hall];
  if (row.seq != head.seq + 1) refuse(place + " comes where " + std::to_string(head.seq + 1) + " is due");
  chain = next_chain(chain, row);
  head = {row.seq, chain_text(chain)};
  if (head.chain != event.chain) refuse("the chain of " + place + " does not fit: it or the one before was changed");
  insert_event(*sql_, row, chain);
  const Recorded recorded = from_row(row);
  archive_.write(row.hall, recorded, chain);
  if (witness_) witness_(row.hall, recorded, number_);
  ++found_.events;
}

void Restorer::take_file(const DumpFile& piece) {
  if (file_ && piece.digest != *file_) refuse("a piece of the file " + *file_ + " is missing");
  file_ = piece.digest;
  const auto bytes = from_base64(piece.bytes);
  if (!bytes) refuse("the bytes of the file " + piece.digest + " are not base64");
  bytes_ += *bytes;
  if (bytes_.size() > static_cast<std::size_t>(limits::attachment_bytes_max))
    refuse("the file " + piece.digest + " is larger than any that Talar keeps");
  if (!piece.last) return;
  if (file_digest(bytes_) != piece.digest) refuse("the bytes of the file " + piece.digest + " were changed");
  sql_->run("INSERT INTO file (digest, bytes) VALUES (?, ?)", piece.digest, BytesToKeep{bytes_});
  ++found_.files;
  file_.reset();
  bytes_.clear();
}

void Restorer::take_ballot(const DumpBallot& ballot) {
  const auto message = from_base64(ballot.message);
  const auto signature = from_base64(ballot.signature);
  if (!message || !signature) refuse("a ballot of the vote " + ballot.vote + " is not base64");
  sql_->run("INSERT INTO secret_ballot (vote, hash, message, signature) VALUES (?, ?, ?, ?)", ballot.vote,
            digest(*message), BytesToKeep{*message}, BytesToKeep{*signature});
  ++found_.ballots;
}

void Restorer::take_end(const DumpEnd& end) {
  if (to_json_text(end) != to_json_text(found_))
    refuse("the dump says " + to_json_text(end) + ", found was " + to_json_text(found_) + ": lines are missing");
  archive_.finish();
  ended_ = true;
}

}  // namespace

void remove_unfinished(const std::filesystem::path& database) {
  std::error_code ignored;
  for (const char* more : {"", "-wal", "-shm"}) std::filesystem::remove(database.string() + more, ignored);
}

DumpEnd restore(std::istream& from, const std::filesystem::path& database, const Witness& witness) {
  const bool existed = std::filesystem::exists(database);
  try {
    const Database empty(database, Access::owner);
    return Restorer(from, empty, witness).run();
  } catch (...) {
    if (!existed) remove_unfinished(database);
    throw;
  }
}

}  // namespace talar::storage
