#include "server/hall/budgets.hpp"
#include "server/hall/decide.hpp"
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

/// The chair ends anybody's turn, everybody else their own.
std::optional<Refusal> not_to_end(const Asking& a, const Turn& turn) {
  if (a.role == Role::chair || turn.person == a.person()) return std::nullopt;
  return refuse(RefusalCode::not_your_own);
}

}  // namespace

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
  if (auto refusal = not_to_end(a, place->turn)) return *refusal;
  Events events;
  end_turn(events, {place->floor.meeting_id, place->floor.meeting}, a.now());
  return events;
}

Decision decide_on(const Asking& a, const YieldTime& c) {
  const auto place = running_turn(a.state);
  if (!place) return place.error();
  const auto& [floor, turn] = *place;
  if (auto refusal = not_to_end(a, turn)) return *refusal;
  if (!a.state.charter.floor->transfer || !is_budgeted(turn.kind)) return refuse(RefusalCode::transfer_not_allowed);
  if (!a.state.members.contains(c.to)) return refuse(RefusalCode::no_such_person, "to");
  if (!waiting_request_of(floor.item, c.to)) return refuse(RefusalCode::not_waiting, "to");
  const Millis left = turn.limit - spoken(turn, a.now());
  if (left <= Millis{}) return refuse(RefusalCode::nothing_left);
  const MeetingPlace meeting{floor.meeting_id, floor.meeting};
  Events events{ended(meeting, turn, a.now()), TimeYielded{floor.meeting_id, floor.item_id, turn.person, c.to, left}};
  resume_interrupted(events, meeting);
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
