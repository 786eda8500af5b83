// The same as protocol/text_changes, as simply as it can be said: on UTF-16 units, one after the other.
#pragma once

#include <optional>
#include <string>

#include "protocol/minutes.hpp"

namespace talar::test {

inline std::u16string units_of(std::string_view utf8) {
  std::u16string units;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i++]);
    char32_t c = lead < 0x80 ? lead : lead < 0xE0 ? lead & 0x1Fu : lead < 0xF0 ? lead & 0x0Fu : lead & 0x07u;
    for (; i < utf8.size() && (utf8[i] & 0xC0) == 0x80; ++i) c = c << 6 | (utf8[i] & 0x3Fu);
    if (c < 0x10000) {
      units += static_cast<char16_t>(c);
    } else {
      units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return units;
}

inline bool parts_a_pair(const std::u16string& units, std::size_t at) {
  return at > 0 && at < units.size() && units[at] >= 0xDC00 && units[at] <= 0xDFFF;
}

inline std::optional<std::u16string> model_updated(const std::u16string& units, const TextUpdate& update) {
  std::u16string result;
  std::size_t copied = 0;
  for (const TextChange& change : update.changes) {
    if (change.from.value < 0 || change.to.value < 0) return std::nullopt;
    const auto from = static_cast<std::size_t>(change.from.value);
    const auto to = static_cast<std::size_t>(change.to.value);
    if (from < copied || to < from || to > units.size()) return std::nullopt;
    if (parts_a_pair(units, from) || parts_a_pair(units, to)) return std::nullopt;
    result += units.substr(copied, from - copied) + units_of(change.insert.value);
    copied = to;
  }
  return result + units.substr(copied);
}

}  // namespace talar::test
