// The life of the record.
#include "protocol/codec.hpp"
#include "storage/projection.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

namespace {

void set_state(const Projection& p, MeetingId meeting, RecordState state) {
  p.sql.run("UPDATE meeting SET record = ? WHERE meeting = ?", state, meeting);
}

void decide(const Projection& p, MeetingId meeting, CorrectionId correction, CorrectionState state,
            const std::optional<Reason>& reason = {}) {
  p.sql.run("UPDATE record_correction SET state = ?, decided_at = ?, reason = ? WHERE meeting = ? AND correction = ?",
            state, p.recorded.at, reason, meeting, correction);
}

}  // namespace

void Projection::operator()(const MinutesPublished& e) const {
  sql.run("UPDATE meeting SET published = 1 WHERE meeting = ?", e.meeting);
}

void Projection::operator()(const MinutesCirculated& e) const {
  set_state(*this, e.meeting, RecordState::circulated);
  sql.run("UPDATE meeting SET circulated_at = ?, corrections_until = ? WHERE meeting = ?", recorded.at, e.until,
          e.meeting);
}

void Projection::operator()(const CorrectionProposed& e) const {
  sql.run("INSERT INTO record_correction (meeting, seq, correction, person, at, content) VALUES (?, ?, ?, ?, ?, ?)",
          e.meeting, recorded.seq, e.correction, recorded.actor.person, recorded.at, to_json_text(e.content));
}

void Projection::operator()(const CorrectionWithdrawn& e) const {
  decide(*this, e.meeting, e.correction, CorrectionState::withdrawn);
}

void Projection::operator()(const CorrectionAccepted& e) const {
  decide(*this, e.meeting, e.correction, CorrectionState::accepted);
}

void Projection::operator()(const CorrectionDeclined& e) const {
  decide(*this, e.meeting, e.correction, CorrectionState::declined, e.reason);
}

void Projection::operator()(const MinutesApproved& e) const {
  set_state(*this, e.meeting, RecordState::approved);
  sql.run("UPDATE meeting SET approved_at = ?, approved_in = ?, approval_vote = ? WHERE meeting = ?", recorded.at, e.in,
          e.vote, e.meeting);
  std::int64_t ordinal = 0;
  for (const PersonId person : e.signers)
    sql.run("INSERT INTO record_signature (meeting, ordinal, person) VALUES (?, ?, ?)", e.meeting, ordinal++, person);
}

void Projection::operator()(const MinutesSigned& e) const {
  sql.run("UPDATE record_signature SET at = ? WHERE meeting = ? AND person = ?", recorded.at, e.meeting, e.person);
  std::int64_t missing = 0;
  sql.first("SELECT count(*) FROM record_signature WHERE meeting = ? AND at IS NULL", std::tuple{e.meeting}, missing);
  if (missing == 0) set_state(*this, e.meeting, RecordState::signed_);
}

void Projection::operator()(const MinutesSealed& e) const {
  set_state(*this, e.meeting, RecordState::sealed);
  sql.run("UPDATE meeting SET sealed_at = ?, seal = ?, seal_reason = ? WHERE meeting = ?", recorded.at,
          to_json_text(e.seal), e.reason, e.meeting);
}

void Projection::operator()(const AddendumAppended& e) const {
  sql.run("INSERT INTO record_addendum (meeting, seq, at, person, text) VALUES (?, ?, ?, ?, ?)", e.meeting,
          recorded.seq, recorded.at, recorded.actor.person, e.text);
  search_for(sql, {.kind = HitKind::addendum, .meeting = e.meeting, .step = recorded.seq}, e.text);
}

}  // namespace talar::storage
