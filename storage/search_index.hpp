// The writing side of search: which text of the record is found under which folded words.
//
// A row number of the index says where its text stands, so that a search sees it without another table: the item's
// number in `search_item`, or the meeting's, and a place in it. Rows of newer items are greater.
#pragma once

#include <string_view>

#include "protocol/archive.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

/// Places of an item: its title, the lines of its minutes from 1 on, then what stands in `search_entry`.
inline constexpr int search_place_bits = 17;
inline constexpr std::int64_t search_title = 0;
inline constexpr std::int64_t search_entries_from = std::int64_t{1} << 16;
static_assert(limits::minutes_chars + 1 < search_entries_from);

/// Where a searchable text stands that is no line of minutes: in an item or, of an addendum, in a meeting. step: seq of
/// a follow-up note or an addendum. referral: that a report answers.
struct SearchKey {
  HitKind kind = HitKind::agenda;
  std::optional<ItemId> item = {};
  std::optional<MeetingId> meeting = {};
  std::optional<ResolutionId> resolution = {};
  std::optional<VoteId> vote = {};
  std::optional<std::int64_t> step = {};
  std::optional<ReferralId> referral = {};
};

/// From now on `text` is found at `key`, and what was there before is not.
void search_for(Sql& sql, const SearchKey& key, const std::string& text);
/// Likewise each line of an item's minutes; only those are written again whose words have changed.
void search_for_lines(Sql& sql, ItemId item, const std::string& text);

}  // namespace talar::storage
