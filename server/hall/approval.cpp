// Minutes come up for approval in an item of a later meeting.
#include <algorithm>

#include "server/hall/agenda_end.hpp"
#include "server/hall/persian.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using MeetingNumber = std::pair<std::int64_t, std::int64_t>;  // its term before it

/// Something at hand that is not finished approves these minutes already.
bool is_on_an_agenda(const State& state, MeetingId minutes) {
  return std::ranges::any_of(state.meetings, [minutes](const auto& meeting) {
    return std::ranges::any_of(meeting.second.items, [minutes](const auto& entry) {
      const Item& item = entry.second;
      return item.content.approves == minutes && item.state != ItemState::done && item.state != ItemState::withdrawn;
    });
  });
}

/// That nothing approves yet, in the order of their meetings: of those that have opened.
std::map<MeetingNumber, RecordPlace> waiting_records(const State& state) {
  std::map<MeetingNumber, RecordPlace> waiting;
  const auto add = [&](MeetingId id, const Record& record) {
    if (!may_change(record) || is_on_an_agenda(state, id)) return;
    waiting.emplace(MeetingNumber(record.term, record.number), RecordPlace{id, record});
  };
  for (const auto& [id, record] : state.records) add(id, record);
  if (!state.current) return waiting;
  const Meeting& current = state.meetings.at(*state.current);
  if (current.opened_at) add(*state.current, current.record);
  return waiting;
}

}  // namespace

std::optional<Refusal> unfit_for_approval(const State& state, MeetingId of, MeetingId minutes) {
  constexpr const char* field = "content.approves";
  if (of == minutes) return refuse(RefusalCode::no_such_meeting, field, "an earlier meeting");
  const auto place = record_in(state, minutes, field);
  if (!place) return place.error();
  const auto at_hand = state.meetings.find(minutes);
  if (at_hand != state.meetings.end() && !at_hand->second.opened_at) {
    return with(refuse(RefusalCode::wrong_meeting_state, field), "state", at_hand->second.state);
  }
  if (may_change(place->record)) return std::nullopt;
  return with(refuse(RefusalCode::wrong_record_state, field), "state", place->record.state);
}

void add_approvals(AgendaEnd& agenda, const State& state) {
  for (const auto& [when, place] : waiting_records(state)) {
    ItemContent content;
    content.title = "تصویب صورتجلسهٔ جلسهٔ " + persian(place.record.number);
    content.kind = ItemKind::decision;
    content.approves = place.meeting_id;
    agenda.add(std::nullopt, std::move(content), ItemOrigin{OriginKind::minutes, {}, {}, {}, {}});
  }
}

}  // namespace talar::hall
