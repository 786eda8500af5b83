// The lines of the minutes that write themselves (EntryView).
#pragma once

#include <optional>

#include "protocol/events.hpp"
#include "protocol/views.hpp"

namespace talar {

/// With so many lines a meeting's minutes are full for one of this kind: comings and goings and turns, which anybody may
/// bring about, leave room for what is opened, voted on and decided.
std::size_t lines_until_full(EntryKind kind);

/// The line that an event writes, as far as the event alone tells of it: not its moment, nor what only the hall's state
/// knows (whose request was moved, why somebody had the turn, what a report answers, whether the meeting is one that
/// has minutes already). The hall and the archive both begin with it.
std::optional<EntryView> entry_of(const Event& event);

}  // namespace talar
