#include "server/hall/apply.hpp"
#include "server/hall/records.hpp"

namespace talar::hall {
namespace {

CorrectionProposal& waiting_correction(State& state, MeetingId meeting, CorrectionId id) {
  CorrectionProposal& correction = record_of(state, meeting).corrections.at(id);
  TALAR_ASSERT("REC-6", correction.state == CorrectionState::proposed);
  return correction;
}

void answer(CorrectionProposal& correction, CorrectionState outcome, Instant at) {
  correction.state = outcome;
  correction.decided_at = at;
}

}  // namespace

void apply_on(State& state, const Recorded&, const MinutesPublished& e) {
  if (const auto past = state.past.find(e.meeting); past != state.past.end()) {
    past->second.minutes_published = true;
  } else {
    state.meetings.at(e.meeting).minutes_published = true;
  }
}

void apply_on(State& state, const Recorded& recorded, const MinutesCirculated& e) {
  Record& record = record_of(state, e.meeting);
  TALAR_ASSERT("REC-3", may_change(record));
  record.state = RecordState::circulated;
  record.circulated_at = recorded.at;
  record.corrections_until = e.until;
}

void apply_on(State& state, const Recorded& recorded, const CorrectionProposed& e) {
  CorrectionProposal correction;
  correction.person = *recorded.actor.person;
  correction.at = recorded.at;
  correction.content = e.content;
  record_of(state, e.meeting).corrections.emplace(e.correction, std::move(correction));
}

void apply_on(State& state, const Recorded& recorded, const CorrectionWithdrawn& e) {
  answer(waiting_correction(state, e.meeting, e.correction), CorrectionState::withdrawn, recorded.at);
}

void apply_on(State& state, const Recorded& recorded, const CorrectionAccepted& e) {
  answer(waiting_correction(state, e.meeting, e.correction), CorrectionState::accepted, recorded.at);
}

void apply_on(State& state, const Recorded& recorded, const CorrectionDeclined& e) {
  CorrectionProposal& correction = waiting_correction(state, e.meeting, e.correction);
  answer(correction, CorrectionState::declined, recorded.at);
  correction.reason = e.reason;
}

void apply_on(State& state, const Recorded& recorded, const MinutesApproved& e) {
  Record& record = record_of(state, e.meeting);
  TALAR_ASSERT("REC-9", may_change(record) && state.current == e.in);
  record.state = RecordState::approved;
  record.approved_at = recorded.at;
  record.approved_in = e.in;
  record.approval_vote = e.vote;
  record.signers = e.signers;
  note(state.meetings.at(e.in), recorded);
}

void apply_on(State& state, const Recorded& recorded, const MinutesSigned& e) {
  Record& record = record_of(state, e.meeting);
  TALAR_ASSERT("REC-12", record.state == RecordState::approved);
  record.signatures.emplace(e.person, recorded.at);
  if (record.signatures.size() == record.signers.size()) record.state = RecordState::signed_;
}

void apply_on(State& state, const Recorded& recorded, const MinutesSealed& e) {
  Record& record = record_of(state, e.meeting);
  record.state = RecordState::sealed;
  record.sealed_at = recorded.at;
  record.seal = e.seal;
}

void apply_on(State& state, const Recorded&, const AddendumAppended& e) {
  const auto kept = state.records.find(e.meeting);
  ++(kept != state.records.end() ? kept->second.addenda : state.past.at(e.meeting).addenda);
}

}  // namespace talar::hall
