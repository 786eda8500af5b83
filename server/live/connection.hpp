// One device's WebSocket: transport, reader and outbox, on its network thread. It is told what to send by its hub and
// tells the hall what the device says.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/live/hub.hpp"
#include "server/live/outbox.hpp"
#include "server/live/rate.hpp"
#include "server/live/reader.hpp"

namespace talar::live {

class Connection final : public std::enable_shared_from_this<Connection>, private Reader::Sink {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(Hub& hub, ConnectionId id, Transport transport, Identity identity, Compression compression);
  ~Connection();

  void start(std::string unread);
  /// A patch of its audience.
  void patch(const Frame& frame, Clock::time_point now);
  void personal(const Personal& personal);
  /// What is worth nothing later: dropped unless everything before it is out.
  void hint(const Bytes& frame, Clock::time_point now);
  void dismiss(const Farewell& farewell);
  /// Between cork and uncork frames are queued only, so that they leave in one send.
  void cork() { corked_ = true; }
  void uncork();
  /// Timers: looked at once per sweep instead of one timer per connection.
  void sweep(Clock::time_point now);
  /// Without a word; the hub forgets it at the end of its turn.
  void abort();

  const ConnectionId& id() const { return id_; }
  const Identity& identity() const { return identity_; }
  bool dead() const { return phase_ == Phase::dead; }

  /// The hub's: where it is in its group.
  struct Place {
    Audience audience = Audience::public_;
    std::size_t slot = 0;
    std::uint64_t flush = 0;  // the last one that it took part in
  };
  std::optional<Place> place;

 private:
  /// greeting: until hello; joined: the hall knows it; closing: our Close is queued; ended: and sent.
  enum class Phase : std::uint8_t { greeting, joined, closing, ended, dead };

  // Input.
  void arm_read(Socket::Direction direction);
  void read();
  void take(std::span<char> bytes);
  Reader::Next message(std::string_view payload, bool text) override;
  Reader::Next ping(std::string_view payload) override;
  Reader::Next pong(std::string_view payload) override;
  void closed(std::uint16_t code, std::string_view reason) override;
  Reader::Next control();
  void said(Hello&& hello);
  void said(Do&& order);
  void said(const Ping& ping);
  void said(const Point& point);
  /// One more command, readable or not; false when that is too many.
  bool take_command();
  void refuse(Refusal refusal, std::optional<CommandId> id);
  Reader::Next next() const;

  // Output.
  void keep(const Bytes& frame);
  void flush();
  void flushed(Outbox::Flushed outcome);
  void drained();
  void close(CloseCode code, std::string_view reason);
  void end_with(const Bytes& close);

  Hub& hub_;
  const ConnectionId id_;
  Transport transport_;
  const Identity identity_;
  const Compression compression_;
  Reader reader_;
  Outbox outbox_;
  Clock::time_point heard_;               // when the peer last said anything; in greeting and closing: since when
  Clock::time_point unfinished_since_{};  // what the reader is in the middle of
  Rate controls_, messages_, commands_, points_;
  std::uint32_t unanswered_ = 0;  // commands
  Phase phase_ = Phase::greeting;
  bool corked_ = false;
  bool write_armed_ = false;
  bool pinged_ = false;       // since it was last heard
  bool fresh_asked_ = false;  // a state is on its way from the hall thread
};

}  // namespace talar::live
