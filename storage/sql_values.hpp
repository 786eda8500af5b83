// How the protocol's values stand in columns: ids and enumerators as their words, moments and spans as milliseconds.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
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

/// What SQLite is given for a value: a number, a text, bytes, or an optional one of these. Refers to the value.
template <class T>
auto column_of(const T& value) {
  if constexpr (is_optional<T>) {
    using Column = decltype(column_of(*value));
    return value ? std::optional<Column>(column_of(*value)) : std::nullopt;
  } else if constexpr (is_bytes<T>) {
    return std::span<const std::uint8_t>(value);
  } else if constexpr (std::is_enum_v<T>) {
    return std::string_view(word(value));
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    return std::string_view(value);
  } else if constexpr (requires { value.ms; }) {
    return value.ms;
  } else if constexpr (requires { value.text(); }) {
    return value.text();  // short enough for a std::string to hold it without allocating
  } else if constexpr (std::is_same_v<T, Date>) {
    return to_text(value);
  } else {
    return column_of(value.value);  // Text, Whole, HallId, CommandId
  }
}

/// `keep`: SQLITE_STATIC when the column outlives the statement's run, else SQLITE_TRANSIENT, which copies it.
template <class Column>
void bind(sqlite3_stmt* statement, int index, const Column& column, sqlite3_destructor_type keep) {
  if constexpr (is_optional<Column>) {
    column ? bind(statement, index, *column, keep) : (void)sqlite3_bind_null(statement, index);
  } else if constexpr (std::is_same_v<Column, std::int64_t>) {
    sqlite3_bind_int64(statement, index, column);
  } else if constexpr (std::is_same_v<Column, std::span<const std::uint8_t>>) {
    sqlite3_bind_blob64(statement, index, column.data(), column.size(), keep);
  } else {
    // An empty view may point nowhere, which would be NULL.
    const char* const text = column.empty() ? "" : column.data();
    sqlite3_bind_text64(statement, index, text, column.size(), keep, SQLITE_UTF8);
  }
}

/// One value of the row on which a statement stands.
struct Column {
  sqlite3_stmt* statement;
  int index;

  bool null() const { return sqlite3_column_type(statement, index) == SQLITE_NULL; }
  std::int64_t number() const { return sqlite3_column_int64(statement, index); }
  double real() const { return sqlite3_column_double(statement, index); }
  std::string_view text() const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, index))};
  }
  std::span<const std::uint8_t> bytes() const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, index));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, index))};
  }
};

template <class T>
void take(const Column& column, T& value) {
  const auto found = [&](const auto& parsed) {
    if (!parsed) unreadable(std::string(column.text()));
    return *parsed;
  };
  if constexpr (is_optional<T>) {
    value.reset();
    if (!column.null()) take(column, value.emplace());
  } else if constexpr (is_bytes<T>) {
    if (column.bytes().size() != value.size()) unreadable("bytes of another length");
    std::ranges::copy(column.bytes(), value.begin());
  } else if constexpr (std::is_same_v<T, std::string>) {
    value = column.text();
  } else if constexpr (std::is_floating_point_v<T>) {
    value = column.real();
  } else if constexpr (std::is_integral_v<T>) {
    value = static_cast<T>(column.number());
  } else if constexpr (requires { value.ms; }) {
    value.ms = column.number();
  } else if constexpr (std::is_enum_v<T>) {
    value = found(parse_word<T>(column.text()));
  } else if constexpr (requires { value.text(); }) {
    value.value = found(id_value(column.text()));
  } else if constexpr (std::is_same_v<T, Date>) {
    value = found(parse_date(column.text()));
  } else {
    take(column, value.value);
  }
}

}  // namespace talar::storage
