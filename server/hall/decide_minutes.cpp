#include "server/hall/decide.hpp"
#include "server/hall/records.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

/// MIN-5: its vote is on the same item, or on its consent block, and adopted.
std::optional<Refusal> unfounded(const Meeting& meeting, ItemId item, const std::optional<VoteId>& by) {
  if (!by) return std::nullopt;
  const auto found = meeting.votes.find(*by);
  const bool is_here = found != meeting.votes.end() && found->second.item == item;
  if (!is_here && meeting.items.at(item).decided_by != by) return refuse(RefusalCode::no_such_vote, "content.vote");
  const Vote& vote = found->second;
  if (vote.state == VoteState::closed && vote.result->outcome == Outcome::adopted) return std::nullopt;
  return refuse(RefusalCode::vote_not_adopted, "content.vote");
}

/// MIN-6: members answer for it.
std::optional<Refusal> unanswered(const State& state, const ResolutionContent& content) {
  for (std::size_t i = 0; i < content.responsible.size(); ++i) {
    if (state.members.contains(content.responsible[i])) continue;
    return refuse(RefusalCode::no_such_person, "content.responsible." + std::to_string(i));
  }
  return std::nullopt;
}

/// MIN-16.
bool is_hideable(EntryKind kind) {
  switch (kind) {
    case EntryKind::vote:
    case EntryKind::vote_voided:
    case EntryKind::count_corrected:
    case EntryKind::resolution:
    case EntryKind::minutes_approved:
      return false;
    default:
      return true;
  }
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
  if (auto refusal = unfounded(place->meeting, c.item, c.content.vote)) return *refusal;
  if (auto refusal = unanswered(a.state, c.content)) return *refusal;
  return Events{ResolutionAdopted{place->meeting_id, c.item, a.ids().next<ResolutionId>(),
                                  a.state.resolutions_numbered + 1, c.content}};
}

Decision decide_on(const Asking& a, const EditResolution& c) {
  const auto place = resolution_in(a.state, c.resolution);
  if (!place) return place.error();
  const auto meeting = a.state.meetings.find(place->meeting_id);
  if (meeting != a.state.meetings.end()) {
    if (auto refusal = unfounded(meeting->second, place->resolution.item, c.content.vote)) return *refusal;
  } else if (c.content.vote != place->resolution.content.vote) {  // of its votes nothing is left here
    return refuse(RefusalCode::no_such_vote, "content.vote", "the vote that it names already");
  }
  if (auto refusal = unanswered(a.state, c.content)) return *refusal;
  return Events{ResolutionEdited{place->meeting_id, c.resolution, c.content}};
}

Decision decide_on(const Asking& a, const EditEntry& c) {
  const auto place = changing_record_in(a.state, c.meeting);
  if (!place) return place.error();
  const auto found = place->record.entries.find(c.entry.value);
  if (found == place->record.entries.end()) return refuse(RefusalCode::no_such_entry, "entry");
  if (c.hidden && !is_hideable(found->second.kind)) return refuse(RefusalCode::entry_not_hideable, "hidden");
  return Events{EntryEdited{c.meeting, c.entry.value, c.hidden, c.note}};
}

Decision decide_on(const Asking& a, const SavePhrase& c) {
  if (c.phrase && !a.state.phrases.contains(*c.phrase)) return refuse(RefusalCode::no_such_phrase, "phrase");
  if (!c.phrase && a.state.phrases.size() >= limits::phrases) {
    return with(refuse(RefusalCode::too_many_phrases), "max", limits::phrases);
  }
  return Events{PhraseSaved{c.phrase ? *c.phrase : a.ids().next<PhraseId>(), c.content}};
}

Decision decide_on(const Asking& a, const RemovePhrase& c) {
  if (!a.state.phrases.contains(c.phrase)) return refuse(RefusalCode::no_such_phrase, "phrase");
  return Events{PhraseRemoved{c.phrase}};
}

Decision decide_on(const Asking&, const PostMessage& c) {
  return Events{MessagePosted{c.text}};
}

Decision decide_on(const Asking& a, const ClearMessage&) {
  if (!a.state.message) return refuse(RefusalCode::no_message);
  return Events{MessageCleared{}};
}

}  // namespace talar::hall
