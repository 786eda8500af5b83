#include <algorithm>

#include "server/hall/apply.hpp"
#include "server/hall/budgets.hpp"
#include "server/hall/queue.hpp"

namespace talar::hall {
namespace {

Turn& turn_of(State& state, MeetingId meeting, RequestId request) {
  auto& turn = state.meetings.at(meeting).turn;
  TALAR_ASSERT("FLR-9", turn && turn->request == request);
  return *turn;
}

/// FLR-28: the running turn makes way, for as long as the next one lasts.
void interrupt(Meeting& meeting, Turn& turn, Instant at) {
  meeting.goes_on = !turn.paused_at;
  if (!turn.paused_at) turn.paused_at = at;
  meeting.interrupted = std::move(turn);
  meeting.turn.reset();
}

/// The request that waits becomes the turn; what the chair gives unasked gets one of its own.
void call(Item& item, const Recorded& recorded, const TurnStarted& e) {
  const auto asked = item.requests.find(e.request);
  if (asked != item.requests.end()) {
    TALAR_ASSERT("FLR-8", asked->second.state == RequestState::waiting);
    if (!e.reason) count_passed(item, e.request);
    dequeue(item, e.request);
    asked->second.state = RequestState::speaking;
    return;
  }
  Request gift;
  gift.person = e.person;
  gift.kind = e.kind;
  gift.asked_at = recorded.at;
  gift.asked = recorded.seq;
  gift.state = RequestState::speaking;
  item.requests.emplace(e.request, std::move(gift));
}

/// Takes the turn off the floor; whoever it has interrupted has it again, and stands still (FLR-28).
Turn leave_floor(Meeting& meeting, RequestId request) {
  if (meeting.interrupted && meeting.interrupted->request == request) {
    return std::move(*std::exchange(meeting.interrupted, std::nullopt));
  }
  TALAR_ASSERT("FLR-9", meeting.turn && meeting.turn->request == request);
  meeting.goes_on = false;
  return std::move(*std::exchange(meeting.turn, std::exchange(meeting.interrupted, std::nullopt)));
}

/// FLR-26, FLR-27.
void take_from_budgets(Meeting& meeting, Item& item, PersonId person, Millis taken) {
  Speech& speech = item.speeches[person];
  SpeechTotal& total = meeting.speech_totals[person];
  speech.budgeted = speech.budgeted + taken;
  total.budgeted = total.budgeted + taken;
}

/// FLR-20, FLR-31.
void count_turn(Meeting& meeting, Item& item, const TurnEnded& e) {
  Speech& speech = item.speeches[e.person];
  const Millis credit = std::exchange(speech.credit, Millis{});
  if (e.kind == SpeechKind::presentation) {
    speech.presented = speech.presented + e.spoken;
    return;
  }
  ++speech.turns;
  if (e.kind != SpeechKind::point_of_order) ++speech.heard;
  speech.spoken = speech.spoken + e.spoken;
  SpeechTotal& total = meeting.speech_totals[e.person];
  total.spoken = total.spoken + e.spoken;
  if (is_budgeted(e.kind)) take_from_budgets(meeting, item, e.person, std::max(e.spoken - credit, Millis{}));
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const TurnStarted& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("FLR-14", meeting.active_item == e.item && !meeting.open_vote);
  if (e.interrupts) interrupt(meeting, turn_of(state, e.meeting, *e.interrupts), recorded.at);
  TALAR_ASSERT("FLR-9", !meeting.turn);
  Item& item = meeting.items.at(e.item);
  call(item, recorded, e);
  if (e.kind != SpeechKind::presentation) item.last_speaker = e.person;
  if (e.stance && *e.stance != Stance::neutral) item.last_stance = e.stance;
  arrange(state, meeting, item);
  Turn turn;
  turn.request = e.request;
  turn.person = e.person;
  turn.kind = e.kind;
  turn.started_at = recorded.at;
  turn.limit = e.limit;
  turn.stance = e.stance;
  turn.point = e.point;
  turn.reason = e.reason;
  const auto spoke = item.speeches.find(e.person);
  if (spoke != item.speeches.end()) turn.turn_in_item = spoke->second.turns + 1;
  meeting.turn = std::move(turn);
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

void apply_on(State& state, const Recorded& recorded, const TimeYielded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Item& item = meeting.items.at(e.item);
  take_from_budgets(meeting, item, e.person, e.by);
  Speech& receiver = item.speeches[e.to];
  receiver.credit = receiver.credit + e.by;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const TurnEnded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  const Turn turn = leave_floor(meeting, e.request);
  Item& item = meeting.items.at(e.item);
  item.requests.at(e.request).state = RequestState::spoken;
  count_turn(meeting, item, e);
  arrange(state, meeting, item);
  Entry entry = line(recorded);
  entry.stance = turn.stance;
  entry.reason = turn.reason;
  note(meeting, recorded, std::move(entry));
}

}  // namespace talar::hall
