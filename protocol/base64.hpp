// Bytes as texts: RFC 4648, section 4, padded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace talar {

std::string to_base64(std::string_view bytes);
/// Nothing for what to_base64() would not have written.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace talar
