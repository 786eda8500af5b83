#include <algorithm>

#include "protocol/tehran.hpp"
#include "server/hall/agenda_end.hpp"
#include "server/hall/calendar.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/referrals.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/tasks.hpp"

namespace talar::hall {
namespace {

bool has_draft_on(const State& state, Date day) {
  return std::ranges::any_of(state.meetings, [day](const auto& entry) {
    const Meeting& meeting = entry.second;
    return meeting.state == MeetingState::drafted && tehran::day_of(meeting.content.starts_at) == day;
  });
}

Instant first_free_start(const State& state, const Schedule& schedule, Instant now) {
  Instant start = now;
  if (state.current) start = std::max(start, state.meetings.at(*state.current).content.starts_at);
  do start = next_start(schedule, start);
  while (has_draft_on(state, tehran::day_of(start)));
  return start;
}

}  // namespace

Decision decide_on(const Asking& a, const DraftNextMeeting&) {
  const auto& schedule = a.state.charter.schedule;
  if (!schedule) return refuse(RefusalCode::no_schedule);
  if (auto refusal = no_room_for_a_draft(a.state)) return *refusal;
  IdSource ids = a.ids();
  const auto meeting = ids.next<MeetingId>();
  const Instant start = first_free_start(a.state, *schedule, a.now());
  Events events{MeetingDrafted{meeting, {{}, start, schedule->minutes, schedule->place}}};
  AgendaEnd agenda(a.state, meeting, events, ids);
  if (schedule->standing) {
    const auto standing = a.state.templates.find(*schedule->standing);
    if (standing != a.state.templates.end()) {
      add_items(agenda, standing->second, ItemOrigin{OriginKind::standing, {}, {}, {}, {}});
    }
  }
  add_approvals(agenda, a.state);
  carry_over(agenda, a.state, a.person());
  add_reminders(agenda, a.state, start);
  if (auto refusal = agenda.too_many_items()) return *refusal;
  add_waiting(events, a.state, meeting, ids);
  return events;
}

}  // namespace talar::hall
