#include "storage/archive_life.hpp"

#include "storage/json_column.hpp"

namespace talar::storage {

namespace {

/// Whether the asker may read why; to those outside it is told where the record says it anyway.
bool tells_reason(EntryKind kind, Sight sight) {
  switch (kind) {
    case EntryKind::absence_excused:
    case EntryKind::absence_unexcused:
      return sight.excuses;
    case EntryKind::recused:
    case EntryKind::closed_part_begun:
    case EntryKind::queue_changed:
    case EntryKind::report_received:
      return sight.everything;
    default:
      return true;
  }
}

std::vector<RecordCorrection> find_corrections(Sql& sql, MeetingId meeting) {
  std::vector<RecordCorrection> corrections;
  Rows rows = sql.query(
      "SELECT correction, person, at, content, state, decided_at, reason FROM record_correction WHERE meeting = ? "
      "ORDER BY seq",
      meeting);
  while (rows.next()) {
    RecordCorrection& found = corrections.emplace_back();
    CorrectionProposal& proposal = found.proposal;
    std::optional<std::string> content;
    rows.into(found.correction, proposal.person, proposal.at, content, proposal.state, proposal.decided_at,
              proposal.reason);
    proposal.content = from_json<CorrectionContent>(content).value();
  }
  return corrections;
}

}  // namespace

std::vector<RecordEntry> find_entries(Sql& sql, MeetingId meeting, Sight sight) {
  std::vector<RecordEntry> entries;
  // Of an item that was removed nobody can say any more whether it was closed.
  Rows rows = sql.query(
      "SELECT e.seq, e.kind, e.at, e.item, e.person, e.other, e.speech, e.stance, e.spoken, e.vote, e.resolution, "
      "e.reason, e.about, e.hidden, e.note FROM minutes_entry e LEFT JOIN agenda_item i USING (item) "
      "WHERE (?1 OR e.item IS NULL OR NOT coalesce(i.closed, 1)) AND e.meeting = ?2 AND (?3 OR NOT e.hidden) "
      "ORDER BY e.seq",
      sight.everything, meeting, sight.hidden);
  while (rows.next()) {
    auto& [seq, entry] = entries.emplace_back();
    rows.into(seq, entry.kind, entry.at, entry.item, entry.person, entry.other, entry.speech, entry.stance,
              entry.spoken, entry.vote, entry.resolution, entry.reason, entry.meeting, entry.hidden, entry.note);
    if (!tells_reason(entry.kind, sight)) entry.reason.reset();
    // The gaps between them tell how much happened that others do not see.
    if (!sight.everything) seq = static_cast<std::int64_t>(entries.size());
  }
  return entries;
}

RecordLife find_life(Sql& sql, MeetingId meeting, Sight sight) {
  RecordLife life;
  std::optional<std::string> seal;
  sql.first(
      "SELECT m.record, m.circulated_at, m.corrections_until, m.approved_at, m.approved_in, a.number, m.approval_vote, "
      "m.sealed_at, m.seal, m.seal_reason FROM meeting m LEFT JOIN meeting a ON a.meeting = m.approved_in "
      "WHERE m.meeting = ?",
      std::tuple{meeting}, life.state, life.circulated_at, life.corrections_until, life.approved_at, life.approved_in,
      life.approved_number, life.approval_vote, life.sealed_at, seal, life.reason);
  life.seal = from_json<Seal>(seal);
  if (sight.everything) life.corrections = find_corrections(sql, meeting);
  Rows signatures = sql.query("SELECT person, at FROM record_signature WHERE meeting = ? ORDER BY ordinal", meeting);
  while (signatures.next()) {
    RecordSignature& signature = life.signatures.emplace_back();
    signatures.into(signature.person, signature.at);
  }
  Rows addenda = sql.query("SELECT at, person, text FROM record_addendum WHERE meeting = ? ORDER BY seq", meeting);
  while (addenda.next()) {
    RecordAddendum& addendum = life.addenda.emplace_back();
    addenda.into(addendum.at, addendum.by, addendum.text);
  }
  return life;
}

}  // namespace talar::storage
