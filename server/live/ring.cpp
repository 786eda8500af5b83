#include "server/live/ring.hpp"

#include <algorithm>

namespace talar::live {

void Ring::start(std::int64_t seq) {
  entries_.clear();
  bytes_ = 0;
  floor_ = seq_ = seq;
}

void Ring::push(std::int64_t seq, const Frame& patch) {
  seq_ = seq;
  if (!patch) return;
  entries_.push_back({seq, patch});
  bytes_ += patch.plain->size();
  while (entries_.size() > frames_max_ || bytes_ > bytes_max_) {
    floor_ = entries_.front().seq;
    bytes_ -= entries_.front().patch.plain->size();
    entries_.pop_front();
  }
}

std::optional<std::vector<Frame>> Ring::after(std::int64_t seq) const {
  if (seq < floor_ || seq > seq_) return std::nullopt;
  std::vector<Frame> missed;
  auto entry = std::ranges::upper_bound(entries_, seq, {}, &Entry::seq);
  for (; entry != entries_.end(); ++entry) missed.push_back(entry->patch);
  return missed;
}

}  // namespace talar::live
