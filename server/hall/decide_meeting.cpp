#include <algorithm>

#include "server/hall/clocks.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

bool has_ended(const Meeting& meeting) {
  return meeting.state == closed || meeting.state == not_held;
}

bool has_planned_item(const Meeting& meeting) {
  return std::ranges::any_of(meeting.items, [](const auto& i) { return i.second.state == ItemState::planned; });
}

Refusal with_figures(RefusalCode code, const Quorum& quorum) {
  return with(with(refuse(code), "present", quorum.present), "needed", quorum.needed);
}

}  // namespace

Decision decide_on(const Asking& a, const DraftMeeting& c) {
  if (auto refusal = no_room_for_a_draft(a.state)) return *refusal;
  return Events{MeetingDrafted{a.ids().next<MeetingId>(), c.content}};
}

Decision decide_on(const Asking& a, const EditMeeting& c) {
  const auto place = meeting_in(a.state, c.meeting, {drafted, convened});
  if (!place) return place.error();
  return Events{MeetingEdited{c.meeting, c.content}};
}

Decision decide_on(const Asking& a, const DiscardDraft& c) {
  const auto place = meeting_in(a.state, c.meeting, {drafted});
  if (!place) return place.error();
  return Events{DraftDiscarded{c.meeting}};
}

Decision decide_on(const Asking& a, const ConveneMeeting& c) {
  const auto place = meeting_in(a.state, c.meeting, {drafted});
  if (!place) return place.error();
  if (a.state.current && !has_ended(a.state.meetings.at(*a.state.current))) {
    return refuse(RefusalCode::another_meeting_is_current);
  }
  if (!has_planned_item(place->meeting)) return refuse(RefusalCode::agenda_empty);
  return Events{MeetingConvened{c.meeting, a.state.meetings_numbered + 1, a.state.term}};
}

Decision decide_on(const Asking& a, const OpenMeeting& c) {
  const auto place = current_in(a.state, {convened});
  if (!place) return place.error();
  const Quorum figures = quorum(a.state, place->meeting);
  if (!figures.met && !c.override_reason) return with_figures(RefusalCode::quorum_missing, figures);
  if (figures.met && c.override_reason) return with_figures(RefusalCode::quorum_met, figures);
  return Events{MeetingOpened{place->meeting_id, a.person(), figures, c.override_reason}};
}

Decision decide_on(const Asking& a, const CallRecess& c) {
  const auto place = current_in(a.state, {open});
  if (!place) return place.error();
  if (place->meeting.open_vote) return refuse(RefusalCode::vote_open);
  Events events;
  pause_turn(events, *place);
  std::optional<Instant> until;
  if (c.minutes) until = a.now() + Millis{*c.minutes * 60'000};
  events.push_back(RecessCalled{place->meeting_id, until});
  return events;
}

Decision decide_on(const Asking& a, const ResumeMeeting&) {
  const auto place = current_in(a.state, {recess});
  if (!place) return place.error();
  return Events{MeetingResumed{place->meeting_id}};
}

Decision decide_on(const Asking& a, const CloseMeeting&) {
  const auto place = current_in(a.state, {open, recess});
  if (!place) return place.error();
  if (place->meeting.open_vote) return refuse(RefusalCode::vote_open);
  Events events;
  end_active_item(events, *place, a.now());
  if (place->meeting.closed_since) events.push_back(ClosedPartEnded{place->meeting_id});  // CNF-8
  events.push_back(MeetingClosed{place->meeting_id});
  return events;
}

Decision decide_on(const Asking& a, const DeclareNotHeld& c) {
  const auto place = current_in(a.state, {convened});
  if (!place) return place.error();
  const Quorum figures = quorum(a.state, place->meeting);
  if (figures.met) return with_figures(RefusalCode::quorum_met, figures);
  return Events{MeetingNotHeld{place->meeting_id, figures, c.reason}};
}

Events due_quorum(const Asking& a, const MeetingPlace& place) {
  const auto deadline = quorum_deadline(a.state, place.meeting);
  if (!deadline || a.now() < *deadline) return {};
  return {MeetingNotHeld{place.meeting_id, quorum(a.state, place.meeting), {}}};
}

}  // namespace talar::hall
