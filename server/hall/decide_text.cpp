#include "protocol/text_changes.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/records.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

/// MIN-15.
bool is_held(const MinutesText& text, const std::optional<EditorId>& by_other_than, Instant now) {
  return text.hold && now < text.hold->until && text.hold->client != by_other_than;
}

/// Why this editor may not write onto the text as it is now.
std::optional<Refusal> shut(const Asking& a, const MinutesText& text, std::int64_t version,
                            const std::optional<EditorId>& client) {
  if (is_held(text, client, a.now())) return refuse(RefusalCode::text_held, "item");
  if (version == text.version) return std::nullopt;
  return with(refuse(RefusalCode::stale_text, "version"), "version", text.version);  // MIN-1
}

/// MIN-13: what was typed too much may be taken out again by what was typed after it, or an editor that has sent it once
/// would never get rid of it. On the way there the text stays bounded too.
std::optional<Refusal> unfit(std::string text, const List<TextUpdate, limits::text_updates>& updates) {
  for (std::size_t i = 0; i < updates.size(); ++i) {
    const std::string field = "updates." + std::to_string(i);
    auto after = updated(text, updates[i]);
    if (!after) return refuse(RefusalCode::bad_change, field, "ascending places of the text before the update");
    const bool is_last = i + 1 == updates.size();
    if (chars_of(*after) > (is_last ? limits::minutes_chars : 2 * limits::minutes_chars)) return too_long(field);
    text = *std::move(after);
  }
  return std::nullopt;
}

}  // namespace

Decision decide_on(const Asking& a, const EditText& c) {
  const auto place = text_in(a.state, c.item);
  if (!place) return place.error();
  const MinutesText& text = place->text;
  if (auto refusal = shut(a, text, c.version.value, c.client)) return *refusal;
  if (c.updates.empty()) {
    Refusal refusal = refuse(RefusalCode::out_of_bounds, "updates", "at least one update");
    refusal.args = {{"of", "list"}, {"min", "1"}, {"max", std::to_string(limits::text_updates)}};
    return refusal;
  }
  if (auto refusal = unfit(text.text, c.updates)) return *refusal;
  const auto version = text.version + static_cast<std::int64_t>(c.updates.size());
  return Events{TextEdited{place->meeting_id, c.item, version, c.client, c.updates}};
}

Decision decide_on(const Asking& a, const WriteMinutes& c) {
  const auto place = text_in(a.state, c.item);
  if (!place) return place.error();
  if (auto refusal = shut(a, place->text, c.version.value, c.client)) return *refusal;
  return Events{MinutesWritten{place->meeting_id, c.item, c.text, place->text.version + 1, c.client}};
}

Decision decide_on(const Asking& a, const HoldText& c) {
  const auto place = text_in(a.state, c.item);
  if (!place) return place.error();
  if (is_held(place->text, c.client, a.now())) return refuse(RefusalCode::text_held, "item");
  return Events{TextHeld{place->meeting_id, c.item, c.client, a.now() + Millis{limits::text_hold_ms}}};
}

Decision decide_on(const Asking& a, const ReleaseText& c) {
  const auto place = text_in(a.state, c.item);
  if (!place) return place.error();
  const auto& hold = place->text.hold;
  if (!hold || hold->client != c.client) return refuse(RefusalCode::text_not_held, "item");
  return Events{TextReleased{place->meeting_id, c.item}};
}

}  // namespace talar::hall
