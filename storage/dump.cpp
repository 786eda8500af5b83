#include "storage/dump.hpp"

#include <ostream>
#include <set>

#include "protocol/base64.hpp"
#include "protocol/codec.hpp"
#include "storage/event_table.hpp"
#include "storage/file_bytes.hpp"
#include "storage/secrets.hpp"

namespace talar::storage {

namespace {

class Dumper {
 public:
  Dumper(const Database& database, std::ostream& to)
      : sql_(database.connect_to_read()), snapshot_(*sql_, Transaction::Kind::read), to_(to) {}

  DumpEnd everything() {
    refuse_while_voting_in_secret();
    write({.talar = DumpHead()});
    write_events(sql_->query(events_of_all));
    write_files();
    write_ballots();
    write({.end = end_});
    return std::move(end_);
  }

  std::optional<DumpEnd> meeting(const HallId& hall, MeetingId meeting) {
    std::int64_t known = 0;
    if (!sql_->first("SELECT 1 FROM meeting WHERE hall = ? AND meeting = ?", std::tuple{hall, meeting}, known))
      return std::nullopt;
    write({.talar = DumpHead{dump_form, hall, meeting.text()}});
    const std::set<std::int64_t> nobodys = nobodys_ballots(meeting);
    Rows rows = sql_->query(events_of_meeting, hall, meeting);
    EventRow row;
    for (Chain chain; next_event(rows, row, chain);) {
      if (nobodys.contains(row.seq)) continue;
      write_event(row, chain);
      ++end_.events;
    }
    write({.end = end_});
    return std::move(end_);
  }

 private:
  void refuse_while_voting_in_secret();
  void write(const DumpLine& line) { to_ << to_json_text(line) << '\n'; }
  std::set<std::int64_t> nobodys_ballots(MeetingId meeting);
  void write_event(const EventRow& row, const Chain& chain);
  void write_events(Rows rows);
  void write_file(const std::string& digest, std::string_view bytes);
  void write_files();
  void write_ballots();

  std::unique_ptr<Sql> sql_;
  Transaction snapshot_;
  std::ostream& to_;
  DumpEnd end_;
};

/// Restored, it would be counted without a single ballot.
void Dumper::refuse_while_voting_in_secret() {
  Rows rows = sql_->query(
      "SELECT m.hall, m.number, v.question FROM vote v JOIN agenda_item i USING (item) JOIN meeting m USING (meeting) "
      "WHERE v.ballot_key IS NOT NULL AND v.state NOT IN ('closed', 'voided') ORDER BY m.hall LIMIT 1");
  if (!rows.next()) return;
  HallId hall;
  std::int64_t number = 0;
  std::string question;
  rows.into(hall, number, question);
  throw StorageError("a secret vote is under way in meeting " + std::to_string(number) + " of hall " + hall.value +
                         ": \"" + question +
                         "\". A dump has neither the ballots of an open vote nor the key to count them: wait until it "
                         "is counted, or void it (`talar backup` copies everything at any time)",
                     StorageError::Outcome::refused);
}

/// What was cast in votes that never had a result.
std::set<std::int64_t> Dumper::nobodys_ballots(MeetingId meeting) {
  std::set<std::int64_t> seqs;
  Rows rows = sql_->query(
      "SELECT e.seq FROM event e JOIN vote v ON v.vote = e.body ->> '$.vote' WHERE e.meeting = ? "
      "AND e.type IN ('ballot_cast', 'hands_counted', 'ballot_issued', 'turnout_noted') AND v.result IS NULL",
      meeting);
  for (std::int64_t seq = 0; rows.next(); seqs.insert(seq)) rows.into(seq);
  return seqs;
}

void Dumper::write_event(const EventRow& row, const Chain& chain) {
  std::string line =
      to_json_text(DumpLine{.event = DumpEvent{row.hall, row.seq, Instant{row.at}, row.meeting, row.actor, row.command,
                                               row.type, row.v, chain_text(chain)}});
  line.resize(line.size() - 2);  // both braces, until the body is in
  to_ << line << ",\"body\":" << row.body << "}}\n";
}

void Dumper::write_events(Rows rows) {
  std::map<HallId, Chain> heads;
  EventRow row;
  for (Chain chain; next_event(rows, row, chain); ++end_.events) {
    Chain& head = heads[row.hall];
    if (row.seq != end_.heads[row.hall].seq + 1 || next_chain(head, row) != chain)
      throw StorageError("event " + std::to_string(row.seq) + " of hall " + row.hall.value +
                             " does not follow from the one before it: see `talar verify`",
                         StorageError::Outcome::refused);
    head = chain;
    end_.heads[row.hall] = {row.seq, chain_text(chain)};
    write_event(row, chain);
  }
}

void Dumper::write_file(const std::string& digest, std::string_view bytes) {
  do {
    const std::string_view piece = bytes.substr(0, dump_piece_bytes);
    bytes.remove_prefix(piece.size());
    write({.file = DumpFile{digest, bytes.empty(), to_base64(piece)}});
  } while (!bytes.empty());
}

void Dumper::write_files() {
  Rows rows =
      sql_->query("SELECT digest, bytes FROM file WHERE digest IN (SELECT digest FROM attachment) ORDER BY digest");
  std::string digest;
  for (KeptBytes kept; rows.next(); ++end_.files) {
    rows.into(digest, kept);
    write_file(digest, kept.bytes);
  }
}

void Dumper::write_ballots() {
  Rows rows = sql_->query(
      "SELECT b.vote, b.message, b.signature FROM secret_ballot b JOIN vote v USING (vote) WHERE v.secret IS NOT NULL "
      "ORDER BY b.vote, b.hash");
  std::string vote;
  KeptBytes message;
  for (KeptBytes signature; rows.next(); ++end_.ballots) {
    rows.into(vote, message, signature);
    write({.ballot = DumpBallot{vote, to_base64(message.bytes), to_base64(signature.bytes)}});
  }
}

}  // namespace

DumpEnd dump(const Database& database, std::ostream& to) {
  return Dumper(database, to).everything();
}

std::optional<DumpEnd> dump_meeting(const Database& database, const HallId& hall, MeetingId meeting, std::ostream& to) {
  return Dumper(database, to).meeting(hall, meeting);
}

}  // namespace talar::storage
