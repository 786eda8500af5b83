// The clocks that run out by themselves: for each when it does, and what happens then (deadline.cpp, decide_tick.cpp).
#pragma once

#include "server/hall/decide.hpp"

namespace talar::hall {

// deadline.cpp
std::optional<Instant> vote_deadline(const Meeting& meeting);
/// The last call is out.
std::optional<Instant> list_deadline(const Meeting& meeting);
/// MTG-11: a meeting that still has no quorum is not held any more.
std::optional<Instant> quorum_deadline(const State& state, const Meeting& meeting);

// What happens; nothing as long as it is not due.
Events due_vote(const Asking& a, const MeetingPlace& place);    // decide_vote.cpp
Events due_list(const Asking& a, const MeetingPlace& place);    // decide_queue.cpp
Events due_quorum(const Asking& a, const MeetingPlace& place);  // decide_meeting.cpp

}  // namespace talar::hall
