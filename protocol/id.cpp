#include "protocol/id.hpp"

namespace talar {

namespace {

constexpr std::size_t id_chars = 10;
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

}  // namespace

std::string id_text(std::uint64_t value) {
  std::string text(id_chars, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, value >>= 5) *digit = alphabet[value & 31];
  return text;
}

std::optional<std::uint64_t> id_value(std::string_view text) {
  if (text.size() != id_chars) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const auto digit = alphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value << 5 | digit;
  }
  return value;
}

std::uint64_t IdSource::draw() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return (z ^ (z >> 31)) >> 14;  // 50 bits
}

}  // namespace talar
