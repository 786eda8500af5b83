#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

/// What a resolution points to must be there: its vote on the same item, adopted, and members who answer for it.
std::optional<Refusal> unfounded(const State& state, const Meeting& meeting, ItemId item,
                                 const ResolutionContent& content) {
  if (content.vote) {
    const auto found = meeting.votes.find(*content.vote);
    const bool is_here = found != meeting.votes.end() && found->second.item == item;
    if (!is_here && meeting.items.at(item).decided_by != content.vote) {  // MIN-5
      return refuse(RefusalCode::no_such_vote, "content.vote");
    }
    const Vote& vote = found->second;
    if (vote.state != VoteState::closed || vote.result->outcome != Outcome::adopted) {
      return refuse(RefusalCode::vote_not_adopted, "content.vote");
    }
  }
  for (std::size_t i = 0; i < content.responsible.size(); ++i) {
    if (state.members.contains(content.responsible[i])) continue;
    return refuse(RefusalCode::no_such_person, "content.responsible." + std::to_string(i));
  }
  return std::nullopt;
}

}  // namespace

Decision decide_on(const Asking& a, const AdoptResolution& c) {
  const auto place = item_in(a.state, c.item, {open, recess, closed});
  if (!place) return place.error();
  if (!place->item.started_at && !place->item.decided_by) {  // MIN-4
    return with(refuse(RefusalCode::wrong_item_state, "item"), "state", place->item.state);
  }
  if (place->meeting.record.resolutions.size() >= limits::resolutions_per_meeting) {
    return with(refuse(RefusalCode::too_many_resolutions), "max", limits::resolutions_per_meeting);
  }
  if (auto refusal = unfounded(a.state, place->meeting, c.item, c.content)) return *refusal;
  return Events{ResolutionAdopted{place->meeting_id, c.item, a.ids().next<ResolutionId>(),
                                  a.state.resolutions_numbered + 1, c.content}};
}

Decision decide_on(const Asking& a, const EditResolution& c) {
  if (a.state.frozen.resolutions.contains(c.resolution)) return refuse(RefusalCode::minutes_frozen, "resolution");
  const auto place = current_in(a.state, {open, recess, closed});
  if (!place) return place.error();
  const auto found = place->meeting.record.resolutions.find(c.resolution);
  if (found == place->meeting.record.resolutions.end()) return refuse(RefusalCode::no_such_resolution, "resolution");
  if (auto refusal = unfounded(a.state, place->meeting, found->second.item, c.content)) return *refusal;
  return Events{ResolutionEdited{place->meeting_id, c.resolution, c.content}};
}

Decision decide_on(const Asking&, const PostMessage& c) {
  return Events{MessagePosted{c.text}};
}

Decision decide_on(const Asking& a, const ClearMessage&) {
  if (!a.state.message) return refuse(RefusalCode::no_message);
  return Events{MessageCleared{}};
}

}  // namespace talar::hall
