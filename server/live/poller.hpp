// Which sockets of one network thread are ready. A socket is registered with the kernel once, for as long as it lives:
// asio would call epoll_ctl again for every single wait, which is for every message of every device.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/intrusive/list.hpp>
#include <deque>
#include <functional>
#include <span>

namespace talar::live {

namespace asio = boost::asio;
using boost::system::error_code;

class Socket;
using SocketHook = boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

/// An epoll of its own inside of asio's: asio::use_service<Poller>(context) on the thread of `context`.
class Poller final : public asio::io_context::service {
 public:
  static inline asio::io_context::id id;

  explicit Poller(asio::io_context& context);

  asio::io_context& context() { return context_; }

 private:
  friend Socket;
  using Sockets = boost::intrusive::list<Socket, boost::intrusive::base_hook<SocketHook>,
                                         boost::intrusive::constant_time_size<false>>;

  /// Drops the handlers: they may own the sockets that hold them.
  void shutdown() override;
  void look();
  void turn();
  /// At the end of this turn, not inside of the call that asks for it.
  void call_soon(Socket& socket);
  void call_those_due();

  asio::io_context& context_;
  asio::posix::stream_descriptor epoll_;
  std::array<epoll_event, 256> events_;  // of one turn; then asio's own handlers have theirs
  std::span<epoll_event> left_;          // not yet told: a socket may end while another is
  std::deque<Socket*> due_;
  Sockets sockets_;
};

/// A non-blocking descriptor. It remembers in which directions the kernel has announced something, so that nobody
/// needs to try in vain: say `exhausted` when the kernel had no more.
class Socket : public SocketHook {
 public:
  using Direction = asio::socket_base::wait_type;
  using Handler = std::function<void(const error_code&)>;

  /// Takes the descriptor.
  Socket(Poller& poller, int descriptor);
  Socket(const Socket&) = delete;
  ~Socket();

  int descriptor() const { return descriptor_; }
  bool ready(Direction direction) const { return ready_[direction == Direction::wait_write]; }
  void exhausted(Direction direction);
  /// Calls `handler` once, when it is ready in this direction; never from inside of this call. Two may wait at a time.
  void wait(Direction direction, Handler handler);
  /// Calls those who wait, with operation_aborted.
  void cancel();

 private:
  friend Poller;
  struct Waiter {
    Direction direction = Direction::wait_read;
    Handler handler;
  };

  void announced(std::uint32_t events);
  void call_waiters();

  Poller& poller_;
  const int descriptor_;
  std::array<Waiter, 2> waiters_;  // one who reads and one who writes; under TLS both may wait for the same
  std::array<bool, 2> ready_{false, true};
  bool watches_writing_ = false;
  bool ended_ = false;  // the peer's end is announced once, perhaps before everything is read
  bool cancelled_ = false;
  bool due_ = false;
};

}  // namespace talar::live
