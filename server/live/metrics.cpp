#include "server/live/metrics.hpp"

namespace talar::live {

void Durations::observe(double seconds) {
  std::size_t bucket = 0;
  while (bucket < buckets && seconds > bound_seconds(bucket)) ++bucket;
  counts_[bucket].fetch_add(1, std::memory_order_relaxed);
  micros_.fetch_add(static_cast<std::uint64_t>(seconds * 1e6), std::memory_order_relaxed);
}

}  // namespace talar::live
