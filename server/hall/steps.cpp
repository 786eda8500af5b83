#include "server/hall/steps.hpp"

#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/queue.hpp"

namespace talar::hall {

Millis elapsed(Instant from, Instant until) {
  return std::max(until - from, Millis{});
}

Millis spoken(const Turn& turn, Instant now) {
  return std::max(elapsed(turn.started_at, turn.paused_at.value_or(now)) - turn.paused_total, Millis{});
}

TurnEnded ended(const MeetingPlace& place, const Turn& turn, Instant now) {
  return {place.meeting_id, *place.meeting.active_item, turn.request, turn.person,
          turn.kind,        spoken(turn, now),          turn.limit};
}

void resume_interrupted(Events& events, const MeetingPlace& place) {
  const Meeting& meeting = place.meeting;
  if (!meeting.interrupted || !meeting.goes_on || meeting.open_vote || meeting.state != MeetingState::open) return;
  events.push_back(TurnResumed{place.meeting_id, *meeting.active_item, meeting.interrupted->request});
}

void end_turn(Events& events, const MeetingPlace& place, Instant now) {
  if (!place.meeting.turn) return;
  events.push_back(ended(place, *place.meeting.turn, now));
  resume_interrupted(events, place);
}

void end_turns(Events& events, const MeetingPlace& place, Instant now) {
  for (const auto& turn : {place.meeting.turn, place.meeting.interrupted})
    if (turn) events.push_back(ended(place, *turn, now));
}

void pause_turn(Events& events, const MeetingPlace& place) {
  const auto& turn = place.meeting.turn;
  if (!turn || turn->paused_at) return;
  events.push_back(TurnPaused{place.meeting_id, *place.meeting.active_item, turn->request});
}

void end_item(Events& events, const MeetingPlace& place, ItemId id, ItemState outcome, std::optional<Reason> reason,
              Instant now) {
  const Item& item = place.meeting.items.at(id);
  Millis spent = item.spent;
  if (item.state == ItemState::active) end_turns(events, place, now);
  if (item.running_since) spent = spent + elapsed(*item.running_since, now);
  events.push_back(ItemEnded{place.meeting_id, id, outcome, spent, std::move(reason), {}});
}

void end_active_item(Events& events, const MeetingPlace& place, Instant now) {
  if (place.meeting.active_item) end_item(events, place, *place.meeting.active_item, ItemState::done, {}, now);
}

void close_item(Events& events, const MeetingPlace& place, ItemId item) {
  if (is_closed(place.meeting, item)) return;
  ItemContent content = place.meeting.items.at(item).content;
  content.confidential = true;
  events.push_back(ItemEdited{place.meeting_id, item, std::move(content)});
}

void leave_floor(Events& events, const MeetingPlace& place, ItemId id, PersonId person, Instant now) {
  const Meeting& meeting = place.meeting;
  if (meeting.active_item == id) {
    if (meeting.turn && meeting.turn->person == person) end_turn(events, place, now);
    if (meeting.interrupted && meeting.interrupted->person == person) {
      events.push_back(ended(place, *meeting.interrupted, now));
    }
  }
  if (const auto request = waiting_request_of(meeting.items.at(id), person)) {
    events.push_back(RequestWithdrawn{place.meeting_id, id, *request});
  }
}

void leave_floor_below(Events& events, const MeetingPlace& place, ItemId id, PersonId person, Instant now) {
  leave_floor(events, place, id, person, now);
  for (const ItemId part : level_below(place.meeting, id)) leave_floor_below(events, place, part, person, now);
}

void depart(Events& events, const MeetingPlace& place, PersonId person, Instant now) {
  for (const auto& [id, item] : place.meeting.items) leave_floor(events, place, id, person, now);
  events.push_back(MemberDeparted{place.meeting_id, person});
}

}  // namespace talar::hall
