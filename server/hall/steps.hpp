// Parts of what happens that several commands share: ending a turn, ending an item, leaving the hall.
#pragma once

#include "protocol/events.hpp"
#include "server/hall/lookup.hpp"

namespace talar::hall {

using Events = std::vector<Event>;

/// A clock that was set back must not make time negative.
Millis elapsed(Instant from, Instant until);
/// Without pauses.
Millis spoken(const Turn& turn, Instant now);

TurnEnded ended(const MeetingPlace& place, const Turn& turn, Instant now);
/// When the turn that interrupted it has ended: unless something else holds it (FLR-28).
void resume_interrupted(Events& events, const MeetingPlace& place);
/// The running turn, if there is one; the one it has interrupted goes on.
void end_turn(Events& events, const MeetingPlace& place, Instant now);
/// Both.
void end_turns(Events& events, const MeetingPlace& place, Instant now);
/// Unless it stands still already.
void pause_turn(Events& events, const MeetingPlace& place);
/// An active item's turn ends with it.
void end_item(Events& events, const MeetingPlace& place, ItemId item, ItemState outcome, std::optional<Reason> reason,
              Instant now);
/// The active item, if there is one.
void end_active_item(Events& events, const MeetingPlace& place, Instant now);
/// Observers and displays see no more of the item, if they did (CNF-9).
void close_item(Events& events, const MeetingPlace& place, ItemId item);
/// Whoever may no longer speak in the item: their turn ends, their request is taken back.
void leave_floor(Events& events, const MeetingPlace& place, ItemId item, PersonId person, Instant now);
/// Nor in its parts.
void leave_floor_below(Events& events, const MeetingPlace& place, ItemId item, PersonId person, Instant now);
/// The floor takes note before the person is gone.
void depart(Events& events, const MeetingPlace& place, PersonId person, Instant now);

}  // namespace talar::hall
