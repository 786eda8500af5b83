#include "server/hall/apply.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded& recorded, const MinutesWritten& e) {
  TextView& text = state.meetings.at(e.meeting).items.at(e.item).text;
  TALAR_ASSERT("MIN-1", e.version == text.version + 1);
  text = {e.text, e.version, recorded.at, recorded.actor.person};
}

void apply_on(State& state, const Recorded& recorded, const ResolutionAdopted& e) {
  TALAR_ASSERT("MIN-3", e.number == state.resolutions_numbered + 1);
  state.resolutions_numbered = e.number;
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.resolutions.emplace(e.resolution, Resolution{e.number, e.item, recorded.at, e.content});
  Entry entry = line(EntryKind::resolution, e.item);
  entry.resolution = e.resolution;
  note(meeting, recorded, std::move(entry));
}

void apply_on(State& state, const Recorded&, const ResolutionEdited& e) {
  state.meetings.at(e.meeting).resolutions.at(e.resolution).content = e.content;
}

void apply_on(State& state, const Recorded&, const MinutesPublished& e) {
  if (const auto past = state.past.find(e.meeting); past != state.past.end()) {
    past->second.minutes_published = true;
  } else {
    state.meetings.at(e.meeting).minutes_published = true;
  }
}

void apply_on(State& state, const Recorded& recorded, const MessagePosted& e) {
  state.message = MessageView{e.text, recorded.at};
}

void apply_on(State& state, const Recorded&, const MessageCleared&) {
  state.message.reset();
}

}  // namespace talar::hall
