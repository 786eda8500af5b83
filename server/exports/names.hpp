// How a record calls people and things in forms that programs read: without the marks of direction that a page needs.
#pragma once

#include <string>
#include <vector>

#include "server/exports/paper_parts.hpp"

namespace talar::exports {

/// «الف، ب»
std::string plain_names(const Facts& facts, const std::vector<PersonId>& people);
/// Of a closed item that the record does not show: «بند غیرعلنی».
std::string title_of(const RecordItem& item);
/// «اتاق شکوفایی شهری رشت، چهاردهمین جلسه»
std::string meeting_title(const MeetingRecord& record);

}  // namespace talar::exports
