// Where a page of numbered rows ended, the newest first: "term.number" of its last row.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>

namespace talar::storage {

/// Above every row, unless it was read from a page.
struct PageCursor {
  std::int64_t term = std::numeric_limits<std::int64_t>::max();
  std::int64_t number = std::numeric_limits<std::int64_t>::max();

  bool is_before(std::int64_t term_, std::int64_t number_) const {
    return std::tie(term_, number_) < std::tie(term, number);
  }
  std::string text() const { return std::to_string(term) + "." + std::to_string(number); }
};

/// An unreadable one starts from the top.
inline PageCursor cursor_of(const std::optional<std::string>& text) {
  if (!text) return {};
  PageCursor cursor;
  const char* end = text->data() + text->size();
  const auto term = std::from_chars(text->data(), end, cursor.term);
  if (term.ec != std::errc{} || term.ptr == end || *term.ptr != '.') return {};
  const auto number = std::from_chars(term.ptr + 1, end, cursor.number);
  return number.ec == std::errc{} && number.ptr == end ? cursor : PageCursor{};
}

}  // namespace talar::storage
