// The invariants, rule by rule. Each assertion names the rule whose breach it is.
#include <algorithm>
#include <array>

#include "server/hall/agenda.hpp"
#include "server/hall/assert.hpp"
#include "server/hall/groups.hpp"
#include "server/hall/hall.hpp"
#include "server/hall/lookup.hpp"
#include "server/hall/order.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/tasks.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

bool is_one_of(MeetingState state, std::initializer_list<MeetingState> states) {
  return std::ranges::count(states, state) > 0;
}

void check_people(const State& state) {
  TALAR_ASSERT("PPL-1", state.members.size() <= limits::members);
  std::set<Name> names;
  std::set<std::int64_t> orders;
  std::array<int, 2> presiding_seats{};
  for (const auto& [person, enrolled] : state.members) {
    const Member& member = enrolled.member;
    TALAR_ASSERT("PPL-1", member.person == person);
    TALAR_ASSERT("PPL-2", names.insert(member.name).second);
    TALAR_ASSERT("PPL-3", enrolled.order <= state.last_order && orders.insert(enrolled.order).second);
    TALAR_ASSERT("PPL-5", !(member.votes && member.seat == Seat::guest));
    if (member.seat == Seat::president) ++presiding_seats[0];
    if (member.seat == Seat::vice_president) ++presiding_seats[1];
  }
  const auto votes = [](const auto& entry) { return entry.second.member.votes; };
  TALAR_ASSERT("MTG-5", state.voters == std::ranges::count_if(state.members, votes));
  TALAR_ASSERT("PPL-4", presiding_seats[0] <= 1 && presiding_seats[1] <= 1);
  if (!state.chair) return;
  const auto chair = state.members.find(*state.chair);
  TALAR_ASSERT("PPL-6", chair != state.members.end());
  const Seat seat = chair->second.member.seat;
  TALAR_ASSERT("CHR-2", seat == Seat::president || seat == Seat::vice_president);
}

void check_life(const State& state, MeetingId id, const Meeting& meeting) {
  const bool is_draft = meeting.state == drafted;
  TALAR_ASSERT("MTG-2", is_draft == (state.current != id));
  TALAR_ASSERT("MTG-4", is_draft == !meeting.number);
  TALAR_ASSERT("MTG-12", meeting.term == state.term || (meeting.ended_at && meeting.term < state.term));
  TALAR_ASSERT("MTG-4", !meeting.number || meeting.term != state.term || *meeting.number == state.meetings_numbered);
  TALAR_ASSERT("MTG-6", meeting.opened_at.has_value() == is_one_of(meeting.state, {open, recess, closed}));
  TALAR_ASSERT("MTG-8", meeting.recess_since.has_value() == (meeting.state == recess));
  TALAR_ASSERT("MTG-9", meeting.ended_at.has_value() == is_one_of(meeting.state, {closed, not_held}));
  TALAR_ASSERT("MIN-7", !meeting.minutes_published || meeting.state == closed);
}

void check_agenda(const Meeting& meeting) {
  TALAR_ASSERT("AGD-4", meeting.items.size() <= limits::items);
  const auto order = reading_order(meeting);
  TALAR_ASSERT("AGD-2", order.size() == meeting.items.size());
  TALAR_ASSERT("AGD-2", std::set<ItemId>(order.begin(), order.end()).size() == order.size());
  for (const auto& [id, item] : meeting.items) {
    TALAR_ASSERT("AGD-2", std::ranges::count(level_below(meeting, item.parent), id) == 1);
    TALAR_ASSERT("AGD-3", depth(meeting, id) <= limits::item_depth);
    TALAR_ASSERT("AGD-9", (item.state == ItemState::active) == (meeting.active_item == id));
    TALAR_ASSERT("AGD-9", item.state != ItemState::planned || !item.started_at);
    TALAR_ASSERT("AGD-11", item.running_since.has_value() == (meeting.active_item == id && meeting.state == open));
    TALAR_ASSERT("AGD-22", !item.decided_by || meeting.votes.contains(*item.decided_by));
  }
  TALAR_ASSERT("AGD-9", !meeting.active_item || is_one_of(meeting.state, {open, recess}));
  for (const auto& [id, file] : meeting.attachments) TALAR_ASSERT("AGD-28", meeting.items.contains(file.item));
}

void check_presence(const State& state, MeetingId id, const Meeting& meeting) {
  TALAR_ASSERT("PRS-1", meeting.attendance.empty() || state.current == id);
  std::int64_t voters_present = 0;
  for (const auto& [person, attendance] : meeting.attendance) {
    TALAR_ASSERT("PRS-1", state.members.contains(person));
    const bool counts = state.members.at(person).member.votes || represented_by(meeting, person);
    if (attendance.presence == Presence::present && counts) ++voters_present;
    const bool was_here = attendance.presence == Presence::present || attendance.presence == Presence::out;
    TALAR_ASSERT("PRS-2", attendance.arrived_at.has_value() == was_here);
    TALAR_ASSERT("PRS-3", attendance.departed_at.has_value() == (attendance.presence == Presence::out));
    TALAR_ASSERT("PRS-5", attendance.excuse.has_value() ==
                              (attendance.presence == Presence::excused || attendance.presence == Presence::unexcused));
  }
  TALAR_ASSERT("MTG-5", meeting.voters_present == voters_present);
}

void check_substitutes(const State& state, const Meeting& meeting) {
  std::set<PersonId> standing_in;
  for (const auto& [absent, substitute] : meeting.substitutes) {
    TALAR_ASSERT("PRS-8", !is_present(meeting, absent));
    TALAR_ASSERT("PRS-9", standing_in.insert(substitute).second);
    TALAR_ASSERT("PRS-12", state.members.contains(absent) && state.members.contains(substitute));
    if (meeting.ended_at) continue;
    TALAR_ASSERT("PRS-12", state.members.at(absent).member.votes && !state.members.at(substitute).member.votes);
  }
}

void check_recusals(const State& state, const Meeting& meeting) {
  for (const auto& [id, item] : meeting.items) {
    for (const auto& [person, reason] : item.recused) TALAR_ASSERT("PRS-13", state.members.contains(person));
    for (const RequestId waiting : item.queue) {
      TALAR_ASSERT("PRS-15", !is_recused(meeting, id, item.requests.at(waiting).person));
    }
  }
  if (meeting.turn) TALAR_ASSERT("PRS-15", !is_recused(meeting, *meeting.active_item, meeting.turn->person));
  if (!meeting.open_vote) return;
  const Vote& vote = meeting.votes.at(*meeting.open_vote);
  for (const PersonId person : recused_of(meeting, vote.item)) TALAR_ASSERT("PRS-16", !is_entitled(vote, person));
}

void check_closed_part(const Meeting& meeting) {
  if (!meeting.closed_since) return;
  TALAR_ASSERT("CNF-8", is_one_of(meeting.state, {open, recess}));
  TALAR_ASSERT("CNF-9", !meeting.active_item || is_closed(meeting, meeting.active_item));
}

void check_queue(const State& state, const Meeting& meeting, const Item& item) {
  TALAR_ASSERT("FLR-8", item.queue.size() <= limits::waiting_requests);
  TALAR_ASSERT("FLR-8", item.requests.size() <= limits::requests_per_item);
  std::set<PersonId> waiting;
  for (const RequestId id : item.queue) {
    const Request& request = item.requests.at(id);
    TALAR_ASSERT("FLR-8", request.state == RequestState::waiting);
    TALAR_ASSERT("FLR-3", waiting.insert(request.person).second);
    TALAR_ASSERT("PRS-4", is_present(meeting, request.person));
    TALAR_ASSERT("FLR-17", !request.place || item.queue.at(static_cast<std::size_t>(*request.place)) == id);
  }
  const auto waits = [](const auto& entry) { return entry.second.state == RequestState::waiting; };
  TALAR_ASSERT("FLR-8", std::ranges::count_if(item.requests, waits) == static_cast<std::ptrdiff_t>(waiting.size()));
  if (item.state == ItemState::active) {
    TALAR_ASSERT("FLR-7", order(state, meeting, item) == item.queue);
  } else {
    TALAR_ASSERT("FLR-29", !item.list_closes_at);
  }
  TALAR_ASSERT("FLR-29", !item.list_closes_at || (item.list_open && meeting.state == open));
}

void check_turn(const Meeting& meeting, const Turn& turn) {
  TALAR_ASSERT("FLR-9", meeting.active_item.has_value());
  const Request& request = meeting.items.at(*meeting.active_item).requests.at(turn.request);
  TALAR_ASSERT("FLR-9", request.state == RequestState::speaking && request.person == turn.person);
  TALAR_ASSERT("PRS-4", is_present(meeting, turn.person));
  TALAR_ASSERT("FLR-13", turn.limit <= Millis{limits::turn_seconds_max * 1000});
  TALAR_ASSERT("FLR-14", turn.paused_at || (!meeting.open_vote && meeting.state == open));
}

void check_floor(const State& state, const Meeting& meeting) {
  std::ptrdiff_t speaking = 0;
  std::map<PersonId, SpeechTotal> totals;
  for (const auto& [id, item] : meeting.items) {
    check_queue(state, meeting, item);
    speaking += std::ranges::count_if(item.requests,
                                      [](const auto& entry) { return entry.second.state == RequestState::speaking; });
    for (const auto& [person, speech] : item.speeches) {
      totals[person].spoken = totals[person].spoken + speech.spoken;
      totals[person].budgeted = totals[person].budgeted + speech.budgeted;
    }
  }
  for (const auto& [person, total] : totals) {
    const auto found = meeting.speech_totals.find(person);
    TALAR_ASSERT("FLR-26", total == (found == meeting.speech_totals.end() ? SpeechTotal{} : found->second));
  }
  TALAR_ASSERT("FLR-9", speaking == (meeting.turn ? 1 : 0) + (meeting.interrupted ? 1 : 0));
  if (meeting.turn) check_turn(meeting, *meeting.turn);
  if (!meeting.interrupted) return;
  check_turn(meeting, *meeting.interrupted);
  TALAR_ASSERT("FLR-28", meeting.turn && meeting.interrupted->paused_at);
}

void check_minutes(const State& state, const Meeting& meeting) {
  TALAR_ASSERT("MIN-8", meeting.record.entries.size() <= limits::entries_per_meeting);
  TALAR_ASSERT("MIN-3", meeting.record.resolutions.size() <= limits::resolutions_per_meeting);
  std::set<std::int64_t> numbers;
  for (const auto& [id, resolution] : meeting.record.resolutions) {
    TALAR_ASSERT("MIN-3", numbers.insert(resolution.number).second);
    TALAR_ASSERT("MIN-3", meeting.term != state.term || resolution.number <= state.resolutions_numbered);
    TALAR_ASSERT("MIN-18", !resolution.void_reason || !state.tasks.contains(id));
    TALAR_ASSERT("MIN-4", meeting.items.contains(resolution.item));
  }
  for (const auto& [item, text] : meeting.record.texts) TALAR_ASSERT("MIN-2", meeting.items.contains(item));
  check_texts(meeting.record);
}

}  // namespace

void check(const State& state) {
  check_people(state);
  check_groups(state);
  check_records(state);
  check_tasks(state);
  TALAR_ASSERT("MTG-2", !state.current || state.meetings.contains(*state.current));
  TALAR_ASSERT("MTG-1", state.meetings.size() <= limits::drafts + 1);
  TALAR_ASSERT("AGD-20", state.templates.size() <= limits::templates);
  TALAR_ASSERT("MIN-17", state.phrases.size() <= limits::phrases);
  for (const auto& [id, record] : state.records) check_texts(record);
  for (const auto& [id, meeting] : state.meetings) {
    check_life(state, id, meeting);
    check_agenda(meeting);
    check_presence(state, id, meeting);
    check_substitutes(state, meeting);
    check_recusals(state, meeting);
    check_closed_part(meeting);
    check_floor(state, meeting);
    check_votes(meeting);
    check_minutes(state, meeting);
  }
}

}  // namespace talar::hall
