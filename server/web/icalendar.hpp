// Calendars as calendar programs read them (RFC 5545): pure text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/archive.hpp"

namespace talar::web {

/// `name` is what the calendar is called there. The same meetings give the same text.
std::string icalendar(std::string_view name, const std::vector<storage::CalendarMeeting>& meetings);

/// A content line, folded at 75 octets and never within a character, with its end.
std::string content_line(std::string_view line);
/// RFC 5545 3.3.11.
std::string escaped_text(std::string_view text);

}  // namespace talar::web
