#include "server/hall/apply.hpp"
#include "server/hall/tasks.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded& recorded, const ResolutionFollowedUp& e) {
  Task& task = state.tasks.at(e.resolution);
  const FollowUpContent& content = e.content;
  if (!is_finished(content.state)) {
    task.finished_at.reset();
  } else if (!task.finished_at) {
    task.finished_at = recorded.at;
  }
  task.state = content.state;
  if (content.due) task.due = content.due;
  if (content.note || content.evidence || content.letter || content.due) ++task.notes;
}

}  // namespace talar::hall
