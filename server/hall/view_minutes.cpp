#include "server/hall/sight.hpp"

namespace talar::hall {

std::map<ResolutionId, ResolutionView> view_resolutions(const Meeting& meeting, Sight sight) {
  std::map<ResolutionId, ResolutionView> resolutions;
  for (const auto& [id, resolution] : meeting.resolutions)
    if (sight.sees(meeting, resolution.item)) resolutions.emplace(id, resolution);
  return resolutions;
}

MinutesView view_minutes(const Meeting& meeting, Sight sight) {
  MinutesView view;
  for (const auto& [seq, entry] : meeting.entries) {
    const auto line = view.entries.emplace(std::to_string(seq), entry).first;
    const bool is_private = entry.kind == EntryKind::absence_excused && !sight.is_desk();
    if (is_private) line->second.reason.reset();  // PRS-6
  }
  for (const auto& [id, item] : meeting.items)
    if (item.text.version > 0) view.texts.emplace(id, item.text);
  return view;
}

}  // namespace talar::hall
