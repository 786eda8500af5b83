#include "server/live/transport.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>

namespace talar::live {
namespace {

using Outcome = Moved::Outcome;
using Direction = Socket::Direction;

constexpr std::size_t tls_record_bytes = 16 * 1024;

Moved plain_outcome(ssize_t result, Direction direction) {
  if (result >= 0) return {Outcome::done, static_cast<std::size_t>(result), 0, direction};
  const bool full = errno == EAGAIN || errno == EWOULDBLOCK;
  return {full ? Outcome::again : Outcome::failed, 0, 0, direction};
}

/// A part means that the kernel is full: asking again would only cost a call.
Moved partly(Moved moved, std::size_t offered) {
  if (moved.outcome == Outcome::done && moved.bytes < offered) moved.outcome = Outcome::again;
  return moved;
}

/// The first record's worth of the pieces, in one piece: the same bytes again whenever the same queue is offered.
std::string_view one_record(std::span<const std::string_view> pieces) {
  thread_local std::array<char, tls_record_bytes> record;
  if (pieces.size() == 1 || pieces.front().size() >= record.size()) return pieces.front().substr(0, record.size());
  std::size_t size = 0;
  for (const std::string_view piece : pieces) size += piece.copy(record.data() + size, record.size() - size);
  return {record.data(), size};
}

}  // namespace

void Transport::FreeSsl::operator()(SSL* ssl) const {
  SSL_free(ssl);
}

Transport::Transport(std::unique_ptr<Socket> socket, std::shared_ptr<SSL_CTX> tls, Door::Ticket ticket)
    : socket_(std::move(socket)), ticket_(std::move(ticket)) {
  if (!tls) return;
  ssl_.reset(SSL_new(tls.get()));
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket_->descriptor()) != 1) throw std::bad_alloc();
  SSL_set_accept_state(ssl_.get());
}

Transport::Transport(Transport&&) noexcept = default;
Transport::~Transport() = default;

// Attempts ------------------------------------------------------------------------------------------------------------

Moved Transport::noted(Moved moved) {
  if (moved.outcome == Outcome::again) socket_->exhausted(moved.wait);
  return moved;
}

Moved Transport::tls_outcome(int result) {
  if (result > 0) return {Outcome::done, static_cast<std::size_t>(result), 0, Direction::wait_read};
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      return noted({Outcome::again, 0, 0, Direction::wait_read});
    case SSL_ERROR_WANT_WRITE:
      return noted({Outcome::again, 0, 0, Direction::wait_write});
    case SSL_ERROR_ZERO_RETURN:
      return {Outcome::ended, 0, 0, Direction::wait_read};
    default:
      return {Outcome::failed, 0, 0, Direction::wait_read};
  }
}

Moved Transport::recv(std::span<char> into) {
  if (!socket_) return {Outcome::failed};
  if (ssl_) {
    ERR_clear_error();  // SSL_get_error looks at the whole thread's queue
    return tls_outcome(SSL_read(ssl_.get(), into.data(), static_cast<int>(into.size())));
  }
  if (!socket_->ready(Direction::wait_read)) return {Outcome::again};
  const auto moved = plain_outcome(::recv(socket_->descriptor(), into.data(), into.size(), 0), Direction::wait_read);
  if (moved.outcome == Outcome::done && moved.bytes == 0) return {Outcome::ended};
  if (moved.bytes < into.size()) socket_->exhausted(Direction::wait_read);
  return moved;
}

Moved Transport::send(std::span<const std::string_view> pieces) {
  if (!socket_) return {Outcome::failed};
  if (ssl_) {
    const std::string_view record = one_record(pieces);
    ERR_clear_error();
    auto moved = tls_outcome(SSL_write(ssl_.get(), record.data(), static_cast<int>(record.size())));
    if (moved.outcome == Outcome::again) moved.held = record.size();
    return moved;
  }
  const int socket = socket_->descriptor();
  if (pieces.size() == 1) {
    const std::string_view piece = pieces.front();
    return noted(partly(plain_outcome(::send(socket, piece.data(), piece.size(), MSG_NOSIGNAL), Direction::wait_write),
                        piece.size()));
  }
  constexpr std::size_t pieces_max = 64;
  std::array<iovec, pieces_max> vectors;
  std::size_t count = 0, offered = 0;
  for (const std::string_view piece : pieces.first(std::min(pieces.size(), pieces_max))) {
    vectors[count++] = {const_cast<char*>(piece.data()), piece.size()};
    offered += piece.size();
  }
  msghdr message{};
  message.msg_iov = vectors.data();
  message.msg_iovlen = count;
  return noted(partly(plain_outcome(::sendmsg(socket, &message, MSG_NOSIGNAL), Direction::wait_write), offered));
}

void Transport::shutdown_send() {
  if (!socket_) return;
  if (ssl_) {
    ERR_clear_error();
    SSL_shutdown(ssl_.get());  // a courtesy: if it cannot go out now, the end of the stream still does
  }
  ::shutdown(socket_->descriptor(), SHUT_WR);
}

void Transport::cancel() {
  if (socket_) socket_->cancel();
}

void Transport::close() {
  socket_.reset();
}

// Coroutines ----------------------------------------------------------------------------------------------------------

asio::awaitable<error_code> Transport::ready(Moved moved) {
  switch (moved.outcome) {
    case Outcome::done:
      co_return error_code{};
    case Outcome::ended:
      co_return asio::error::eof;
    case Outcome::failed:
      co_return asio::error::connection_reset;
    case Outcome::again:
      break;
  }
  const bool cancelled = co_await asio::async_initiate<decltype(asio::use_awaitable), void(bool)>(
      [this, &moved](auto handler) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));  // shared: a Handler can be copied
        socket_->wait(moved.wait, [waiting](const error_code& error) { std::move (*waiting)(error.failed()); });
      },
      asio::use_awaitable);
  co_return cancelled ? asio::error::operation_aborted : error_code();
}

asio::awaitable<error_code> Transport::handshake() {
  while (ssl_ && socket_) {
    ERR_clear_error();
    const auto moved = tls_outcome(SSL_do_handshake(ssl_.get()));
    if (const error_code error = co_await ready(moved)) co_return error;
    if (moved.outcome == Outcome::done) break;
  }
  co_return error_code{};
}

asio::awaitable<std::size_t> Transport::read_some(std::span<char> into, error_code& error) {
  for (;;) {
    const auto moved = recv(into);
    error = co_await ready(moved);
    if (error || moved.bytes > 0) co_return moved.bytes;
  }
}

asio::awaitable<void> Transport::write_all(std::string_view bytes, error_code& error) {
  error = {};
  while (!bytes.empty()) {
    const auto moved = send({&bytes, 1});
    bytes.remove_prefix(moved.bytes);
    if (bytes.empty()) co_return;
    error = co_await ready(moved);
    if (error) co_return;
  }
}

asio::awaitable<void> Transport::finish() {
  shutdown_send();
  thread_local std::array<char, 4096> discarded;
  error_code error;
  while (!error) co_await read_some(discarded, error);
}

}  // namespace talar::live
