// What the steps in the life of a record share, from the end of its meeting to its seal.
#pragma once

#include "server/hall/decide.hpp"
#include "server/hall/records.hpp"

namespace talar::hall {

/// REC-1: how many records that are not sealed yet stay at hand; half a year of weekly meetings.
inline constexpr std::size_t unsealed_records = 26;

/// REC-11: the members who were there at some time, without guests and secretaries.
std::set<PersonId> who_was_there(const State& state, const Meeting& meeting);
/// REC-1: it leaves its meeting, which is followed by another; there is room for so many.
void keep_record(State& state, MeetingId id, Meeting& meeting);

/// Of a meeting that is over.
Result<RecordPlace> ended_record(const State& state, MeetingId meeting);
Refusal wrong_state(const Record& record);
/// The only vote that may have decided it: of this item, adopted and not voided (MIN-5, REC-9).
std::optional<Refusal> not_adopted(const Meeting& meeting, ItemId item, VoteId vote, const char* field);

// Minutes that come up for approval (approval.cpp) --------------------------------------------------------------------

class AgendaEnd;

/// REC-7: why an item of the one meeting cannot be there to approve the minutes of the other.
std::optional<Refusal> unfit_for_approval(const State& state, MeetingId of, MeetingId minutes);
/// REC-8: an item for each minutes that wait for approval.
void add_approvals(AgendaEnd& agenda, const State& state);

std::map<MeetingId, RecordView> view_records(const State& state, const std::set<MeetingId>* only);
/// The invariants (check.cpp).
void check_records(const State& state);

}  // namespace talar::hall
