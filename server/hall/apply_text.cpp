#include "server/hall/apply.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded& recorded, const MinutesWritten& e) {
  MinutesText& text = state.meetings.at(e.meeting).record.texts[e.item];
  TALAR_ASSERT("MIN-1", e.version == text.version + 1);
  text.text = e.text;
  text.version = e.version;
  text.at = recorded.at;
  text.by = recorded.actor.person;
}

}  // namespace talar::hall
