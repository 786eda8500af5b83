// One WebSocket client as a state machine: connect, TLS, upgrade, messages. Tells its owner what it hears.
#pragma once

#include <string>

#include "loop.hpp"
#include "socket.hpp"
#include "websocket.hpp"

namespace crowd {

class Peer final : private Watched {
 public:
  class Owner {
   public:
    /// The upgrade has been answered with 101.
    virtual void opened(Peer& peer) = 0;
    virtual void said(Peer& peer, std::string_view text) = 0;
    /// The server ended it; dropping is the owner's own doing and not told.
    virtual void lost(Peer& peer, const std::string& why) = 0;

   protected:
    ~Owner() = default;
  };

  Peer(Loop& loop, Owner& owner, std::size_t number) : index(number), loop_(loop), owner_(owner) {}
  Peer(const Peer&) = delete;

  /// `request` is the whole HTTP request of the upgrade and must live until the connection is open.
  void connect(const Endpoint& to, const std::string& request);
  /// queue, then flush: many messages in one send.
  void queue(std::string_view text) { cut_frame(out_, Opcode::text, text); }
  void flush();
  void say(std::string_view text) {
    queue(text);
    flush();
  }
  void drop();
  /// Stops reading, as a tablet that fell asleep does, and reads on.
  void stall(int receive_buffer);
  void wake();

  bool connected() const { return phase_ == Phase::open; }
  std::uint64_t bytes_in() const { return bytes_in_; }
  bool resumed_tls() const { return socket_.resumed_tls(); }

  const std::size_t index;

 private:
  enum class Phase : std::uint8_t { closed, shaking, upgrading, open };

  void ready(std::uint32_t events) override;
  void shake();
  void read();
  void take(std::string_view bytes);
  std::size_t take_upgrade(std::string_view bytes);
  std::size_t take_frames(std::string_view bytes);
  void give_up(const std::string& why);

  Loop& loop_;
  Owner& owner_;
  Socket socket_;
  const std::string* request_ = nullptr;
  std::string partial_;  // of a frame
  std::string out_;      // what the socket did not take
  std::uint64_t bytes_in_ = 0;
  Phase phase_ = Phase::closed;
  bool writing_ = false;
};

}  // namespace crowd
