#include <algorithm>

#include "server/hall/budgets.hpp"
#include "server/hall/clocks.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/queue.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

constexpr std::size_t kept_for_the_chair = 100;  // of limits::requests_per_item

/// A reply needs somebody who speaks or has spoken.
bool anyone_spoke(const ItemPlace& floor) {
  return floor.meeting.turn || !floor.item.speeches.empty();
}

/// FLR-21: what the charter does not offer, and what does not belong to this kind.
std::optional<Refusal> not_offered(const FloorRules& rules, const RequestFloor& c) {
  if (std::ranges::count(rules.kinds, c.kind) == 0) return refuse(RefusalCode::kind_not_offered, "kind");
  const bool is_point = c.kind == SpeechKind::point_of_order;
  if (is_point && !c.point) return refuse(RefusalCode::point_missing, "point");
  if (!is_point && c.point) return refuse(RefusalCode::point_not_expected, "point");
  if (is_point && std::ranges::count(rules.points_of_order, *c.point) == 0) {
    return refuse(RefusalCode::kind_not_offered, "point");
  }
  if (c.stance && c.kind != SpeechKind::speech) return refuse(RefusalCode::stance_not_expected, "stance");
  return std::nullopt;
}

bool time_is_up(const Item& item, Instant now) {
  return item.list_closes_at && *item.list_closes_at <= now;
}

/// FLR-5; FLR-29: also when the Tick is late.
bool list_takes(const Item& item, SpeechKind kind, Instant now) {
  const bool is_on_list = kind == SpeechKind::speech || kind == SpeechKind::question;
  return !is_on_list || (item.list_open && !time_is_up(item, now));
}

/// FLR-8: whoever asks too often takes nobody else's place; the last ones are for whom the chair gives the floor.
std::optional<Refusal> too_many(const Item& item, PersonId person) {
  const auto is_theirs = [&](const auto& request) { return request.second.person == person; };
  const auto theirs = static_cast<std::size_t>(std::ranges::count_if(item.requests, is_theirs));
  for (const auto& [count, max] : {std::pair(theirs, limits::requests_per_person),
                                   std::pair(item.queue.size(), limits::waiting_requests),
                                   std::pair(item.requests.size(), limits::requests_per_item - kept_for_the_chair)})
    if (count >= max) return with(refuse(RefusalCode::too_many_requests), "max", max);
  return std::nullopt;
}

}  // namespace

Decision decide_on(const Asking& a, const RequestFloor& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  const auto& [meeting_id, meeting, item_id, item] = *floor;
  const PersonId person = a.person();
  if (!is_present(meeting, person)) return refuse(RefusalCode::not_present);          // FLR-2
  if (is_recused(meeting, item_id, person)) return refuse(RefusalCode::recused);      // PRS-15
  if (has_turn(meeting, person)) return refuse(RefusalCode::already_speaking);        // FLR-4
  if (waiting_request_of(item, person)) return refuse(RefusalCode::already_waiting);  // FLR-3
  if (auto refusal = not_offered(*a.state.charter.floor, c)) return *refusal;
  if (!list_takes(item, c.kind, a.now())) return refuse(RefusalCode::list_closed);
  if (c.kind == SpeechKind::reply && !anyone_spoke(*floor)) return refuse(RefusalCode::no_turn_to_reply_to);  // FLR-6
  if (const auto spent = Budgets(a.state, meeting, item).spent(person, c.kind)) {
    return with(refuse(RefusalCode::budget_spent), "which", *spent);  // FLR-26
  }
  if (auto refusal = too_many(item, person)) return *refusal;
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

Decision decide_on(const Asking& a, const CallLast& c) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (!floor->item.list_open) return refuse(RefusalCode::list_already_closed);
  if (floor->item.list_closes_at) return refuse(RefusalCode::last_call_running);
  return Events{LastCalled{floor->meeting_id, floor->item_id, a.now() + Millis{c.seconds * 1000}}};
}

Decision decide_on(const Asking& a, const OpenList&) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (floor->item.list_open && !floor->item.list_closes_at) return refuse(RefusalCode::list_already_open);
  return Events{ListOpened{floor->meeting_id, floor->item_id}};
}

Decision decide_on(const Asking& a, const CloseList&) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (!floor->item.list_open) return refuse(RefusalCode::list_already_closed);
  return Events{ListClosed{floor->meeting_id, floor->item_id}};
}

Events due_list(const Asking& a, const MeetingPlace& place) {
  if (!place.meeting.active_item) return {};
  const ItemId id = *place.meeting.active_item;
  if (!time_is_up(place.meeting.items.at(id), a.now())) return {};
  return {ListClosed{place.meeting_id, id}};
}

}  // namespace talar::hall
