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

void apply_on(State& state, const Recorded& recorded, const MessagePosted& e) {
  state.message = MessageView{e.text, recorded.at};
}

void apply_on(State& state, const Recorded&, const MessageCleared&) {
  state.message.reset();
}

}  // namespace talar::hall
