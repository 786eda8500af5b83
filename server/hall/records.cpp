#include "server/hall/records.hpp"

#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

constexpr States on_record{convened, open, recess, closed};

const MinutesText& text_of(const Record& record, ItemId item) {
  static const MinutesText nothing;
  const auto found = record.texts.find(item);
  return found == record.texts.end() ? nothing : found->second;
}

}  // namespace

bool may_change(RecordState state) {
  return state == RecordState::draft || state == RecordState::circulated;
}

bool may_change(const Record& record) {
  return may_change(record.state);
}

Result<RecordPlace> record_in(const State& state, MeetingId id, const char* field) {
  if (const auto kept = state.records.find(id); kept != state.records.end()) return RecordPlace{id, kept->second};
  if (const auto past = state.past.find(id); past != state.past.end()) {
    if (past->second.state != closed) return with(refuse(RefusalCode::wrong_meeting_state), "state", past->second.state);
    if (!may_change(past->second.record)) return refuse(RefusalCode::minutes_frozen, field);
    return refuse(RefusalCode::no_such_meeting, field, "a meeting whose record is at hand");
  }
  const auto place = meeting_in(state, id, on_record, field);
  if (!place) return place.error();
  return RecordPlace{id, place->meeting.record};
}

Result<RecordPlace> changing_record_in(const State& state, MeetingId id, const char* field) {
  const auto place = record_in(state, id, field);
  if (place && !may_change(place->record)) return refuse(RefusalCode::minutes_frozen, field);
  return place;
}

Result<TextPlace> text_in(const State& state, ItemId item, const char* field) {
  for (const auto& [id, record] : state.records) {
    if (!record.texts.contains(item)) continue;
    if (!may_change(record)) return refuse(RefusalCode::minutes_frozen, field);
    return TextPlace{id, record, text_of(record, item)};
  }
  const auto place = item_in(state, item, on_record, field);
  if (!place) return place.error();
  return TextPlace{place->meeting_id, place->meeting.record, text_of(place->meeting.record, item)};
}

Result<ResolutionPlace> resolution_in(const State& state, ResolutionId id, const char* field) {
  for (const auto& [meeting, record] : state.records) {
    const auto found = record.resolutions.find(id);
    if (found == record.resolutions.end()) continue;
    if (!may_change(record)) return refuse(RefusalCode::minutes_frozen, field);
    if (found->second.void_reason) return refuse(RefusalCode::no_such_resolution, field);
    return ResolutionPlace{meeting, found->second};
  }
  const auto place = current_in(state, {open, recess, closed});
  if (!place) return place.error();
  const auto found = place->meeting.record.resolutions.find(id);
  if (found == place->meeting.record.resolutions.end() || found->second.void_reason) {
    return refuse(RefusalCode::no_such_resolution, field);
  }
  return ResolutionPlace{place->meeting_id, found->second};
}

Refusal too_long(std::string field) {
  const std::string max = std::to_string(limits::minutes_chars);
  Refusal refusal = refuse(RefusalCode::out_of_bounds, std::move(field), "a text of at most " + max + " characters");
  refusal.args = {{"of", "text"}, {"min", "0"}, {"max", max}};
  return refusal;
}

Record& record_of(State& state, MeetingId id) {
  if (const auto kept = state.records.find(id); kept != state.records.end()) return kept->second;
  return state.meetings.at(id).record;
}

}  // namespace talar::hall
