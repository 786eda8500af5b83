#include "socket.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "fault.hpp"

namespace crowd {
namespace {

constexpr unsigned per_source = 2'000;

SSL_SESSION* last_session = nullptr;

SSL_CTX* context() {
  static SSL_CTX* const made = [] {
    SSL_CTX* fresh = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_session_cache_mode(fresh, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
    SSL_CTX_sess_set_new_cb(fresh, [](SSL*, SSL_SESSION* session) {
      if (last_session) SSL_SESSION_free(last_session);
      last_session = session;
      return 1;
    });
    return fresh;
  }();
  return made;
}

sockaddr_in address(std::uint32_t host, std::uint16_t port) {
  sockaddr_in made{};
  made.sin_family = AF_INET;
  made.sin_port = htons(port);
  made.sin_addr.s_addr = htonl(host);
  return made;
}

void option(int fd, int level, int name, int value) {
  setsockopt(fd, level, name, &value, sizeof value);
}

}  // namespace

Socket::Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)), ssl_(std::move(other.ssl_)) {}

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(ssl_, other.ssl_);
  return *this;
}

void Socket::connect(const Endpoint& to, unsigned source) {
  close();
  fd_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd_ < 0) fail("no more sockets: raise the limit of open files");
  option(fd_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
  option(fd_, IPPROTO_TCP, TCP_NODELAY, 1);
  const sockaddr_in from = address(INADDR_LOOPBACK + 1 + source / per_source, 0);
  if (bind(fd_, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0) fail("cannot bind a loopback address");
  const sockaddr_in there = address(INADDR_LOOPBACK, to.port);
  if (::connect(fd_, reinterpret_cast<const sockaddr*>(&there), sizeof there) != 0 && errno != EINPROGRESS)
    fail("cannot connect");
  if (to.tls == Tls::none) return;
  ssl_.reset(SSL_new(context()));
  SSL_set_fd(ssl_.get(), fd_);
  if (to.tls == Tls::resumed && last_session) SSL_set_session(ssl_.get(), last_session);
  SSL_set_connect_state(ssl_.get());
}

long Socket::shake() {
  int error = 0;
  socklen_t size = sizeof error;
  if (getsockopt(fd_, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0) return failed;
  return ssl_ ? outcome(SSL_do_handshake(ssl_.get())) : 1;
}

long Socket::outcome(int result) {
  if (result > 0) return result;
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
      return again;
    case SSL_ERROR_ZERO_RETURN:
      return 0;
    default:
      ERR_clear_error();
      return failed;
  }
}

long Socket::receive(char* into, std::size_t size) {
  if (ssl_) return outcome(SSL_read(ssl_.get(), into, static_cast<int>(size)));
  const ssize_t got = recv(fd_, into, size, 0);
  if (got >= 0) return got;
  return errno == EAGAIN || errno == EINTR ? again : failed;
}

long Socket::send(std::string_view bytes) {
  if (ssl_) return outcome(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())));
  const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  if (sent >= 0) return sent;
  return errno == EAGAIN || errno == EINTR ? again : failed;
}

void Socket::close() {
  // Without this OpenSSL takes the session for broken and does not resume it.
  if (ssl_) SSL_set_shutdown(ssl_.get(), SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
  ssl_.reset();
  if (fd_ < 0) return;
  const linger abruptly{1, 0};
  setsockopt(fd_, SOL_SOCKET, SO_LINGER, &abruptly, sizeof abruptly);
  ::close(std::exchange(fd_, -1));
}

void Socket::receive_buffer(int bytes) {
  option(fd_, SOL_SOCKET, SO_RCVBUF, bytes);
}

}  // namespace crowd
