// The register: what a hall has resolved, and what became of it.
#pragma once

#include "storage/archive.hpp"

namespace talar::storage {

class Sql;

/// Where a resolution stands, and what may be asked besides: not finished (open), not finished and its day past
/// (overdue) or near (due_soon).
BOOST_DEFINE_ENUM_CLASS(RegisterState, adopted, notified, under_way, done, dropped, open, overdue, due_soon)

/// from, to: of the due day as it stands now. words: of the resolution or its item's title (SearchQuery). after: the
/// `next` of the page before; an unreadable one starts from the top.
struct RegisterTerms {
  std::optional<RegisterState> state = {};
  std::optional<PersonId> person = {};
  std::optional<HallId> group = {};
  std::optional<Date> from = {};
  std::optional<Date> to = {};
  std::string words = {};
  std::optional<std::string> after = {};
};

}  // namespace talar::storage
