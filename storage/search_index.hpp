// The writing side of search: which text of the record is found under which folded words.
#pragma once

#include "protocol/archive.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

/// Where a searchable text stands.
struct SearchKey {
  HitKind kind = HitKind::agenda;
  ItemId item;
  std::optional<ResolutionId> resolution;
};

/// From now on `text` is found at `key`, and what was there before is not.
void search_for(Sql& sql, const SearchKey& key, const std::string& text);

}  // namespace talar::storage
