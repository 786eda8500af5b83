#include "server/hall/decide.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/queue.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

struct TurnPlace {
  ItemPlace floor;
  const Turn& turn;
};

Result<TurnPlace> running_turn(const State& state) {
  const auto floor = floor_of(state);
  if (!floor) return floor.error();
  if (!floor->meeting.turn) return refuse(RefusalCode::nobody_speaking);
  return TurnPlace{*floor, *floor->meeting.turn};
}

Millis limit_of(const Charter& charter, SpeechKind kind) {
  switch (kind) {
    case SpeechKind::speech:
      return {charter.speech_seconds * 1000};
    case SpeechKind::question:
      return {charter.floor->question_seconds * 1000};
    case SpeechKind::presentation:
      return {charter.floor->presentation_seconds * 1000};
    case SpeechKind::reply:
      return {charter.reply_seconds * 1000};
    case SpeechKind::point_of_order:
      return {charter.point_of_order_seconds * 1000};
  }
  return {};
}

Decision start_turn(const Asking& a, const ItemPlace& floor, RequestId request, PersonId person, SpeechKind kind) {
  if (floor.meeting.open_vote) return refuse(RefusalCode::floor_busy_with_vote);  // FLR-14
  Events events;
  end_turn(events, {floor.meeting_id, floor.meeting}, a.now());
  events.push_back(TurnStarted{
      floor.meeting_id, floor.item_id, request, person, kind, limit_of(a.state.charter, kind), {}, {}, {}, {}});
  return events;
}

}  // namespace

Decision decide_on(const Asking& a, const GiveFloor& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (auto refusal = not_waiting(floor->item, c.request)) return *refusal;
  const Request& request = floor->item.requests.at(c.request);
  return start_turn(a, *floor, c.request, request.person, request.kind);
}

Decision decide_on(const Asking& a, const GiveFloorTo& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  const auto& [meeting_id, meeting, item_id, item] = *floor;
  if (!a.state.members.contains(c.person)) return refuse(RefusalCode::no_such_person, "person");
  if (!is_present(meeting, c.person)) return refuse(RefusalCode::not_present, "person");
  if (meeting.turn && meeting.turn->person == c.person) return refuse(RefusalCode::already_speaking, "person");
  if (const auto waiting = waiting_request_of(item, c.person)) return start_turn(a, *floor, *waiting, c.person, c.kind);
  if (item.requests.size() >= limits::requests_per_item) return refuse(RefusalCode::too_many_requests);
  return start_turn(a, *floor, a.ids().next<RequestId>(), c.person, c.kind);
}

Decision decide_on(const Asking& a, const PauseTurn&) {
  const auto place = running_turn(a.state);
  if (!place) return place.error();
  if (place->turn.paused_at) return refuse(RefusalCode::turn_paused);
  return Events{TurnPaused{place->floor.meeting_id, place->floor.item_id, place->turn.request}};
}

Decision decide_on(const Asking& a, const ResumeTurn&) {
  const auto place = running_turn(a.state);
  if (!place) return place.error();
  if (!place->turn.paused_at) return refuse(RefusalCode::turn_not_paused);
  if (place->floor.meeting.open_vote) return refuse(RefusalCode::floor_busy_with_vote);
  return Events{TurnResumed{place->floor.meeting_id, place->floor.item_id, place->turn.request}};
}

Decision decide_on(const Asking& a, const EndTurn&) {
  const auto place = running_turn(a.state);
  if (!place) return place.error();
  if (a.role != Role::chair && place->turn.person != a.person()) return refuse(RefusalCode::not_your_own);
  Events events;
  end_turn(events, {place->floor.meeting_id, place->floor.meeting}, a.now());
  return events;
}

Decision decide_on(const Asking& a, const ExtendTurn& c) {
  const auto place = running_turn(a.state);
  if (!place) return place.error();
  const Millis by{c.seconds * 1000};
  if (place->turn.limit + by > Millis{limits::turn_seconds_max * 1000}) {
    return with(refuse(RefusalCode::turn_too_long, "seconds"), "max_seconds", limits::turn_seconds_max);
  }
  return Events{TurnExtended{place->floor.meeting_id, place->floor.item_id, place->turn.request, by}};
}

Decision decide_on(const Asking& a, const WarnSpeaker&) {
  const auto place = running_turn(a.state);
  if (!place) return place.error();
  return Events{SpeakerWarned{place->floor.meeting_id, place->floor.item_id, place->turn.request}};
}

}  // namespace talar::hall
