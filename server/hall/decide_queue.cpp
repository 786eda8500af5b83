#include "server/hall/decide.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/queue.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

/// A reply needs somebody who speaks or has spoken.
bool anyone_spoke(const ItemPlace& floor) {
  return floor.meeting.turn || !floor.item.speeches.empty();
}

}  // namespace

Decision decide_on(const Asking& a, const RequestFloor& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  const auto& [meeting_id, meeting, item_id, item] = *floor;
  const PersonId person = a.person();
  if (!is_present(meeting, person)) return refuse(RefusalCode::not_present);                                  // FLR-2
  if (meeting.turn && meeting.turn->person == person) return refuse(RefusalCode::already_speaking);           // FLR-4
  if (waiting_request_of(item, person)) return refuse(RefusalCode::already_waiting);                          // FLR-3
  if (c.kind == SpeechKind::speech && !item.list_open) return refuse(RefusalCode::list_closed);               // FLR-5
  if (c.kind == SpeechKind::reply && !anyone_spoke(*floor)) return refuse(RefusalCode::no_turn_to_reply_to);  // FLR-6
  if (item.queue.size() >= limits::waiting_requests || item.requests.size() >= limits::requests_per_item) {
    return refuse(RefusalCode::too_many_requests);
  }
  return Events{
      FloorRequested{meeting_id, item_id, a.ids().next<RequestId>(), person, c.kind, c.note, c.stance, c.point}};
}

Decision decide_on(const Asking& a, const WithdrawRequest& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  const auto found = floor->item.requests.find(c.request);
  if (found != floor->item.requests.end() && found->second.person != a.person()) {
    return refuse(RefusalCode::not_your_own, "request");
  }
  if (auto refusal = not_waiting(floor->item, c.request)) return *refusal;
  return Events{RequestWithdrawn{floor->meeting_id, floor->item_id, c.request}};
}

Decision decide_on(const Asking& a, const SkipRequest& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (auto refusal = not_waiting(floor->item, c.request)) return *refusal;
  return Events{RequestSkipped{floor->meeting_id, floor->item_id, c.request}};
}

Decision decide_on(const Asking& a, const MoveRequest& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (auto refusal = not_waiting(floor->item, c.request)) return *refusal;
  const std::size_t last = floor->item.queue.size() - 1;
  if (c.position.value > static_cast<std::int64_t>(last)) {
    return with(refuse(RefusalCode::bad_position, "position"), "last", last);
  }
  return Events{RequestMoved{floor->meeting_id, floor->item_id, c.request, c.position, c.reason}};
}

Decision decide_on(const Asking& a, const OpenList&) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (floor->item.list_open) return refuse(RefusalCode::list_already_open);
  return Events{ListOpened{floor->meeting_id, floor->item_id}};
}

Decision decide_on(const Asking& a, const CloseList&) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (!floor->item.list_open) return refuse(RefusalCode::list_already_closed);
  return Events{ListClosed{floor->meeting_id, floor->item_id}};
}

}  // namespace talar::hall
