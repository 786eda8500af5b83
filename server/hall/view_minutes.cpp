#include "protocol/text_changes.hpp"
#include "server/hall/sight.hpp"

namespace talar::hall {

std::map<ResolutionId, ResolutionView> view_resolutions(const Meeting& meeting, Sight sight, const Parts& parts) {
  std::map<ResolutionId, ResolutionView> resolutions;
  each_entry(meeting.record.resolutions, parts.only(parts.resolutions),
             [&](ResolutionId id, const Resolution& resolution) {
               if (sight.sees(meeting, resolution.item)) resolutions.emplace(id, resolution);
             });
  return resolutions;
}

std::optional<MinutesView> view_minutes(const Meeting& meeting, Sight sight, const Parts& parts) {
  if (!sight.is_inside() || (!parts.everything && parts.minutes.empty())) return std::nullopt;  // MIN-10
  MinutesView view;
  each_entry(meeting.record.entries, parts.only(parts.minutes.entries), [&](std::int64_t seq, const Entry& entry) {
    const auto line = view.entries.emplace_hint(view.entries.end(), seq, entry);
    const bool is_private =
        !sight.is_desk() && (entry.kind == EntryKind::absence_excused || entry.kind == EntryKind::absence_unexcused);
    if (is_private) line->second.reason.reset();  // PRS-6
  });
  each_entry(meeting.record.texts, parts.only(parts.minutes.texts), [&](ItemId id, const MinutesText& text) {
    view.texts.emplace(id, TextView{lines_of(text.text), text.version, text.at, text.by, {}, {}});
  });
  return view;
}

}  // namespace talar::hall
