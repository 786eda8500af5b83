#include <algorithm>

#include "server/hall/budgets.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/queue.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

/// The turn that stands still while one of this kind is heard: one interruption follows another, and nothing interrupts
/// its own kind (FLR-28).
std::optional<RequestId> interrupted_by(const State& state, const Meeting& meeting, SpeechKind kind) {
  const auto& main = meeting.interrupted ? meeting.interrupted : meeting.turn;
  if (!main || main->kind == kind) return std::nullopt;
  if (std::ranges::count(state.charter.floor->interrupting, kind) == 0) return std::nullopt;
  return main->request;
}

Decision start_turn(const Asking& a, const ItemPlace& floor, TurnStarted turn) {
  const Meeting& meeting = floor.meeting;
  if (meeting.open_vote) return refuse(RefusalCode::floor_busy_with_vote);  // FLR-14
  Budgets budgets(a.state, meeting, floor.item);
  for (const auto& running : {meeting.turn, meeting.interrupted})
    if (running) budgets.count(*running, a.now());
  turn.limit = budgets.limit(turn.person, turn.kind);
  turn.interrupts = interrupted_by(a.state, meeting, turn.kind);
  Events events;
  const MeetingPlace place{floor.meeting_id, meeting};
  if (!turn.interrupts) end_turns(events, place, a.now());
  if (turn.interrupts && meeting.interrupted) end_turn(events, place, a.now());
  events.push_back(std::move(turn));
  return events;
}

/// What the request says of itself goes with its turn.
TurnStarted turn_of(const ItemPlace& floor, RequestId id) {
  const Request& request = floor.item.requests.at(id);
  return {floor.meeting_id, floor.item_id, id, request.person, request.kind, {}, request.stance, request.point, {}, {}};
}

}  // namespace

Decision decide_on(const Asking& a, const GiveFloor& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (auto refusal = not_waiting(floor->item, c.request)) return *refusal;
  const bool is_first = floor->item.queue.front() == c.request;
  if (is_first && c.reason) return refuse(RefusalCode::reason_not_expected, "reason");
  if (!is_first && !c.reason) return refuse(RefusalCode::reason_missing, "reason");
  TurnStarted turn = turn_of(*floor, c.request);
  turn.reason = c.reason;
  return start_turn(a, *floor, std::move(turn));
}

Decision decide_on(const Asking& a, const GiveFloorTo& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  const auto& [meeting_id, meeting, item_id, item] = *floor;
  if (!a.state.members.contains(c.person)) return refuse(RefusalCode::no_such_person, "person");
  if (!is_present(meeting, c.person)) return refuse(RefusalCode::not_present, "person");
  if (is_recused(meeting, item_id, c.person)) return refuse(RefusalCode::recused, "person");  // PRS-15
  if (has_turn(meeting, c.person)) return refuse(RefusalCode::already_speaking, "person");
  if (c.kind == SpeechKind::presentation && item.content.presenter != c.person) {
    return refuse(RefusalCode::not_the_presenter, "person");
  }
  if (const auto waiting = waiting_request_of(item, c.person)) {
    if (item.requests.at(*waiting).kind == c.kind) return start_turn(a, *floor, turn_of(*floor, *waiting));
    return start_turn(a, *floor, {meeting_id, item_id, *waiting, c.person, c.kind, {}, {}, {}, {}, {}});
  }
  if (item.requests.size() >= limits::requests_per_item) {
    return with(refuse(RefusalCode::too_many_requests), "max", limits::requests_per_item);
  }
  return start_turn(a, *floor, {meeting_id, item_id, a.ids().next<RequestId>(), c.person, c.kind, {}, {}, {}, {}, {}});
}

}  // namespace talar::hall
