// Inside find_record(): the lines that wrote themselves, and how far the record has come.
#pragma once

#include "storage/archive_query.hpp"

namespace talar::storage {

std::vector<RecordEntry> find_entries(Sql& sql, MeetingId meeting, Sight sight);
RecordLife find_life(Sql& sql, MeetingId meeting, Sight sight);

}  // namespace talar::storage
