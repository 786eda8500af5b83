#include "server/hall/decide.hpp"
#include "server/hall/records.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

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
