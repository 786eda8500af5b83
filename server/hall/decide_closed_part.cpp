#include "server/hall/agenda.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking& a, const BeginClosedPart& c) {
  const auto place = current_in(a.state, {MeetingState::open, MeetingState::recess});
  if (!place) return place.error();
  const auto& [meeting_id, meeting] = *place;
  if (meeting.closed_since) return refuse(RefusalCode::closed_part_running);
  if (meeting.open_vote && !is_closed(meeting, meeting.active_item)) return refuse(RefusalCode::vote_open);
  Events events;
  if (meeting.active_item) close_item(events, *place, *meeting.active_item);
  events.push_back(ClosedPartBegun{meeting_id, c.reason});
  return events;
}

Decision decide_on(const Asking& a, const EndClosedPart&) {
  const auto place = current_in(a.state, {MeetingState::open, MeetingState::recess});
  if (!place) return place.error();
  if (!place->meeting.closed_since) return refuse(RefusalCode::no_closed_part);
  return Events{ClosedPartEnded{place->meeting_id}};
}

}  // namespace talar::hall
