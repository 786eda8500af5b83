#include <algorithm>

#include "protocol/tehran.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum RecordState;

std::int64_t open_corrections(const Record& record) {
  return std::ranges::count_if(record.corrections,
                               [](const auto& c) { return c.second.state == CorrectionState::proposed; });
}

/// REC-11: those of them who are still of the hall, in the order of the roster.
List<PersonId, limits::members> signers_of(const State& state, const Record& record) {
  std::vector<std::pair<std::int64_t, PersonId>> members;
  for (const auto& [person, enrolled] : state.members)
    if (record.present.contains(person)) members.emplace_back(enrolled.order, person);
  std::ranges::sort(members);
  List<PersonId, limits::members> signers;
  for (const auto& [order, person] : members) signers.push_back(person);
  return signers;
}

}  // namespace

/// Long after the meeting too: minutes are often approved in the next one.
Decision decide_on(const Asking& a, const PublishMinutes& c) {
  PastMeeting meeting;
  if (const auto past = a.state.past.find(c.meeting); past != a.state.past.end()) {
    meeting = past->second;
  } else if (const auto held = a.state.meetings.find(c.meeting); held != a.state.meetings.end()) {
    meeting = {held->second.state, held->second.minutes_published};
  } else {
    return refuse(RefusalCode::no_such_meeting, "meeting");
  }
  if (meeting.state != MeetingState::closed) {
    return with(refuse(RefusalCode::wrong_meeting_state), "state", meeting.state);
  }
  if (meeting.minutes_published) return refuse(RefusalCode::minutes_already_published);
  return Events{MinutesPublished{c.meeting}};
}

Decision decide_on(const Asking& a, const CirculateMinutes& c) {
  const auto place = ended_record(a.state, c.meeting);
  if (!place) return place.error();
  if (!may_change(place->record)) return wrong_state(place->record);
  if (c.until && *c.until < tehran::day_of(a.now())) {
    return refuse(RefusalCode::out_of_bounds, "until", "today or a later day");
  }
  return Events{MinutesCirculated{c.meeting, c.until}};
}

Decision decide_on(const Asking& a, const ApproveMinutes& c) {
  const auto place = ended_record(a.state, c.meeting);
  if (!place) return place.error();
  if (!may_change(place->record)) return wrong_state(place->record);
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (floor->item.content.approves != c.meeting) return refuse(RefusalCode::not_up_for_approval, "meeting");
  if (floor->meeting.open_vote) return refuse(RefusalCode::vote_open);
  if (const auto open = open_corrections(place->record); open > 0) {
    return with(refuse(RefusalCode::corrections_open), "open", open);
  }
  if (c.vote) {
    if (auto refusal = not_adopted(floor->meeting, floor->item_id, *c.vote, "vote")) return *refusal;
  }
  return Events{
      MinutesApproved{c.meeting, floor->meeting_id, floor->item_id, c.vote, signers_of(a.state, place->record)}};
}

Decision decide_on(const Asking& a, const SignMinutes& c) {
  const auto place = ended_record(a.state, c.meeting);
  if (!place) return place.error();
  const Record& record = place->record;
  if (may_change(record)) return wrong_state(record);
  if (std::ranges::count(record.signers, a.person()) == 0) return refuse(RefusalCode::not_a_signer);
  if (record.signatures.contains(a.person())) return refuse(RefusalCode::already_signed);
  if (record.state != approved) return wrong_state(record);
  return Events{MinutesSigned{c.meeting, a.person()}};
}

Decision decide_on(const Asking& a, const SealMinutes& c) {
  const auto place = ended_record(a.state, c.meeting);
  if (!place) return place.error();
  const Record& record = place->record;
  if (record.state != approved && record.state != signed_) return wrong_state(record);
  const std::size_t missing = record.signers.size() - record.signatures.size();
  if (missing > 0 && !c.reason) return with(refuse(RefusalCode::signatures_missing, "reason"), "missing", missing);
  if (missing == 0 && c.reason) return refuse(RefusalCode::reason_not_expected, "reason");
  if (c.seal.seq.value != record.seq) return refuse(RefusalCode::record_changed);
  return Events{MinutesSealed{c.meeting, c.seal, c.reason}};
}

/// To a record that is not at hand any more, too.
Decision decide_on(const Asking& a, const AppendAddendum& c) {
  std::int64_t addenda = 0;
  const auto past = a.state.past.find(c.meeting);
  if (past != a.state.past.end() && !may_change(past->second.record)) {
    addenda = past->second.addenda;
  } else {
    const auto place = ended_record(a.state, c.meeting);
    if (!place) return place.error();
    if (may_change(place->record)) return wrong_state(place->record);
    addenda = place->record.addenda;
  }
  if (addenda >= static_cast<std::int64_t>(limits::addenda)) {
    return with(refuse(RefusalCode::too_many_addenda), "max", limits::addenda);
  }
  return Events{AddendumAppended{c.meeting, c.text}};
}

}  // namespace talar::hall
