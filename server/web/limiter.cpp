#include "server/web/limiter.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace talar::web {

std::optional<Millis> Limiter::take(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  auto found = buckets_.find(key);
  if (found == buckets_.end()) {
    if (buckets_.size() == rule_.keys_max) {
      buckets_.erase(order_.front().key);
      order_.pop_front();
    }
    order_.push_back({key, now});
    found = buckets_.emplace(key, std::prev(order_.end())).first;
  } else {
    order_.splice(order_.end(), order_, found->second);
  }

  Bucket& bucket = *found->second;
  const Instant full_after = std::max(bucket.full_at, now) + rule_.refill;
  const Instant latest = now + Millis{rule_.refill.ms * rule_.burst};
  if (full_after > latest) return full_after - latest;
  bucket.full_at = full_after;
  return std::nullopt;
}

void Limiter::give_back(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = buckets_.find(key);
  if (found != buckets_.end()) found->second->full_at.ms -= rule_.refill.ms;
}

std::size_t Limiter::keys() const {
  const std::lock_guard lock(mutex_);
  return buckets_.size();
}

std::string network_of(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
    inet_ntop(AF_INET, bytes.data() + mapped.size(), text.data(), text.size());
    return text.data();
  }
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
  return std::string(text.data()) + "/64";
}

}  // namespace talar::web
