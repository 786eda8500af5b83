// The counters in Prometheus' text format.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

#include "server/live/metrics.hpp"

namespace talar::web {

struct HttpMetrics {
  std::array<std::atomic<std::uint64_t>, 5> answers{};  // by status class, 1xx to 5xx
  std::atomic<std::uint64_t> broken_requests{0};        // refused by their form, then closed

  void count(unsigned status) { answers[status / 100 - 1].fetch_add(1, std::memory_order_relaxed); }
};

std::string metrics_text(const live::Metrics& live, const HttpMetrics& http);

}  // namespace talar::web
