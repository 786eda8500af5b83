// Command ids of what the server itself does because of something on record: doing it twice does nothing.
#pragma once

#include <fmt/format.h>

#include "protocol/id.hpp"

namespace talar::live {

/// Always the same for a cause, and for no other. `family` is of eight hexadecimal digits, one for each kind of cause.
inline CommandId derived_id(std::string_view family, std::uint64_t cause) {
  constexpr std::uint64_t low_bits = 0xffff'ffff'ffff;
  return {fmt::format("{}-{:04x}-4000-8000-{:012x}", family, cause >> 48 & 0xffff, cause & low_bits)};
}

}  // namespace talar::live
