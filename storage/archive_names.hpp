// What people, other meetings and other halls are called, for whoever has their ids only.
#pragma once

#include "storage/archive_query.hpp"

namespace talar::storage {

/// As they were called at that meeting, else as they are in the hall, else as at the last meeting that they were of.
std::optional<Name> name_of(Sql& sql, const HallId& hall, const std::optional<MeetingId>& meeting, PersonId person);

Named find_named(Sql& sql, const HallId& hall, const MeetingRecord& record);

}  // namespace talar::storage
