#include "server/hall/record_life.hpp"

#include <algorithm>
#include <tuple>

#include "server/hall/agenda.hpp"
#include "server/hall/assert.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum RecordState;

/// REC-1: what is done with goes before what waits for signatures, and that before what is not approved.
int worth(const Record& record) {
  if (record.state == sealed) return 0;
  return may_change(record) ? 2 : 1;
}

/// The one that goes for another.
auto least(std::map<MeetingId, Record>& records) {
  const auto rank = [](const auto& entry) {
    const Record& record = entry.second;
    return std::tuple(worth(record), record.term, record.number);
  };
  return std::ranges::min_element(records, {}, rank);
}

bool is_too_many(const std::map<MeetingId, Record>& records) {
  if (records.size() <= limits::records) return false;
  const auto is_sealed = [](const auto& entry) { return entry.second.state == sealed; };
  return records.size() > unsealed_records || std::ranges::any_of(records, is_sealed);
}

void forget(State& state, std::map<MeetingId, Record>::iterator record) {
  PastMeeting& past = state.past.at(record->first);
  past.record = record->second.state;
  past.addenda = record->second.addenda;
  state.records.erase(record);
}

void check_record(const Record& record) {
  const bool is_approved = !may_change(record);
  TALAR_ASSERT("REC-2", record.state == draft || is_approved || record.circulated_at);
  TALAR_ASSERT("REC-2", record.circulated_at || record.corrections.empty());
  TALAR_ASSERT("REC-5", record.corrections.size() <= limits::corrections);
  for (const auto& [id, correction] : record.corrections) {
    TALAR_ASSERT("REC-6", correction.decided_at.has_value() == (correction.state != CorrectionState::proposed));
    TALAR_ASSERT("REC-9", !is_approved || correction.state != CorrectionState::proposed);
  }
  TALAR_ASSERT("REC-9", record.approved_at.has_value() == is_approved && record.approved_in.has_value() == is_approved);
  TALAR_ASSERT("REC-11", is_approved || record.signers.empty());
  for (const PersonId signer : record.signers) TALAR_ASSERT("REC-11", record.present.contains(signer));
  for (const auto& [person, at] : record.signatures)
    TALAR_ASSERT("REC-12", std::ranges::count(record.signers, person) == 1);
  const bool is_whole = record.signatures.size() == record.signers.size();
  TALAR_ASSERT("REC-12", record.state != signed_ || is_whole);
  TALAR_ASSERT("REC-12", record.state != approved || !is_whole || record.signers.empty());
  TALAR_ASSERT("REC-13", record.seal.has_value() == (record.state == sealed));
  TALAR_ASSERT("REC-14", !record.seal || record.seal->seq.value < record.seq);
  TALAR_ASSERT("REC-15", record.addenda == 0 || is_approved);
  TALAR_ASSERT("REC-15", record.addenda <= static_cast<std::int64_t>(limits::addenda));
}

}  // namespace

std::set<PersonId> who_was_there(const State& state, const Meeting& meeting) {
  std::set<PersonId> present;
  for (const auto& [person, attendance] : meeting.attendance) {
    const Seat seat = state.members.at(person).member.seat;
    if (attendance.arrived_at && seat != Seat::guest && seat != Seat::secretary) present.insert(person);
  }
  return present;
}

void keep_record(State& state, MeetingId id, Meeting& meeting) {
  for (auto& [resolution, task] : state.tasks)
    if (task.meeting == id) task.closed = is_closed(meeting, task.item);
  Record& record = state.records.emplace(id, std::move(meeting.record)).first->second;
  for (const auto& [item, content] : meeting.items) record.texts.try_emplace(item);
  while (is_too_many(state.records)) forget(state, least(state.records));
}

Result<RecordPlace> ended_record(const State& state, MeetingId id) {
  const auto found = state.meetings.find(id);
  if (found != state.meetings.end() && found->second.state != MeetingState::closed) {
    return with(refuse(RefusalCode::wrong_meeting_state), "state", found->second.state);
  }
  return record_in(state, id);
}

Refusal wrong_state(const Record& record) {
  return with(refuse(RefusalCode::wrong_record_state), "state", record.state);
}

std::optional<Refusal> not_adopted(const Meeting& meeting, ItemId item, VoteId id, const char* field) {
  const auto found = meeting.votes.find(id);
  const bool is_here = found != meeting.votes.end() && found->second.item == item;
  if (!is_here && meeting.items.at(item).decided_by != id) return refuse(RefusalCode::no_such_vote, field);
  const Vote& vote = found->second;
  if (vote.state == VoteState::closed && vote.result->outcome == Outcome::adopted) return std::nullopt;
  return refuse(RefusalCode::vote_not_adopted, field);
}

std::map<MeetingId, RecordView> view_records(const State& state, const std::set<MeetingId>* only) {
  std::map<MeetingId, RecordView> views;
  const auto add = [&](MeetingId id, const Record& r) {
    if (only && !only->contains(id)) return;
    views.emplace(id, RecordView{r.number, r.term, r.state, r.circulated_at, r.corrections_until, r.corrections,
                                 r.approved_at, r.approved_in, r.signers, r.signatures, r.sealed_at, r.seal});
  };
  for (const auto& [id, record] : state.records) add(id, record);
  if (!state.current) return views;
  const Meeting& current = state.meetings.at(*state.current);
  if (current.state != MeetingState::not_held) add(*state.current, current.record);
  return views;
}

void check_records(const State& state) {
  TALAR_ASSERT("REC-1", state.records.size() <= unsealed_records);
  for (const auto& [id, record] : state.records) {
    TALAR_ASSERT("REC-1", state.past.contains(id) && !state.meetings.contains(id));
    TALAR_ASSERT("REC-14", record.seq <= state.seq);
    check_record(record);
  }
  for (const auto& [id, meeting] : state.meetings) {
    TALAR_ASSERT("REC-9", may_change(meeting.record));
    TALAR_ASSERT("REC-3", meeting.record.state == draft || meeting.state == MeetingState::closed);
    check_record(meeting.record);
  }
}

}  // namespace talar::hall
