// States of halls at some points of the past, so that not every replay begins with the founding.
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "server/hall/state.hpp"

namespace talar::web {

/// Any thread may ask.
class Snapshots {
 public:
  /// The last one of before the meeting was convened; the hall before its founding if there is none.
  hall::State before(const HallId& hall, MeetingId meeting) const;
  /// Keeps it if it lies far enough behind the last one.
  void offer(const HallId& hall, const hall::State& state);

 private:
  struct Kept {
    std::int64_t apart = 10'000;  // events: a replay runs through so many in a fraction of a second
    std::vector<hall::State> states;
  };
  static constexpr std::size_t states_max = 16;  // of a hall, a megabyte or two each; then every other one goes

  mutable std::mutex mutex_;
  std::map<HallId, Kept> halls_;
};

}  // namespace talar::web
