#include "server/hall/agenda.hpp"
#include "server/hall/apply.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/referrals.hpp"
#include "server/hall/steps.hpp"

namespace talar::hall {
namespace {

Meeting& current(State& state, MeetingId meeting) {
  TALAR_ASSERT("MTG-2", state.current == meeting);
  return state.meetings.at(meeting);
}

/// What is left of the meeting that this one follows.
void leave_current(State& state) {
  if (!state.current) return;
  Meeting& meeting = state.meetings.at(*state.current);
  state.past.emplace(*state.current, PastMeeting{meeting.state, meeting.minutes_published});
  if (meeting.state == MeetingState::closed) keep_record(state, *state.current, meeting);
  state.meetings.erase(*state.current);
}

}  // namespace

void apply_on(State& state, const Recorded&, const MeetingDrafted& e) {
  Meeting meeting;
  meeting.content = e.content;
  meeting.term = state.term;
  state.meetings.emplace(e.meeting, std::move(meeting));
}

void apply_on(State& state, const Recorded&, const MeetingEdited& e) {
  state.meetings.at(e.meeting).content = e.content;
}

void apply_on(State& state, const Recorded&, const DraftDiscarded& e) {
  for (const auto& [id, item] : state.meetings.at(e.meeting).items) {
    take_back(state, item);
    let_go(state, id);
  }
  state.meetings.erase(e.meeting);
}

void apply_on(State& state, const Recorded& recorded, const MeetingConvened& e) {
  leave_current(state);
  state.current = e.meeting;
  state.meetings_numbered = e.number;
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.state = MeetingState::convened;
  meeting.number = e.number;
  meeting.term = e.term;
  meeting.convened_at = recorded.at;
  meeting.record.number = e.number;
  meeting.record.term = e.term;
}

void apply_on(State& state, const Recorded& recorded, const MeetingOpened& e) {
  Meeting& meeting = current(state, e.meeting);
  meeting.state = MeetingState::open;
  meeting.opened_at = recorded.at;
  meeting.override_reason = e.override_reason;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const RecessCalled& e) {
  Meeting& meeting = current(state, e.meeting);
  meeting.state = MeetingState::recess;
  meeting.recess_since = recorded.at;
  meeting.recess_until = e.until;
  meeting.shown_result.reset();
  if (meeting.active_item) {
    Item& item = meeting.items.at(*meeting.active_item);
    item.spent = item.spent + elapsed(*item.running_since, recorded.at);
    item.running_since.reset();
    item.list_closes_at.reset();  // FLR-29
  }
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const MeetingResumed& e) {
  Meeting& meeting = current(state, e.meeting);
  meeting.state = MeetingState::open;
  meeting.recess_since.reset();
  meeting.recess_until.reset();
  if (meeting.active_item) meeting.items.at(*meeting.active_item).running_since = recorded.at;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const MeetingClosed& e) {
  Meeting& meeting = current(state, e.meeting);
  TALAR_ASSERT("MTG-9", !meeting.active_item && !meeting.open_vote);
  meeting.state = MeetingState::closed;
  meeting.ended_at = recorded.at;
  meeting.recess_since.reset();
  meeting.recess_until.reset();
  meeting.shown_result.reset();
  meeting.record.present = who_was_there(state, meeting);
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const MeetingNotHeld& e) {
  Meeting& meeting = current(state, e.meeting);
  meeting.state = MeetingState::not_held;
  meeting.ended_at = recorded.at;
  meeting.not_held_reason = e.reason;
}

void apply_on(State& state, const Recorded& recorded, const ClosedPartBegun& e) {
  Meeting& meeting = current(state, e.meeting);
  TALAR_ASSERT("CNF-8", !meeting.closed_since);
  meeting.closed_since = recorded.at;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const ClosedPartEnded& e) {
  Meeting& meeting = current(state, e.meeting);
  TALAR_ASSERT("CNF-8", meeting.closed_since);
  meeting.closed_since.reset();
  note(meeting, recorded);
}

}  // namespace talar::hall
