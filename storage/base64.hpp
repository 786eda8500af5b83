// Bytes in texts (RFC 4648, with padding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace talar::storage {

std::string base64(std::string_view bytes);
/// Nothing for what base64() would not have written.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace talar::storage
