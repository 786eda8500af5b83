// What the server writes by itself in the hall's own language.
#pragma once

#include <cstdint>
#include <string>

namespace talar::hall {

/// In Persian digits.
inline std::string persian(std::int64_t number) {
  std::string text;
  for (const char digit : std::to_string(number)) text += {'\xDB', static_cast<char>('\xB0' + (digit - '0'))};
  return text;
}

}  // namespace talar::hall
