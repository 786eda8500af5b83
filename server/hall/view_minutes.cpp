#include "protocol/text_changes.hpp"
#include "server/hall/records.hpp"
#include "server/hall/sight.hpp"

namespace talar::hall {

namespace {

void view_entries(MinutesView& view, const Record& record, Sight sight, const Parts& parts) {
  each_entry(record.entries, parts.only(parts.minutes.entries), [&](std::int64_t seq, const Entry& entry) {
    if (entry.hidden && !sight.is_desk()) return;  // MIN-16
    const auto line = view.entries.emplace_hint(view.entries.end(), seq, entry);
    const bool is_private =
        !sight.is_desk() && (entry.kind == EntryKind::absence_excused || entry.kind == EntryKind::absence_unexcused);
    if (is_private) line->second.reason.reset();  // PRS-6
  });
}

std::map<std::int64_t, std::string> numbered_lines(std::string_view text) {
  std::map<std::int64_t, std::string> lines;
  for (const std::string_view line : lines_of(text))
    lines.emplace_hint(lines.end(), static_cast<std::int64_t>(lines.size()) + 1, line);
  return lines;
}

/// Before anything is written a text is there for the desk only, because somebody holds it.
void view_texts(MinutesView& view, const Record& record, Sight sight, const Parts& parts) {
  each_entry(record.texts, parts.only(parts.minutes.texts), [&](ItemId id, const MinutesText& text) {
    if (text.version == 0 && !(sight.is_desk() && text.hold)) return;
    TextView shown{numbered_lines(text.text), text.version, text.at, text.by, {}, {}};
    if (sight.is_desk()) {  // MIN-10
      shown.hold = text.hold;
      shown.recent = text.recent;
    }
    view.texts.emplace(id, std::move(shown));
  });
}

}  // namespace

std::map<ResolutionId, ResolutionView> view_resolutions(const Meeting& meeting, Sight sight, const Parts& parts) {
  std::map<ResolutionId, ResolutionView> resolutions;
  each_entry(meeting.record.resolutions, parts.only(parts.resolutions),
             [&](ResolutionId id, const Resolution& resolution) {
               if (sight.sees(meeting, resolution.item)) resolutions.emplace(id, resolution);
             });
  return resolutions;
}

std::optional<MinutesView> view_minutes(const State& state, const Meeting& current, Sight sight, const Parts& parts) {
  if (!sight.is_inside() || (!parts.everything && parts.minutes.empty())) return std::nullopt;  // MIN-10
  MinutesView view;
  view_entries(view, current.record, sight, parts);
  view_texts(view, current.record, sight, parts);
  for (const auto& [id, record] : state.records)
    if (may_change(record)) view_texts(view, record, sight, parts);
  return view;
}

}  // namespace talar::hall
