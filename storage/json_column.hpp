// Values of many parts in one column, as the protocol writes them.
#pragma once

#include "protocol/codec.hpp"
#include "storage/sql_values.hpp"

namespace talar::storage {

template <class T>
std::optional<std::string> json_of(const std::optional<T>& value) {
  if (!value) return std::nullopt;
  return to_json_text(*value);
}

template <class T>
std::optional<T> from_json(const std::optional<std::string>& json) {
  if (!json) return std::nullopt;
  auto value = from_json_text<T>(*json);
  if (!value) unreadable(*json);
  return std::move(*value);
}

}  // namespace talar::storage
