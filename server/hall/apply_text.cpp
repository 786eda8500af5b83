#include "protocol/text_changes.hpp"
#include "server/hall/apply.hpp"
#include "server/hall/records.hpp"

namespace talar::hall {
namespace {

/// MIN-14: the newest stays whatever its size, so that whoever is only one behind never has to ask.
void keep_at_hand(MinutesText& text, RecentUpdate update) {
  text.recent_chars += inserted_chars(update);
  text.recent.emplace_hint(text.recent.end(), text.version, std::move(update));
  while (text.recent.size() > limits::recent_updates ||
         (text.recent_chars > limits::recent_chars && text.recent.size() > 1)) {
    text.recent_chars -= inserted_chars(text.recent.begin()->second);
    text.recent.erase(text.recent.begin());
  }
}

/// Whoever holds it goes on holding it; anybody else could write because that hold had run out.
void written(MinutesText& text, const Recorded& recorded, const std::optional<EditorId>& client) {
  text.at = recorded.at;
  text.by = recorded.actor.person;
  if (!text.hold) return;
  if (text.hold->client == client) {
    text.hold->until = recorded.at + Millis{limits::text_hold_ms};
  } else {
    text.hold.reset();
  }
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const TextEdited& e) {
  MinutesText& text = record_of(state, e.meeting).texts[e.item];
  TALAR_ASSERT("MIN-1", e.version == text.version + static_cast<std::int64_t>(e.updates.size()));
  for (const TextUpdate& update : e.updates) {
    auto after = updated(text.text, update);
    TALAR_ASSERT("MIN-13", after.has_value());
    text.text = *std::move(after);
    ++text.version;
    keep_at_hand(text, {e.client, update.changes});
  }
  written(text, recorded, e.client);
}

void apply_on(State& state, const Recorded& recorded, const MinutesWritten& e) {
  MinutesText& text = record_of(state, e.meeting).texts[e.item];
  TALAR_ASSERT("MIN-1", e.version == text.version + 1);
  TextUpdate update = difference(text.text, e.text.value);
  text.text = e.text;
  text.version = e.version;
  keep_at_hand(text, {e.client.value_or(EditorId{no_editor}), std::move(update.changes)});
  written(text, recorded, e.client);
}

void apply_on(State& state, const Recorded& recorded, const TextHeld& e) {
  MinutesText& text = record_of(state, e.meeting).texts[e.item];
  text.hold = TextHold{*recorded.actor.person, e.client, e.until};
}

void apply_on(State& state, const Recorded&, const TextReleased& e) {
  record_of(state, e.meeting).texts.at(e.item).hold.reset();
}

}  // namespace talar::hall
