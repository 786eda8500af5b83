#include "server/hall/apply.hpp"
#include "server/hall/order.hpp"
#include "server/hall/queue.hpp"

namespace talar::hall {
namespace {

Item& item_of(State& state, MeetingId meeting, ItemId item) {
  return state.meetings.at(meeting).items.at(item);
}

void leave_queue(State& state, const auto& e, RequestState becomes) {
  Item& item = item_of(state, e.meeting, e.item);
  TALAR_ASSERT("FLR-8", item.requests.at(e.request).state == RequestState::waiting);
  dequeue(item, e.request);
  item.requests.at(e.request).state = becomes;
  arrange(state, state.meetings.at(e.meeting), item);
}

void set_list(State& state, const auto& e, bool open, std::optional<Instant> closes_at) {
  Item& item = item_of(state, e.meeting, e.item);
  item.list_open = open;
  item.list_closes_at = closes_at;
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const FloorRequested& e) {
  Item& item = item_of(state, e.meeting, e.item);
  Request request;
  request.person = e.person;
  request.kind = e.kind;
  request.stance = e.stance;
  request.point = e.point;
  request.note = e.note;
  request.asked_at = recorded.at;
  request.asked = recorded.seq;
  item.requests.emplace(e.request, std::move(request));
  enqueue(item, e.request);
  arrange(state, state.meetings.at(e.meeting), item);
}

void apply_on(State& state, const Recorded&, const RequestWithdrawn& e) {
  leave_queue(state, e, RequestState::withdrawn);
}

void apply_on(State& state, const Recorded&, const RequestSkipped& e) {
  leave_queue(state, e, RequestState::skipped);
}

void apply_on(State& state, const Recorded& recorded, const RequestMoved& e) {
  Item& item = item_of(state, e.meeting, e.item);
  move_in_queue(item, e.request, e.position);
  Request& request = item.requests.at(e.request);
  request.moved_reason = e.reason;
  Meeting& meeting = state.meetings.at(e.meeting);
  arrange(state, meeting, item);
  Entry entry = line(recorded);
  entry.person = request.person;
  note(meeting, recorded, std::move(entry));
}

void apply_on(State& state, const Recorded&, const ListOpened& e) {
  set_list(state, e, true, {});
}

void apply_on(State& state, const Recorded&, const ListClosed& e) {
  set_list(state, e, false, {});
}

void apply_on(State& state, const Recorded&, const LastCalled& e) {
  set_list(state, e, true, e.until);
}

}  // namespace talar::hall
