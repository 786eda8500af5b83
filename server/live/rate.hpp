// A token bucket: so many per second, so many at once.
#pragma once

#include <algorithm>
#include <chrono>

namespace talar::live {

class Rate {
 public:
  using Clock = std::chrono::steady_clock;

  /// Takes one; false when there is none.
  bool take(Clock::time_point now, std::size_t per_second, std::size_t burst) {
    const std::chrono::duration<float> passed = now - last_;
    const auto full = static_cast<float>(burst);
    left_ = untouched() ? full : std::min(full, left_ + passed.count() * static_cast<float>(per_second));
    last_ = now;
    if (left_ < 1) return false;
    left_ -= 1;
    return true;
  }

 private:
  bool untouched() const { return last_ == Clock::time_point{}; }

  Clock::time_point last_{};
  float left_ = 0;
};

}  // namespace talar::live
