// Minutes come up for approval in an item of a later meeting.
#include <algorithm>

#include "server/hall/agenda_end.hpp"
#include "server/hall/persian.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

/// The last meeting that has opened.
std::optional<RecordPlace> last_record(const State& state) {
  if (state.current) {
    const Meeting& meeting = state.meetings.at(*state.current);
    if (meeting.opened_at) return RecordPlace{*state.current, meeting.record};
  }
  if (state.records.empty()) return std::nullopt;
  const auto when = [](const auto& entry) { return std::pair(entry.second.term, entry.second.number); };
  const auto last = std::ranges::max_element(state.records, {}, when);
  return RecordPlace{last->first, last->second};
}

/// Something at hand that is not finished approves these minutes already.
bool is_on_an_agenda(const State& state, MeetingId minutes) {
  return std::ranges::any_of(state.meetings, [minutes](const auto& meeting) {
    return std::ranges::any_of(meeting.second.items, [minutes](const auto& entry) {
      const Item& item = entry.second;
      return item.content.approves == minutes && item.state != ItemState::done && item.state != ItemState::withdrawn;
    });
  });
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

void add_approval(AgendaEnd& agenda, const State& state) {
  const auto last = last_record(state);
  if (!last || !may_change(last->record) || is_on_an_agenda(state, last->meeting_id)) return;
  ItemContent content;
  content.title = "تصویب صورتجلسهٔ جلسهٔ " + persian(last->record.number);
  content.kind = ItemKind::decision;
  content.approves = last->meeting_id;
  agenda.add(std::nullopt, std::move(content), ItemOrigin{OriginKind::minutes, {}, {}, {}, {}});
}

}  // namespace talar::hall
