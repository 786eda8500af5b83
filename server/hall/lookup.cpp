#include "server/hall/lookup.hpp"

#include <algorithm>

#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

bool is_in(const Meeting& meeting, States states) {
  return std::ranges::count(states, meeting.state) > 0;
}

Refusal wrong_state(const Meeting& meeting) {
  return with(refuse(RefusalCode::wrong_meeting_state), "state", meeting.state);
}

}  // namespace

bool may_preside(const Member& member) {
  return member.seat == Seat::president || member.seat == Seat::vice_president;
}

bool is_entitled(const Vote& vote, PersonId person) {
  return std::ranges::binary_search(vote.electorate, person);
}

bool has_turn(const Meeting& meeting, PersonId person) {
  const auto is_theirs = [&](const std::optional<Turn>& turn) { return turn && turn->person == person; };
  return is_theirs(meeting.turn) || is_theirs(meeting.interrupted);
}

Result<MeetingPlace> current_in(const State& state, States states) {
  if (!state.current) return refuse(RefusalCode::wrong_meeting_state);
  const Meeting& meeting = state.meetings.at(*state.current);
  if (!is_in(meeting, states)) return wrong_state(meeting);
  return MeetingPlace{*state.current, meeting};
}

Result<MeetingPlace> meeting_in(const State& state, MeetingId id, States states, const char* field) {
  const auto found = state.meetings.find(id);
  if (found == state.meetings.end()) return refuse(RefusalCode::no_such_meeting, field);
  if (!is_in(found->second, states)) return wrong_state(found->second);
  return MeetingPlace{id, found->second};
}

Result<ItemPlace> item_in(const State& state, ItemId id, States states, const char* field) {
  for (const auto& [meeting_id, meeting] : state.meetings) {
    const auto found = meeting.items.find(id);
    if (found == meeting.items.end()) continue;
    if (!is_in(meeting, states)) return wrong_state(meeting);
    return ItemPlace{meeting_id, meeting, id, found->second};
  }
  const auto is_past = [id](const auto& record) { return record.second.texts.contains(id); };
  if (std::ranges::any_of(state.records, is_past)) return refuse(RefusalCode::minutes_frozen, field);
  return refuse(RefusalCode::no_such_item, field);
}

Result<VotePlace> vote_in(const State& state, VoteId id, States states) {
  for (const auto& [meeting_id, meeting] : state.meetings) {
    const auto found = meeting.votes.find(id);
    if (found == meeting.votes.end()) continue;
    if (!is_in(meeting, states)) return wrong_state(meeting);
    return VotePlace{meeting_id, meeting, id, found->second};
  }
  return refuse(RefusalCode::no_such_vote, "vote");
}

std::optional<Refusal> no_room_for_a_draft(const State& state) {
  const auto is_draft = [](const auto& m) { return m.second.state == MeetingState::drafted; };
  if (std::ranges::count_if(state.meetings, is_draft) < static_cast<std::ptrdiff_t>(limits::drafts)) {
    return std::nullopt;
  }
  return with(refuse(RefusalCode::too_many_drafts), "max", limits::drafts);
}

std::optional<Refusal> full_agenda(const Meeting& meeting) {
  if (meeting.items.size() < limits::items) return std::nullopt;
  return with(refuse(RefusalCode::too_many_items), "max", limits::items);
}

Result<ItemPlace> floor_of(const State& state) {
  const auto place = current_in(state, {MeetingState::open});
  if (!place) return place.error();
  const Meeting& meeting = place->meeting;
  if (!meeting.active_item) return refuse(RefusalCode::no_active_item);
  return ItemPlace{place->meeting_id, meeting, *meeting.active_item, meeting.items.at(*meeting.active_item)};
}

}  // namespace talar::hall
