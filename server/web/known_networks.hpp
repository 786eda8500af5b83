// Networks from which somebody has signed in lately: a hall's Wi-Fi, mostly. Any thread may ask.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "protocol/values.hpp"

namespace talar::web {

class KnownNetworks {
 public:
  static constexpr Millis known_for{86'400'000};
  static constexpr std::size_t networks_max = 1'000;  // each has cost an invitation

  void note(const std::string& network, Instant now);
  bool knows(const std::string& network, Instant now) const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Instant> until_;  // guarded by mutex_
};

}  // namespace talar::web
