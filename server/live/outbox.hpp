// What waits for one socket: whole frames, in order, bounded. Patches of the view (`state`) may be shed when the peer
// falls behind, for it then gets one fresh state; receipts and control frames (`keep`) never are.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

#include "server/live/frame.hpp"
#include "server/live/limits.hpp"
#include "server/live/transport.hpp"

namespace talar::live {

class Outbox {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Kind : std::uint8_t { state, keep, fresh };
  enum class Flushed { idle, waiting, failed };

  /// A patch: dropped while a fresh state is owed; sheds its like when the bound is reached.
  void push_state(const Frame& frame, Clock::time_point now, const Limits& limits);
  /// A receipt or control frame. False when even these are too many: give the connection up.
  [[nodiscard]] bool push_keep(const Frame& frame, const Limits& limits);
  /// A whole state, or the missed patches in one piece: takes the place of every patch that has not begun to go out.
  void push_fresh(const Frame& frame);
  /// The last frame of all (Close). Drops the patches that have not begun to go out.
  void seal(const Frame& last);

  bool sealed() const { return sealed_; }
  bool empty() const { return first_ == entries_.size(); }
  /// True once after patches were shed and everything before is out: ask for a fresh state.
  bool wants_fresh() const { return owes_fresh_ && empty() && !sealed_; }
  bool owes_fresh() const { return owes_fresh_; }
  std::size_t bytes() const;
  asio::socket_base::wait_type wait() const { return wait_; }

  /// Offers everything to `transport.send(pieces)` until it is out or the socket is full.
  template <class SomeTransport>
  Flushed flush(SomeTransport& transport, Clock::time_point now);

 private:
  struct Entry {
    Frame frame;
    Kind kind;
  };
  static constexpr std::size_t pieces_max = 64;

  std::size_t gather(std::span<std::string_view> pieces) const;
  void taken(std::size_t bytes);
  void shed();

  std::vector<Entry> entries_;  // [first_, end) wait; the vector is emptied, and small, when all are out
  std::size_t first_ = 0;
  std::size_t sent_ = 0;  // bytes of the first one that are out
  std::size_t held_ = 0;  // bytes after them that TLS wants to see again
  std::size_t state_bytes_ = 0;
  std::size_t keep_bytes_ = 0;
  Clock::time_point moved_at_{};  // when the socket last took something, or the queue began
  asio::socket_base::wait_type wait_ = asio::socket_base::wait_write;
  bool owes_fresh_ = false;
  bool sealed_ = false;
};

template <class SomeTransport>
Outbox::Flushed Outbox::flush(SomeTransport& transport, Clock::time_point now) {
  std::array<std::string_view, pieces_max> pieces;
  while (!empty()) {
    const auto moved = transport.send({pieces.data(), gather(pieces)});
    if (moved.bytes > 0) moved_at_ = now;
    taken(moved.bytes);
    held_ = moved.held;
    wait_ = moved.wait;
    if (moved.outcome == Moved::Outcome::again) return Flushed::waiting;
    if (moved.outcome != Moved::Outcome::done) return Flushed::failed;
  }
  return Flushed::idle;
}

}  // namespace talar::live
