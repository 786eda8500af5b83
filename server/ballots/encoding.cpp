#include "server/ballots/encoding.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace talar::ballots {

std::string to_hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  text.pop_back();
  return text;
}

std::string digits_of(const storage::Digest& hash) {
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i) number = number << 8 | hash[i];
  const std::string digits = fmt::format("{:016}", number % 10'000'000'000'000'000);
  return fmt::format("{} {} {} {}", digits.substr(0, 4), digits.substr(4, 4), digits.substr(8, 4), digits.substr(12));
}

}  // namespace talar::ballots
