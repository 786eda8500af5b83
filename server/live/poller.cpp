#include "server/live/poller.hpp"

#include <unistd.h>

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <cassert>
#include <system_error>
#include <utility>
#include <vector>

namespace talar::live {
namespace {

constexpr std::uint32_t reading = EPOLLIN | EPOLLRDHUP | EPOLLET;
constexpr std::uint32_t end_of_peer = EPOLLRDHUP | EPOLLHUP | EPOLLERR;

int new_epoll() {
  const int made = epoll_create1(EPOLL_CLOEXEC);
  if (made < 0) throw std::system_error(errno, std::generic_category(), "epoll_create1");
  return made;
}

}  // namespace

// Poller --------------------------------------------------------------------------------------------------------------

Poller::Poller(asio::io_context& context)
    : asio::io_context::service(context), context_(context), epoll_(context, new_epoll()) {
  look();
}

void Poller::shutdown() {
  std::vector<Socket::Handler> dropped;
  for (Socket& socket : sockets_) {
    for (auto& waiter : socket.waiters_) dropped.push_back(std::exchange(waiter.handler, {}));
  }
  dropped.clear();
  error_code ignored;
  epoll_.close(ignored);
}

void Poller::look() {
  epoll_.async_wait(asio::posix::stream_descriptor::wait_read, [this](const error_code& error) {
    if (!error) turn();
  });
}

void Poller::turn() {
  const int count = epoll_wait(epoll_.native_handle(), events_.data(), static_cast<int>(events_.size()), 0);
  left_ = std::span(events_).first(static_cast<std::size_t>(std::max(count, 0)));
  while (!left_.empty()) {
    const epoll_event event = left_.front();
    left_ = left_.subspan(1);
    if (event.data.ptr) static_cast<Socket*>(event.data.ptr)->announced(event.events);
  }
  look();
}

void Poller::call_soon(Socket& socket) {
  if (std::exchange(socket.due_, true)) return;
  if (due_.empty()) asio::post(context_, [this] { call_those_due(); });
  due_.push_back(&socket);
}

void Poller::call_those_due() {
  // Whoever becomes due meanwhile waits for the next turn; whoever ends takes itself out of here.
  for (std::size_t left = due_.size(); left > 0 && !due_.empty(); --left) {
    Socket& socket = *due_.front();
    due_.pop_front();
    socket.due_ = false;
    socket.call_waiters();
  }
  if (!due_.empty()) asio::post(context_, [this] { call_those_due(); });
}

// Socket --------------------------------------------------------------------------------------------------------------

Socket::Socket(Poller& poller, int descriptor) : poller_(poller), descriptor_(descriptor) {
  poller_.sockets_.push_back(*this);
  epoll_event event{.events = reading, .data = {.ptr = this}};
  // Should it fail, nothing is ever announced, and the deadline ends the connection.
  epoll_ctl(poller_.epoll_.native_handle(), EPOLL_CTL_ADD, descriptor_, &event);
}

Socket::~Socket() {
  ::close(descriptor_);  // and with it the registration
  if (due_) std::erase(poller_.due_, this);
  for (epoll_event& event : poller_.left_) {
    if (event.data.ptr == this) event.data.ptr = nullptr;
  }
}

void Socket::exhausted(Direction direction) {
  const bool writes = direction == Direction::wait_write;
  if (writes || !ended_) ready_[writes] = false;
}

void Socket::wait(Direction direction, Handler handler) {
  auto& waiter = waiters_[waiters_.front().handler ? 1 : 0];
  assert(!waiter.handler);
  waiter = {direction, std::move(handler)};
  if (direction == Direction::wait_write && !std::exchange(watches_writing_, true)) {
    epoll_event event{.events = reading | EPOLLOUT, .data = {.ptr = this}};
    epoll_ctl(poller_.epoll_.native_handle(), EPOLL_CTL_MOD, descriptor_, &event);
  }
  if (ready(direction)) poller_.call_soon(*this);
}

void Socket::cancel() {
  if (std::ranges::none_of(waiters_, [](const Waiter& waiter) { return bool(waiter.handler); })) return;
  cancelled_ = true;
  poller_.call_soon(*this);
}

void Socket::announced(std::uint32_t events) {
  ended_ = ended_ || (events & end_of_peer) != 0;
  ready_[0] = ready_[0] || ended_ || (events & EPOLLIN) != 0;
  ready_[1] = ready_[1] || (events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
  call_waiters();
}

void Socket::call_waiters() {
  const error_code error = cancelled_ ? asio::error::operation_aborted : error_code();
  std::array<Handler, 2> called;
  for (std::size_t i = 0; i < called.size(); ++i) {
    if (cancelled_ || ready(waiters_[i].direction)) called[i] = std::exchange(waiters_[i].handler, {});
  }
  cancelled_ = false;
  // The first may end this socket.
  for (const Handler& handler : called) {
    if (handler) handler(error);
  }
}

}  // namespace talar::live
