// What the live side counts. Plain atomics, written by every thread, rendered by server/web as talar_*.
#pragma once

#include <array>
#include <atomic>
#include <bitset>
#include <cstdint>

#include "protocol/terms.hpp"

namespace talar::live {

inline constexpr std::size_t audiences = 4;
using AudienceSet = std::bitset<audiences>;

/// Seconds, in buckets of doubling width from 0.25 ms.
class Durations {
 public:
  static constexpr std::size_t buckets = 14;
  static constexpr double bound_seconds(std::size_t bucket) { return 0.00025 * static_cast<double>(1u << bucket); }

  void observe(double seconds);
  std::uint64_t bucket(std::size_t index) const { return counts_[index].load(std::memory_order_relaxed); }
  std::uint64_t beyond() const { return counts_[buckets].load(std::memory_order_relaxed); }
  double sum_seconds() const { return static_cast<double>(micros_.load(std::memory_order_relaxed)) / 1e6; }

 private:
  std::array<std::atomic<std::uint64_t>, buckets + 1> counts_{};  // not cumulative
  std::atomic<std::uint64_t> micros_{0};
};

struct Metrics {
  using Counter = std::atomic<std::uint64_t>;

  std::array<std::atomic<std::int64_t>, audiences> connections{};  // talar_connections{audience}, now
  Counter connections_total{0};                                    // talar_connections_total
  Counter closed_by_us{0};                                         // talar_connections_closed_total{by="server"}
  Counter closed_by_peer{0};                                       // ...{by="peer"}
  Counter commands_done{0};                                        // talar_commands_total{result="done"}
  Counter commands_refused{0};                                     // ...{result="refused"}
  Counter commands_repeated{0};                                    // ...{result="repeated"}
  Counter rounds{0};                                               // talar_rounds_total: commits of a hall
  Durations commit;                                                // talar_commit_seconds: submitted to durable
  Durations command;                                               // talar_command_seconds: received to durable
  Durations flush;               // talar_flush_seconds: a patch, from the hall to the last socket of its audience
  Counter frames_published{0};   // talar_published_frames_total: per audience, not per device
  Counter frames_sent{0};        // talar_sent_frames_total: per device
  Counter bytes_sent{0};         // talar_sent_bytes_total
  Counter messages_received{0};  // talar_received_messages_total
  Counter outbox_shed{0};        // talar_outbox_shed_total: queues given up for a fresh state
  Counter outbox_overflow{0};    // talar_outbox_overflow_total: connections ended that did not take their answers
  Counter states_sent{0};        // talar_states_total: whole states instead of patches
  Counter resumes{0};            // talar_resumes_total: came back within the ring
};

}  // namespace talar::live
