// One record that has everything in it that records can have, for the tests of every form that a record is given.
#pragma once

#include "server/exports/exports.hpp"

namespace talar::exports {

namespace rich {
inline constexpr PersonId mayor{1}, vice{2}, secretary{3}, guest{4}, deputy{10}, engineer{11}, councillor{12},
    architect{13}, stand_in{14}, newcomer{15};
inline constexpr MeetingId meeting{100}, meeting_before{99};
inline constexpr ItemId welcome{200}, rivers{201}, rivers_budget{202}, wishes{203}, election{204}, block{205},
    paving{206}, lighting{207}, contract{208}, waste{209}, approval{210}, park{189};
inline constexpr VoteId by_device{300}, by_roll_call{301}, by_hands{302}, secret{303}, by_consent{304}, objected{305},
    after_objection{306}, elected{307}, ranked{308}, points{309}, voided{310}, in_closed_item{311};
inline constexpr Instant opened{1'703'741'400'000};  // Thursday 2023-12-28 09:00 in Tehran
}  // namespace rich

/// As members see it. Sealed, with addenda and a correction.
Source inside_source();
/// The same as everybody sees it: of the closed item nothing but that it was there.
Source public_source();
/// A draft of the same meeting, not ended yet and without a number of votes.
Source draft_source();
/// For want of a quorum: no item, no vote.
Source not_held_source();

/// What the votes of `inside_source()` are made of; source_votes.cpp.
void add_votes(MeetingRecord& record);
RecordItem& item_of(MeetingRecord& record, ItemId item);
inline Instant minute(std::int64_t minutes) {
  return rich::opened + Millis{minutes * 60'000};
}

}  // namespace talar::exports
