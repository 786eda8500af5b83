// A non-blocking TCP socket, plain or with TLS on the descriptor.
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace crowd {

enum class Tls { none, full, resumed };

struct Endpoint {
  std::uint16_t port = 8080;
  Tls tls = Tls::none;
};

class Socket {
 public:
  static constexpr long again = -1, failed = -2;

  Socket() = default;
  ~Socket() { close(); }
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&& other) noexcept;

  /// `source` chooses among the loopback addresses: connections are bounded by address, and ports run out.
  void connect(const Endpoint& to, unsigned source);
  /// 1 when it is done, else again or failed. Call it when the descriptor is ready.
  long shake();
  /// Bytes, 0 at the end, again or failed.
  long receive(char* into, std::size_t size);
  long send(std::string_view bytes);
  /// Without a word, as a network drop looks from here: a reset, and no TIME_WAIT.
  void close();
  void receive_buffer(int bytes);

  int fd() const { return fd_; }
  bool resumed_tls() const { return ssl_ && SSL_session_reused(ssl_.get()) == 1; }

 private:
  struct Free {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };
  long outcome(int result);

  int fd_ = -1;
  std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace crowd
