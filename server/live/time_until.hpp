// How long a timer waits for a moment of the server's clock.
#pragma once

#include <algorithm>
#include <chrono>

#include "protocol/values.hpp"

namespace talar::live {

/// The system's clock may be set meanwhile, so look again once a minute; and not at once when the moment has passed
/// already: whatever was to be done then was in vain.
inline std::chrono::milliseconds time_until(Instant moment, Instant now) {
  const std::int64_t left = (moment - now).ms;
  return std::chrono::milliseconds(left > 0 ? std::min<std::int64_t>(left, 60'000) : 1'000);
}

}  // namespace talar::live
