// When things happen in a hall that lives by itself.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <random>

#include "loop.hpp"

namespace crowd {

inline constexpr std::int64_t second = 1'000'000;

class Dice {
 public:
  std::int64_t between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(to - from));
  }
  bool chance(int percent) { return between(0, 100) < percent; }

 private:
  std::mt19937_64 random_{std::random_device{}()};
};

/// What is planned for later, in order of time.
class Plans {
 public:
  void at(std::int64_t when, std::function<void()> what) { plans_.emplace(when, std::move(what)); }
  void in(std::int64_t span, std::function<void()> what) { at(now_us() + span, std::move(what)); }
  void run() {
    while (!plans_.empty() && plans_.begin()->first <= now_us()) {
      const auto what = std::move(plans_.begin()->second);
      plans_.erase(plans_.begin());
      what();
    }
  }

 private:
  std::multimap<std::int64_t, std::function<void()>> plans_;
};

}  // namespace crowd
