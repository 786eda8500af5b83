// Validates UTF-8 that comes in pieces of any size.
#pragma once

#include <cstdint>
#include <string_view>

namespace talar::live {

/// Overlong forms, surrogates and values past U+10FFFF are not text.
class Utf8 {
 public:
  /// False at the first byte that no text can go on with; then it stays false.
  bool feed(std::string_view bytes);
  /// Not in the middle of a character.
  bool complete() const { return needed_ == 0; }

 private:
  std::uint8_t needed_ = 0;  // continuation bytes that are still to come
  std::uint8_t low_ = 0x80;  // the next of them lies within [low_, high_]
  std::uint8_t high_ = 0xBF;
};

}  // namespace talar::live
