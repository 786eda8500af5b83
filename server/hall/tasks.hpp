// Resolutions on their way: what is late or soon due, who has what to do, and what comes back on the next agenda.
#pragma once

#include "server/hall/agenda_end.hpp"

namespace talar::hall {

/// Done or dropped.
bool is_finished(FollowUpState state);
/// FUP-5: a step that does so is one of so many.
bool says_something(const FollowUpContent& content);
/// FUP-10: the own unfinished ones, those due first.
std::map<ResolutionId, TaskView> tasks_of(const State& state, PersonId person);
/// FUP-8: the resolutions that are late or soon due when the meeting starts, below one item, as far as there is room.
void add_reminders(AgendaEnd& agenda, const State& state, Instant start);
/// The invariants (check.cpp).
void check_tasks(const State& state);

}  // namespace talar::hall
