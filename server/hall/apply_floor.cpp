#include "server/hall/apply.hpp"
#include "server/hall/queue.hpp"

namespace talar::hall {
namespace {

Item& item_of(State& state, MeetingId meeting, ItemId item) {
  return state.meetings.at(meeting).items.at(item);
}

Turn& turn_of(State& state, MeetingId meeting, RequestId request) {
  auto& turn = state.meetings.at(meeting).turn;
  TALAR_ASSERT("FLR-9", turn && turn->request == request);
  return *turn;
}

void leave_queue(Item& item, RequestId request, RequestState becomes) {
  TALAR_ASSERT("FLR-8", item.requests.at(request).state == RequestState::waiting);
  dequeue(item, request);
  item.requests.at(request).state = becomes;
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const FloorRequested& e) {
  Item& item = item_of(state, e.meeting, e.item);
  item.requests.emplace(
      e.request, Request{e.person, e.kind, recorded.at, e.note, {}, RequestState::waiting, e.stance, e.point, {}, 0});
  enqueue(item, e.request);
}

void apply_on(State& state, const Recorded&, const RequestWithdrawn& e) {
  leave_queue(item_of(state, e.meeting, e.item), e.request, RequestState::withdrawn);
}

void apply_on(State& state, const Recorded&, const RequestSkipped& e) {
  leave_queue(item_of(state, e.meeting, e.item), e.request, RequestState::skipped);
}

void apply_on(State& state, const Recorded&, const RequestMoved& e) {
  Item& item = item_of(state, e.meeting, e.item);
  move_in_queue(item, e.request, e.position);
  item.requests.at(e.request).moved_reason = e.reason;
}

void apply_on(State& state, const Recorded&, const ListOpened& e) {
  item_of(state, e.meeting, e.item).list_open = true;
}

void apply_on(State& state, const Recorded&, const ListClosed& e) {
  item_of(state, e.meeting, e.item).list_open = false;
}

void apply_on(State& state, const Recorded& recorded, const TurnStarted& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("FLR-9", meeting.active_item == e.item && !meeting.turn && !meeting.open_vote);
  Item& item = meeting.items.at(e.item);
  if (item.requests.contains(e.request)) {
    leave_queue(item, e.request, RequestState::speaking);
  } else {  // given without asking
    item.requests.emplace(
        e.request, Request{e.person, e.kind, recorded.at, {}, {}, RequestState::speaking, e.stance, e.point, {}, 0});
  }
  Turn turn;
  turn.request = e.request;
  turn.person = e.person;
  turn.kind = e.kind;
  turn.started_at = recorded.at;
  turn.limit = e.limit;
  const auto spoke = item.speeches.find(e.person);
  if (spoke != item.speeches.end()) turn.turn_in_item = spoke->second.turns + 1;
  meeting.turn = turn;
  meeting.shown_result.reset();
}

void apply_on(State& state, const Recorded& recorded, const TurnPaused& e) {
  Turn& turn = turn_of(state, e.meeting, e.request);
  TALAR_ASSERT("FLR-12", !turn.paused_at);
  turn.paused_at = recorded.at;
}

void apply_on(State& state, const Recorded& recorded, const TurnResumed& e) {
  Turn& turn = turn_of(state, e.meeting, e.request);
  TALAR_ASSERT("FLR-12", turn.paused_at);
  turn.paused_total = turn.paused_total + (recorded.at - *turn.paused_at);
  turn.paused_at.reset();
  state.meetings.at(e.meeting).shown_result.reset();
}

void apply_on(State& state, const Recorded&, const TurnExtended& e) {
  Turn& turn = turn_of(state, e.meeting, e.request);
  turn.limit = turn.limit + e.by;
}

void apply_on(State& state, const Recorded& recorded, const SpeakerWarned& e) {
  turn_of(state, e.meeting, e.request).warned_at = recorded.at;
}

void apply_on(State& state, const Recorded& recorded, const TurnEnded& e) {
  turn_of(state, e.meeting, e.request);
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.turn.reset();
  Item& item = meeting.items.at(e.item);
  item.requests.at(e.request).state = RequestState::spoken;
  Speech& speech = item.speeches[e.person];
  ++speech.turns;
  speech.spoken = speech.spoken + e.spoken;
  Entry entry = line(EntryKind::turn, e.item);
  entry.person = e.person;
  entry.speech = e.kind;
  entry.spoken = e.spoken;
  note(meeting, recorded, std::move(entry));
}

}  // namespace talar::hall
