// The recent patches of one audience: a device that comes back gets only what it missed.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "server/live/frame.hpp"

namespace talar::live {

class Ring {
 public:
  Ring(std::size_t frames_max, std::size_t bytes_max) : frames_max_(frames_max), bytes_max_(bytes_max) {}

  /// Begins anew: nothing before `seq` can be told.
  void start(std::int64_t seq);
  /// The patch that leads up to `seq`; none when this audience saw no change.
  void push(std::int64_t seq, const Frame& patch);
  /// The patches after `seq`, none if it missed nothing; nothing at all when that is too long ago (or not yet).
  std::optional<std::vector<Frame>> after(std::int64_t seq) const;

 private:
  struct Entry {
    std::int64_t seq = 0;
    Frame patch;
  };

  std::size_t frames_max_;
  std::size_t bytes_max_;
  std::deque<Entry> entries_;
  std::size_t bytes_ = 0;
  std::int64_t floor_ = 0;  // what the oldest patch in here leads on from
  std::int64_t seq_ = 0;
};

}  // namespace talar::live
