#include <algorithm>

#include "server/hall/clocks.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/sight.hpp"

namespace talar::hall {
namespace {

/// The vote, if its item may be seen.
std::optional<VoteId> if_seen(const Meeting& meeting, std::optional<VoteId> vote, Sight sight) {
  if (vote && sight.sees(meeting, meeting.votes.at(*vote))) return vote;
  return std::nullopt;
}

ItemView view_item(MeetingId meeting_id, const Meeting& meeting, ItemId id, Sight sight) {
  const Item& item = meeting.items.at(id);
  ItemView view;
  view.meeting = meeting_id;
  view.parent = item.parent;
  view.number = number_of(meeting, id);
  view.state = item.state;
  view.minutes = item.content.minutes;
  view.started_at = item.started_at;
  view.ended_at = item.ended_at;
  view.running_since = item.running_since;
  view.spent = item.spent;
  if (!sight.sees(meeting, id)) {  // CNF-2
    view.closed = true;
    return view;
  }
  view.title = item.content.title;
  view.short_title = item.content.short_title;
  view.kind = item.content.kind;
  view.presenter = item.content.presenter;
  view.confidential = is_closed(meeting, id);
  view.options.assign(item.content.options.begin(), item.content.options.end());
  view.reason = item.reason;
  if (item.content.links) view.links.assign(item.content.links->begin(), item.content.links->end());
  view.origin = item.origin;
  view.referral = item.referral;
  view.taken_out_by = item.taken_out_by;
  view.decided_by = item.decided_by;
  view.recused = recused_of(meeting, id);
  view.approves = item.content.approves;
  if (!sight.is_desk()) return view;
  view.carried_to = item.carried_to;                               // into a draft (STA-3)
  if (item.content.notes) view.notes = item.content.notes->value;  // AGD-27
  return view;
}

/// AGD-19.
std::optional<std::int64_t> expected_number(const State& state, MeetingId id, const Meeting& meeting) {
  if (meeting.state != MeetingState::drafted) return std::nullopt;
  const auto comes_before = [&](const auto& other) {
    return other.second.state == MeetingState::drafted &&
           std::pair(other.second.content.starts_at, other.first) < std::pair(meeting.content.starts_at, id);
  };
  return state.meetings_numbered + 1 + std::ranges::count_if(state.meetings, comes_before);
}

MeetingView view_meeting(const State& state, MeetingId id, const Meeting& meeting, Sight sight) {
  MeetingView view;
  view.state = meeting.state;
  view.number = meeting.number;
  view.term = meeting.term;
  view.content = meeting.content;
  view.quorum = quorum(state, meeting);
  view.opened_at = meeting.opened_at;
  view.override_reason = meeting.override_reason;
  view.recess_since = meeting.recess_since;
  view.recess_until = meeting.recess_until;
  view.ended_at = meeting.ended_at;
  view.not_held_reason = meeting.not_held_reason;
  view.expected_number = expected_number(state, id, meeting);
  view.quorum_deadline = quorum_deadline(state, meeting);
  view.closed_since = meeting.closed_since;
  view.agenda = reading_order(meeting);
  view.active_item = meeting.active_item;
  view.open_vote = if_seen(meeting, meeting.open_vote, sight);
  view.shown_result = if_seen(meeting, meeting.shown_result, sight);
  view.minutes_published = meeting.minutes_published;
  return view;
}

}  // namespace

std::map<MeetingId, MeetingView> view_meetings(const State& state, Sight sight, const Parts& parts) {
  std::map<MeetingId, MeetingView> meetings;
  each_entry(state.meetings, parts.only(parts.meetings), [&](MeetingId id, const Meeting& meeting) {
    if (sight.sees(meeting)) meetings.emplace(id, view_meeting(state, id, meeting, sight));
  });
  return meetings;
}

std::map<MeetingId, MeetingView> view_notice(MeetingId id, const Meeting& current, const Parts& parts) {
  if (!parts.everything && !parts.meetings.contains(id)) return {};
  MeetingView view;
  view.state = current.state;
  view.number = current.number;
  view.term = current.term;
  view.content = current.content;
  view.closed_since = current.closed_since;
  return {{id, std::move(view)}};
}

void view_items(std::map<ItemId, ItemView>& items, MeetingId meeting_id, const Meeting& meeting, Sight sight,
                const Parts& parts) {
  each_entry(meeting.items, parts.only(parts.items),
             [&](ItemId id, const Item&) { items.emplace(id, view_item(meeting_id, meeting, id, sight)); });
}

}  // namespace talar::hall
