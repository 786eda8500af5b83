// Bytes of any length as a column: a text would not do, which SQLite measures and converts.
#pragma once

#include "storage/sql_values.hpp"

namespace talar::storage {

struct BytesToKeep {
  std::string_view bytes;
};
struct KeptBytes {
  std::string bytes;
};

inline std::span<const std::uint8_t> column_of(const BytesToKeep& value) {
  return {reinterpret_cast<const std::uint8_t*>(value.bytes.data()), value.bytes.size()};
}

inline void take(const Column& column, KeptBytes& value) {
  const auto bytes = column.bytes();
  value.bytes.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

}  // namespace talar::storage
