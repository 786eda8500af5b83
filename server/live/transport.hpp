// A socket, plain or under TLS, that never blocks. Nothing else knows about TLS. OpenSSL sits on the file descriptor
// itself: asio's ssl::stream would cost 70 KB per connection instead of 15.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "server/live/door.hpp"

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;

namespace talar::live {

namespace asio = boost::asio;
using boost::system::error_code;

/// What one attempt came to. Again: nothing (more) until the socket is ready in the direction of `wait`.
struct Moved {
  enum class Outcome { done, again, ended, failed };
  Outcome outcome = Outcome::done;
  std::size_t bytes = 0;
  /// Of a send under TLS: these many bytes after `bytes` must be offered again, the same ones, first.
  std::size_t held = 0;
  asio::socket_base::wait_type wait = asio::socket_base::wait_read;
  /// Of a recv: the socket had no more, so another attempt would be in vain.
  bool drained = false;
};

class Transport {
 public:
  /// Plain when `tls` is null. TCP_NODELAY and the kernel's send buffer are inherited from the listening socket.
  Transport(asio::ip::tcp::socket socket, std::shared_ptr<SSL_CTX> tls, Door::Ticket ticket = {});
  Transport(Transport&&) noexcept;
  Transport& operator=(Transport&&) = delete;
  ~Transport();

  // For HTTP: coroutines that wait. Errors: asio::error::eof at the peer's end, operation_aborted after cancel().
  asio::awaitable<error_code> handshake();
  asio::awaitable<std::size_t> read_some(std::span<char> into, error_code& error);
  asio::awaitable<void> write_all(std::string_view bytes, error_code& error);
  /// Waits until the peer ends too (or cancel()): closing with unread input would eat the last answer.
  asio::awaitable<void> finish();

  // For WebSocket: attempts that never wait.
  Moved recv(std::span<char> into);
  Moved send(std::span<const std::string_view> pieces);
  /// No more will be sent; reading goes on.
  void shutdown_send();
  /// Wakes everyone who waits with operation_aborted. From a timer, for instance.
  void cancel();
  void close();

  template <class Handler>
  void wait(asio::socket_base::wait_type direction, Handler&& handler) {
    socket_.async_wait(direction, std::forward<Handler>(handler));
  }

  bool secure() const { return ssl_ != nullptr; }
  asio::any_io_executor get_executor() { return socket_.get_executor(); }

 private:
  struct FreeSsl {
    void operator()(SSL* ssl) const;
  };

  Moved tls_outcome(int result);
  /// Waits until what ended in `again` may be tried again.
  asio::awaitable<error_code> ready(Moved moved);

  asio::ip::tcp::socket socket_;
  std::unique_ptr<SSL, FreeSsl> ssl_;
  Door::Ticket ticket_;
};

}  // namespace talar::live
