// The bounded building blocks of every message: a bound stands in the type, so that codec, schema and rules agree.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talar {

/// A text of Min to Max Unicode code points, UTF-8, without control characters except line feed.
template <std::size_t Max, std::size_t Min = 1>
struct Text {
  static constexpr std::size_t max_chars = Max;
  static constexpr std::size_t min_chars = Min;

  std::string value;

  Text() = default;
  Text(std::string text) : value(std::move(text)) {}
  Text(std::string_view text) : value(text) {}
  Text(const char* text) : value(text) {}
  template <std::size_t M, std::size_t N>
  Text(const Text<M, N>& other) : value(other.value) {}

  operator const std::string&() const { return value; }
  bool empty() const { return value.empty(); }
  auto operator<=>(const Text&) const = default;
};

/// A list of at most Max entries.
template <class T, std::size_t Max>
struct List : std::vector<T> {
  static constexpr std::size_t max_entries = Max;
  using std::vector<T>::vector;
  List() = default;
  List(std::vector<T> entries) : std::vector<T>(std::move(entries)) {}
};

/// A whole number from Min to Max.
template <std::int64_t Min, std::int64_t Max>
struct Whole {
  static constexpr std::int64_t min = Min;
  static constexpr std::int64_t max = Max;

  std::int64_t value = Min > 0 ? Min : 0;

  Whole() = default;
  Whole(std::int64_t number) : value(number) {}
  operator std::int64_t() const { return value; }
  auto operator<=>(const Whole&) const = default;
};

/// Up to 2^53 - 1, the largest that every reader of JSON keeps exactly (RFC 8259, section 6).
using ExactWhole = Whole<0, 9'007'199'254'740'991>;

/// A moment: milliseconds since 1970-01-01T00:00:00Z. RFC 3339 in UTC with milliseconds on the wire.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};

/// Elapsed or allowed time in milliseconds; a plain number on the wire.
struct Millis {
  std::int64_t ms = 0;
  auto operator<=>(const Millis&) const = default;
};

inline Instant operator+(Instant at, Millis span) { return {at.ms + span.ms}; }
inline Millis operator-(Instant later, Instant earlier) { return {later.ms - earlier.ms}; }
inline Millis operator+(Millis a, Millis b) { return {a.ms + b.ms}; }
inline Millis operator-(Millis a, Millis b) { return {a.ms - b.ms}; }

/// A calendar day in the Gregorian calendar; "2024-01-04" on the wire (RFC 3339 full-date). Screens show it as Jalali.
struct Date {
  std::int32_t year = 1970;
  std::int32_t month = 1;
  std::int32_t day = 1;
  auto operator<=>(const Date&) const = default;
};

/// The short name of a hall in addresses: 1 to 32 of a-z, 0-9 and '-'.
struct HallId {
  std::string value;
  auto operator<=>(const HallId&) const = default;
};

/// A command's id, chosen by the device: an RFC 9562 UUID in its usual 36 lower-case characters.
struct CommandId {
  std::string value;
  auto operator<=>(const CommandId&) const = default;
};

/// A JSON object as text, written elsewhere (a merge patch) and passed on as it is.
struct JsonObject {
  std::string text = "{}";
  bool operator==(const JsonObject&) const = default;
};

}  // namespace talar

template <>
struct std::hash<talar::HallId> {
  std::size_t operator()(const talar::HallId& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
