// What waits for one socket: whole frames, in order, bounded. Patches of the view (`state`) may be shed when the peer
// falls behind, for it then gets one fresh state; receipts and control frames (`keep`) never are.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
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

  /// `keep_max`: how many bytes of receipts and control frames may wait.
  Outbox(const Limits& limits, std::size_t keep_max) : limits_(limits), keep_max_(keep_max) {}

  /// A patch. False when it and its like were shed instead: the peer is too slow, a fresh state is owed.
  bool push_state(const Bytes& frame, Clock::time_point now);
  /// A receipt or control frame. False when even these are too many: give the connection up.
  [[nodiscard]] bool push_keep(const Bytes& frame, Clock::time_point now);
  /// A whole state, or the missed patches in one piece: takes the place of every patch that has not begun to go out.
  void push_fresh(const Bytes& frame, Clock::time_point now);
  /// The last frame of all (Close): nothing is taken after it.
  void seal(const Bytes& last, Clock::time_point now);

  bool sealed() const { return sealed_; }
  bool empty() const { return first_ == entries_.size(); }
  /// Patches were shed and everything before them is out: now a fresh state would be read at once.
  bool wants_fresh() const { return owes_fresh_ && empty() && !sealed_; }
  /// A patch, straight to the socket while nothing waits before it: only what is left of it is queued. An idle socket
  /// costs no memory.
  template <class SomeTransport>
  Flushed send_state(const Bytes& frame, SomeTransport& transport, Clock::time_point now);
  /// What is worth nothing later: sent if the socket is idle and takes it (then also to its end), or never.
  template <class SomeTransport>
  Flushed send_hint(const Bytes& frame, SomeTransport& transport, Clock::time_point now);
  /// What the socket must be ready for before the next flush makes sense.
  Socket::Direction wait() const { return wait_; }

  /// Offers everything to `transport.send(pieces)` until it is out or the socket is full.
  template <class SomeTransport>
  Flushed flush(SomeTransport& transport, Clock::time_point now);

 private:
  enum class Kind : std::uint8_t { state, keep, fresh };
  struct Entry {
    Bytes frame;
    Kind kind;
  };
  static constexpr std::size_t pieces_max = 64;

  void push(const Bytes& frame, Kind kind, Clock::time_point now);
  void shed();
  std::size_t gather(std::span<std::string_view, pieces_max> pieces) const;
  /// What an attempt came to; nothing when the next one may follow at once.
  std::optional<Flushed> note(const Moved& moved, Clock::time_point now);
  void taken(std::size_t bytes);
  std::size_t* count_of(Kind kind);

  const Limits& limits_;
  const std::size_t keep_max_;
  std::vector<Entry> entries_;  // those before first_ are out
  std::size_t first_ = 0;
  std::size_t sent_ = 0;  // bytes of the first one that are out
  std::size_t held_ = 0;  // bytes after those that TLS must be offered again
  std::size_t state_bytes_ = 0;
  std::size_t keep_bytes_ = 0;
  Clock::time_point moved_at_{};  // when the socket last took something, or the queue began
  Socket::Direction wait_ = Socket::Direction::wait_write;
  bool owes_fresh_ = false;
  bool sealed_ = false;
};

template <class SomeTransport>
Outbox::Flushed Outbox::send_state(const Bytes& frame, SomeTransport& transport, Clock::time_point now) {
  if (sealed_ || owes_fresh_) return Flushed::idle;
  const std::string_view whole = *frame;
  const Moved moved = transport.send({&whole, 1});
  if (moved.bytes == whole.size()) return Flushed::idle;
  push(frame, Kind::state, now);
  const auto stopped = note(moved, now);
  return stopped ? *stopped : flush(transport, now);
}

template <class SomeTransport>
Outbox::Flushed Outbox::send_hint(const Bytes& frame, SomeTransport& transport, Clock::time_point now) {
  if (sealed_ || !empty()) return Flushed::idle;
  const std::string_view whole = *frame;
  const Moved moved = transport.send({&whole, 1});
  const bool not_begun = moved.outcome == Moved::Outcome::again && moved.bytes == 0 && moved.held == 0;
  if (not_begun || moved.bytes == whole.size()) return Flushed::idle;
  push(frame, Kind::keep, now);
  const auto stopped = note(moved, now);
  return stopped ? *stopped : flush(transport, now);
}

template <class SomeTransport>
Outbox::Flushed Outbox::flush(SomeTransport& transport, Clock::time_point now) {
  std::array<std::string_view, pieces_max> pieces;
  while (!empty()) {
    const auto stopped = note(transport.send({pieces.data(), gather(pieces)}), now);
    if (stopped) return *stopped;
  }
  return Flushed::idle;
}

}  // namespace talar::live
