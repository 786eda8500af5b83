// What waits for one socket: whole frames, in order, bounded. Patches of the view (`state`) may be shed when the peer
// falls behind, for it then gets one fresh state; receipts and control frames (`keep`) never are.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "server/live/frame.hpp"
#include "server/live/limits.hpp"
#include "server/live/transport.hpp"

namespace talar::live {

class Outbox {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Flushed { idle, waiting, failed };

  explicit Outbox(const Limits& limits) : limits_(limits) {}

  /// A patch. False when it and its like were shed instead: the peer is too slow, a fresh state is owed.
  bool push_state(const Frame& frame, Clock::time_point now);
  /// A receipt or control frame. False when even these are too many: give the connection up.
  [[nodiscard]] bool push_keep(const Frame& frame, Clock::time_point now);
  /// A whole state, or the missed patches in one piece: takes the place of every patch that has not begun to go out.
  void push_fresh(const Frame& frame, Clock::time_point now);
  /// The last frame of all (Close): nothing is taken after it.
  void seal(const Frame& last, Clock::time_point now);

  bool sealed() const { return sealed_; }
  bool empty() const { return first_ == entries_.size(); }
  /// Patches were shed and everything before them is out: now a fresh state would be read at once.
  bool wants_fresh() const { return owes_fresh_ && empty() && !sealed_; }
  /// What the socket must be ready for before the next flush makes sense.
  asio::socket_base::wait_type wait() const { return wait_; }

  /// Offers everything to `transport.send(pieces)` until it is out or the socket is full.
  template <class SomeTransport>
  Flushed flush(SomeTransport& transport, Clock::time_point now);

 private:
  enum class Kind : std::uint8_t { state, keep, fresh };
  struct Entry {
    Frame frame;
    Kind kind;
  };
  static constexpr std::size_t pieces_max = 64;

  void push(const Frame& frame, Kind kind, Clock::time_point now);
  void shed();
  std::size_t gather(std::span<std::string_view, pieces_max> pieces) const;
  void taken(std::size_t bytes);
  std::size_t* count_of(Kind kind);

  const Limits& limits_;
  std::vector<Entry> entries_;  // those before first_ are out
  std::size_t first_ = 0;
  std::size_t sent_ = 0;  // bytes of the first one that are out
  std::size_t held_ = 0;  // bytes after those that TLS must be offered again
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
    const Moved moved = transport.send({pieces.data(), gather(pieces)});
    if (moved.bytes > 0) moved_at_ = now;
    taken(moved.bytes);
    held_ = moved.held;
    wait_ = moved.wait;
    if (empty()) break;
    if (moved.outcome == Moved::Outcome::again) return Flushed::waiting;
    if (moved.outcome != Moved::Outcome::done) return Flushed::failed;
  }
  return Flushed::idle;
}

}  // namespace talar::live
