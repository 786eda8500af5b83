#include "server/hall/apply.hpp"
#include "server/hall/hall.hpp"
#include "server/hall/tasks.hpp"

namespace talar::hall {
namespace {

bool is_of_the_desk(const State& state, PersonId person) {
  Context context;
  context.kind = Context::Kind::person;
  context.person = person;
  const Role role = role_of(state, context);
  return role == Role::chair || role == Role::staff;
}

}  // namespace

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
  if (!says_something(content)) return;
  ++task.notes;
  if (!is_of_the_desk(state, *recorded.actor.person)) ++task.own_notes;
}

}  // namespace talar::hall
