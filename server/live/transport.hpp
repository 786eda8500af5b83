// A socket, plain or under TLS, that never blocks. Nothing else knows about TLS. OpenSSL sits on the file descriptor
// itself: asio's ssl::stream would cost 70 KB per connection instead of 15.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "server/live/door.hpp"
#include "server/live/poller.hpp"

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;

namespace talar::live {

/// What one attempt came to. Again: nothing (more) until the socket is ready in the direction of `wait`.
struct Moved {
  enum class Outcome { done, again, ended, failed };
  Outcome outcome = Outcome::done;
  std::size_t bytes = 0;
  /// Of a send under TLS: these many bytes after `bytes` must be offered again, the same ones, first.
  std::size_t held = 0;
  Socket::Direction wait = Socket::Direction::wait_read;
};

class Transport {
 public:
  /// Plain when `tls` is null. TCP_NODELAY and the kernel's send buffer are inherited from the listening socket.
  Transport(std::unique_ptr<Socket> socket, std::shared_ptr<SSL_CTX> tls, Door::Ticket ticket = {});
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
  /// Whoever waits is not called any more.
  void close();
  void wait(Socket::Direction direction, Socket::Handler handler) { socket_->wait(direction, std::move(handler)); }

  bool secure() const { return ssl_ != nullptr; }

 private:
  struct FreeSsl {
    void operator()(SSL* ssl) const;
  };

  Moved noted(Moved moved);
  Moved tls_outcome(int result);
  /// Waits until what ended in `again` may be tried again.
  asio::awaitable<error_code> ready(Moved moved);

  std::unique_ptr<Socket> socket_;  // none once closed
  std::unique_ptr<SSL, FreeSsl> ssl_;
  Door::Ticket ticket_;
};

}  // namespace talar::live
