#include "server/hall/apply.hpp"
#include "server/hall/records.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded&, const EntryEdited& e) {
  Entry& entry = record_of(state, e.meeting).entries.at(e.entry);
  entry.hidden = e.hidden;
  entry.note = e.note;
}

void apply_on(State& state, const Recorded&, const PhraseSaved& e) {
  state.phrases.insert_or_assign(e.phrase, e.content);
}

void apply_on(State& state, const Recorded&, const PhraseRemoved& e) {
  state.phrases.erase(e.phrase);
}

void apply_on(State& state, const Recorded& recorded, const ResolutionAdopted& e) {
  TALAR_ASSERT("MIN-3", e.number == state.resolutions_numbered + 1);
  state.resolutions_numbered = e.number;
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.record.resolutions.emplace(e.resolution, Resolution{e.number, e.item, recorded.at, e.content});
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded&, const ResolutionEdited& e) {
  record_of(state, e.meeting).resolutions.at(e.resolution).content = e.content;
}

void apply_on(State& state, const Recorded& recorded, const MessagePosted& e) {
  state.message = MessageView{e.text, recorded.at};
}

void apply_on(State& state, const Recorded&, const MessageCleared&) {
  state.message.reset();
}

}  // namespace talar::hall
