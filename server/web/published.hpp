// What is published of a closed secret vote, out of a view or a record, without its ballots. Pure.
#pragma once

#include <optional>

#include "protocol/archive.hpp"
#include "protocol/published.hpp"

namespace talar::web {

/// Nothing when the vote is not there, not secret, or has no result.
std::optional<PublishedVote> published(const HallId& hall, VoteId vote, const View& view);
std::optional<PublishedVote> published(const HallId& hall, VoteId vote, const MeetingRecord& record);

}  // namespace talar::web
