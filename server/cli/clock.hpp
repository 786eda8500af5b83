#pragma once

#include <chrono>

#include "protocol/values.hpp"

namespace talar::cli {

inline Instant clock_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace talar::cli
