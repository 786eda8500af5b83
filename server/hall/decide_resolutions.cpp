#include <algorithm>

#include "server/hall/groups.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

Refusal too_many(std::size_t max) {
  return with(refuse(RefusalCode::too_many_resolutions), "max", max);
}

/// MIN-6: members answer for it, and a working group. `before`: what it says already; that may stay, whoever has left.
std::optional<Refusal> unfounded(const Asking& a, const ResolutionContent& content, const ResolutionContent& before) {
  for (std::size_t i = 0; i < content.responsible.size(); ++i) {
    const PersonId person = content.responsible[i];
    if (a.state.members.contains(person) || std::ranges::count(before.responsible, person) > 0) continue;
    return refuse(RefusalCode::no_such_person, "content.responsible." + std::to_string(i));
  }
  if (!content.group || content.group == before.group) return std::nullopt;
  const auto group = a.state.groups.find(*content.group);
  if (group == a.state.groups.end()) return refuse(RefusalCode::no_such_group, "content.group");
  if (is_over(group->second, a.now())) return refuse(RefusalCode::group_dissolved, "content.group");
  return std::nullopt;
}

}  // namespace

Decision decide_on(const Asking& a, const AdoptResolution& c) {
  const auto place = item_in(a.state, c.item, {open, recess, closed});
  if (!place) return place.error();
  if (place->meeting.term != a.state.term) return refuse(RefusalCode::minutes_frozen, "item");  // MIN-9
  if (!place->item.started_at && !place->item.decided_by) {  // MIN-4
    return with(refuse(RefusalCode::wrong_item_state, "item"), "state", place->item.state);
  }
  if (place->meeting.record.resolutions.size() >= limits::resolutions_per_meeting) {
    return too_many(limits::resolutions_per_meeting);
  }
  if (!has_room(a.state.tasks, limits::follow_ups, task_to_forget(a.state))) return too_many(limits::follow_ups);
  if (c.content.vote) {
    if (auto refusal = not_adopted(place->meeting, c.item, *c.content.vote, "content.vote")) return *refusal;
  }
  if (auto refusal = unfounded(a, c.content, {})) return *refusal;
  return Events{ResolutionAdopted{place->meeting_id, c.item, a.ids().next<ResolutionId>(),
                                  a.state.resolutions_numbered + 1, c.content}};
}

Decision decide_on(const Asking& a, const EditResolution& c) {
  const auto place = resolution_in(a.state, c.resolution);
  if (!place) return place.error();
  const Resolution& before = place->resolution;
  if (c.before && *c.before != before.content) return refuse(RefusalCode::stale_text, "before");
  const auto meeting = a.state.meetings.find(place->meeting_id);
  if (meeting == a.state.meetings.end()) {
    // MIN-12: of its votes nothing is left here.
    if (c.content.vote != before.content.vote) {
      return refuse(RefusalCode::no_such_vote, "content.vote", "the vote that it names already");
    }
  } else if (c.content.vote) {
    if (auto refusal = not_adopted(meeting->second, before.item, *c.content.vote, "content.vote")) return *refusal;
  }
  if (auto refusal = unfounded(a, c.content, before.content)) return *refusal;
  return Events{ResolutionEdited{place->meeting_id, c.resolution, c.content}};
}

Decision decide_on(const Asking& a, const VoidResolution& c) {
  const auto place = resolution_in(a.state, c.resolution);
  if (!place) return place.error();
  return Events{ResolutionVoided{place->meeting_id, c.resolution, c.reason}};
}

}  // namespace talar::hall
