// Moments and days as text (RFC 3339), always UTC on the way out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/values.hpp"

namespace talar {

/// "2023-12-28T05:30:00.000Z"
std::string to_text(Instant at);
/// Takes any offset and up to nine fractional digits (cut to milliseconds). Nothing for any other text.
std::optional<Instant> parse_instant(std::string_view text);

/// "2024-01-04"
std::string to_text(Date day);
/// Nothing for a day that no calendar has.
std::optional<Date> parse_date(std::string_view text);

}  // namespace talar
