// Names as people type them.
#pragma once

#include <string>

namespace talar::hall {

/// Typed or pasted with a space too many is still the same name.
inline std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

}  // namespace talar::hall
