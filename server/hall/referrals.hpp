// What halls ask of each other and answer, and how it comes onto an agenda here.
#pragma once

#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"
#include "server/hall/steps.hpp"

namespace talar::hall {

/// It was sent here; the others were sent from here.
inline bool is_received(const ReferralView& referral) {
  return referral.other.has_value();
}

/// Whether something has come from another hall that no agenda here has taken up yet: where it was sent to the referral
/// itself, until it is answered; where it was sent from the report.
bool is_waiting(const ReferralView& referral);

/// The item that goes on with it, at this place on top of the agenda.
ItemAdded item_of(MeetingId meeting, ItemId item, std::int64_t position, ReferralId id, const ReferralView& referral);

/// All that waits, at the end of the agenda of a meeting that these events draft.
void add_waiting(Events& events, const State& state, MeetingId meeting, IdSource& ids);

/// apply(): an item has come onto an agenda, or is gone from it.
void take_up(State& state, const ItemAdded& e);
void let_go(State& state, ItemId item);

}  // namespace talar::hall
