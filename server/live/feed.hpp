// What one audience of one hall has been shown, and how to bring somebody up to it.
#pragma once

#include <optional>

#include "protocol/views.hpp"
#include "server/live/frame.hpp"
#include "server/live/limits.hpp"
#include "server/live/ring.hpp"

namespace talar::live {

class Feed {
 public:
  explicit Feed(const Limits& limits) : limits_(limits), ring_(limits.ring_frames, limits.ring_bytes) {}

  /// A view that is ready to be shown, with the patch that leads to it (none: nothing changes for this audience).
  struct Step {
    View view;
    Frame patch;
  };

  void start(View view, std::int64_t seq);
  Step render(View next, std::int64_t seq, Instant now) const;
  /// Once `seq` is durable. Gives the patch.
  Frame show(Step step, std::int64_t seq);

  const View& view() const { return view_; }
  /// The whole view. Encoded once for everybody who needs it at about the same time.
  Frame state(Instant now);
  /// What brings somebody who has seen `seq` up to date: the missed patches, or the whole view when it is unknown, too
  /// long ago, or shorter. No frame at all: nothing was missed.
  struct CatchUp {
    Frame frame;
    bool resumed = false;
  };
  CatchUp catch_up(std::optional<std::int64_t> seq, Instant now);

 private:
  const Limits& limits_;
  View view_;
  std::int64_t seq_ = 0;
  Ring ring_;
  Frame state_;  // of view_, as of state_at_
  Instant state_at_;
};

}  // namespace talar::live
