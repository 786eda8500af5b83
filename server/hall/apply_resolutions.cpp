#include "server/hall/apply.hpp"
#include "server/hall/records.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded& recorded, const ResolutionAdopted& e) {
  TALAR_ASSERT("MIN-3", e.number == state.resolutions_numbered + 1);
  state.resolutions_numbered = e.number;
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.record.resolutions.emplace(e.resolution, Resolution{e.number, e.item, recorded.at, e.content});
  make_room(state.tasks, limits::follow_ups, task_to_forget(state));
  Task task;
  task.meeting = e.meeting;
  task.item = e.item;
  task.number = e.number;
  task.text = e.content.text;
  task.responsible = e.content.responsible;
  task.group = e.content.group;
  task.due = e.content.due;
  state.tasks.emplace(e.resolution, std::move(task));
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded&, const ResolutionEdited& e) {
  ResolutionContent& content = record_of(state, e.meeting).resolutions.at(e.resolution).content;
  const auto due_before = content.due;
  content = e.content;
  const auto found = state.tasks.find(e.resolution);
  if (found == state.tasks.end()) return;  // it was finished, and is forgotten
  Task& task = found->second;
  task.text = e.content.text;
  task.responsible = e.content.responsible;
  task.group = e.content.group;
  if (e.content.due != due_before) task.due = e.content.due;  // else a later step may have moved it
}

void apply_on(State& state, const Recorded&, const ResolutionVoided& e) {
  record_of(state, e.meeting).resolutions.at(e.resolution).void_reason = e.reason;
  state.tasks.erase(e.resolution);
}

}  // namespace talar::hall
