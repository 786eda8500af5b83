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

bool may_change(const Record& record) {
  return record.state == RecordState::draft || record.state == RecordState::circulated;
}

Result<RecordPlace> record_in(const State& state, MeetingId id, const char* field) {
  if (const auto kept = state.records.find(id); kept != state.records.end()) return RecordPlace{id, kept->second};
  if (const auto past = state.past.find(id); past != state.past.end()) {
    if (past->second.state == closed) return refuse(RefusalCode::minutes_frozen, field);
    return with(refuse(RefusalCode::wrong_meeting_state), "state", past->second.state);
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

Record& record_of(State& state, MeetingId id) {
  if (const auto kept = state.records.find(id); kept != state.records.end()) return kept->second;
  return state.meetings.at(id).record;
}

}  // namespace talar::hall
