// Command ids of what the server itself does because of something on record: doing it twice does nothing.
#pragma once

#include <fmt/format.h>

#include "protocol/values.hpp"

namespace talar::live {

/// No UUID: who could write one over the wire, where all ids are known, would use it up before the server does.
inline constexpr std::string_view derived_prefix = "talar:";

/// Always the same for a cause, and for no other. `family` is a word for each kind of cause.
inline CommandId derived_id(std::string_view family, std::uint64_t cause) {
  return {fmt::format("{}{}:{:013x}", derived_prefix, family, cause)};
}

inline bool is_derived(const CommandId& id) {
  return id.value.starts_with(derived_prefix);
}

}  // namespace talar::live
