// How the protocol's values stand in columns: ids and enumerators as their words, moments and spans as milliseconds.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "protocol/id.hpp"
#include "protocol/time_text.hpp"
#include "protocol/values.hpp"
#include "protocol/words.hpp"
#include "storage/error.hpp"

namespace talar::storage {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_bytes = false;
template <std::size_t N>
inline constexpr bool is_bytes<std::array<std::uint8_t, N>> = true;

/// A value of our own writing that cannot be read back: the file was damaged, or edited by hand.
[[noreturn]] inline void unreadable(const std::string& text) {
  throw StorageError("the archive holds a value that cannot be read: " + text, StorageError::Outcome::refused);
}

template <class T>
void bind(SQLite::Statement& statement, int index, const T& value) {
  if constexpr (is_optional<T>) {
    value ? bind(statement, index, *value) : statement.bind(index);
  } else if constexpr (is_bytes<T>) {
    statement.bind(index, value.data(), static_cast<int>(value.size()));
  } else if constexpr (std::is_enum_v<T>) {
    statement.bind(index, std::string(word(value)));
  } else if constexpr (std::is_integral_v<T>) {
    statement.bind(index, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    statement.bind(index, std::string(std::string_view(value)));
  } else if constexpr (requires { value.ms; }) {
    statement.bind(index, value.ms);
  } else if constexpr (requires { value.text(); }) {
    statement.bind(index, value.text());
  } else if constexpr (std::is_same_v<T, Date>) {
    statement.bind(index, to_text(value));
  } else {
    bind(statement, index, value.value);  // Text, Whole, HallId, CommandId
  }
}

template <class T>
void take(const SQLite::Column& column, T& value) {
  if constexpr (is_optional<T>) {
    value.reset();
    if (!column.isNull()) take(column, value.emplace());
  } else if constexpr (is_bytes<T>) {
    if (column.size() != static_cast<int>(value.size())) unreadable("bytes of another length");
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy(bytes, bytes + value.size(), value.begin());
  } else if constexpr (std::is_same_v<T, std::string>) {
    value = column.getString();
  } else if constexpr (std::is_integral_v<T>) {
    value = static_cast<T>(column.getInt64());
  } else if constexpr (requires { value.ms; }) {
    value.ms = column.getInt64();
  } else if constexpr (std::is_enum_v<T>) {
    const auto found = parse_word<T>(column.getString());
    found ? value = *found : (unreadable(column.getString()), value);
  } else if constexpr (requires { value.text(); }) {
    const auto found = id_value(column.getString());
    found ? value.value = *found : (unreadable(column.getString()), 0);
  } else if constexpr (std::is_same_v<T, Date>) {
    const auto found = parse_date(column.getString());
    found ? value = *found : (unreadable(column.getString()), value);
  } else {
    take(column, value.value);
  }
}

}  // namespace talar::storage
