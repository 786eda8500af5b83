// Token buckets per key with a bounded memory: the least recently used key is forgotten first. Time is an input.
// Any thread may ask.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "protocol/values.hpp"

namespace talar::web {

class Limiter {
 public:
  struct Rule {
    std::int64_t burst = 1;    // tries at once
    Millis refill{1000};       // one more after each
    std::size_t keys_max = 1;  // remembered at the same time
  };

  explicit Limiter(Rule rule) : rule_(rule) {}

  /// Takes one token of the key's bucket; otherwise says how long until there is one.
  std::optional<Millis> take(const std::string& key, Instant now);
  /// A try that succeeded does not count.
  void give_back(const std::string& key);
  std::size_t keys() const;

 private:
  /// `full_at` moves one refill into the future with every token taken: tokens are never counted, only time.
  struct Bucket {
    std::string key;
    Instant full_at;
  };
  using Order = std::list<Bucket>;  // the least recently used first

  const Rule rule_;
  mutable std::mutex mutex_;  // guards what follows
  Order order_;
  std::unordered_map<std::string, Order::iterator> buckets_;
};

/// What counts as one address: an IPv4 address, or the /64 network of an IPv6 address.
std::string network_of(const std::string& address);

}  // namespace talar::web
