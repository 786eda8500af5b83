// What one audience of one hall has been shown, what it is owed, and how to bring somebody up to it.
//
// An audience is flushed again only when every network thread has offered the last patch to all of its sockets. What
// happens meanwhile is only noted, and comes as one patch: ten thousand ballots under ten thousand eyes are as many
// patches as there is time for, not a hundred million sends.
#pragma once

#include <chrono>
#include <optional>

#include "protocol/parts.hpp"
#include "protocol/views.hpp"
#include "server/live/frame.hpp"
#include "server/live/limits.hpp"
#include "server/live/ring.hpp"

namespace talar::live {

class Feed {
 public:
  using Clock = std::chrono::steady_clock;

  /// What `seq` is to this audience: an event's number, or its own patches counted from 1.
  enum class Numbering : std::uint8_t { journal, own };

  Feed(const Limits& limits, Numbering numbering)
      : limits_(limits), numbering_(numbering), ring_(limits.ring_frames, limits.ring_bytes) {}

  /// The owed parts of a view, ready to be shown, with the patch that leads to them (none: nothing changes for this
  /// audience).
  struct Step {
    View parts;
    Frame patch;
  };

  /// `seq`, here and below, is the journal's.
  void start(View view, std::int64_t seq);
  /// These parts may have changed.
  void owe(const Parts& parts) { owed_.add(parts); }
  const Parts& owed() const { return owed_; }
  /// `parts` holds what is owed().
  Step render(View parts, std::int64_t seq, Instant now) const;
  /// Once `seq` is durable and nothing was owed since the step was rendered. Gives the patch.
  Frame show(Step step, std::int64_t seq);

  /// The last patch has been offered to every socket, and there is no rest.
  bool ready() const { return going_out_ == 0 && !resting_; }
  void going_out(std::size_t threads, Clock::time_point now);
  /// One network thread has offered it to all of its sockets. Gives how long that took in all if it was the last one.
  std::optional<Clock::duration> flushed_by_one_thread(Clock::time_point now);
  void rest() { resting_ = true; }
  void rested() { resting_ = false; }

  /// As of the last show. `seq`, from here on, is this audience's.
  const View& view() const { return view_; }
  std::int64_t seq() const { return seq_; }
  /// The whole view. Encoded once for everybody who needs it until the next patch.
  const Frame& state(Instant now);
  /// What brings somebody who has seen `seq` up to date: the missed patches, or the whole view when it is unknown, too
  /// long ago, or shorter. No frame at all: nothing was missed.
  struct CatchUp {
    Frame frame;
    bool resumed = false;
  };
  CatchUp catch_up(std::optional<std::int64_t> seq, Instant now);

 private:
  CatchUp missed_since(std::int64_t seq, Instant now);
  /// The number of a patch that shows the journal up to `seq`.
  std::int64_t next(std::int64_t seq) const { return numbering_ == Numbering::own ? seq_ + 1 : seq; }

  const Limits& limits_;
  Numbering numbering_;
  View view_;
  std::int64_t seq_ = 0;
  Parts owed_;
  std::size_t going_out_ = 0;  // network threads that are still at the last patch
  Clock::time_point since_;    // when it was handed to them
  bool resting_ = false;
  Ring ring_;
  Frame state_;                                 // of view_; none: not asked for since it changed
  std::optional<std::int64_t> caught_up_from_;  // the last answer of catch_up: a herd has missed the same
  CatchUp caught_up_;
};

}  // namespace talar::live
