#include "server/live/poller.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/error.hpp>
#include <memory>
#include <string>
#include <string_view>

namespace talar::live {
namespace {

using Direction = Socket::Direction;

/// One end is watched, the other is the peer's.
struct Pair {
  explicit Pair(Poller& poller) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0) std::abort();
    socket = std::make_unique<Socket>(poller, ends[0]);
    peer = ends[1];
  }
  ~Pair() { close(peer); }

  void say(std::string_view text) const { EXPECT_EQ(write(peer, text.data(), text.size()), std::ssize(text)); }
  std::string hear() const {
    std::array<char, 100> bytes;
    const ssize_t size = read(socket->descriptor(), bytes.data(), bytes.size());
    if (size < std::ssize(bytes)) socket->exhausted(Direction::wait_read);
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
  }
  void wait_to_read() {
    socket->wait(Direction::wait_read, [this](const error_code& error) {
      ++told;
      outcome = error;
    });
  }

  std::unique_ptr<Socket> socket;
  int peer = -1;
  int told = 0;
  error_code outcome;
};

class PollerTest : public testing::Test {
 protected:
  asio::io_context context_;
  Poller& poller_ = asio::use_service<Poller>(context_);
  Pair pair_{poller_};
};

TEST_F(PollerTest, who_waits_is_told_once_when_something_comes) {
  pair_.wait_to_read();
  context_.poll();
  EXPECT_EQ(pair_.told, 0);
  pair_.say("one");
  while (pair_.told == 0) context_.run_one();
  EXPECT_EQ(pair_.hear(), "one");
  pair_.say("two");
  context_.poll();
  EXPECT_EQ(pair_.told, 1) << "nobody waited";
  pair_.wait_to_read();
  EXPECT_EQ(pair_.told, 1) << "not from inside of the call";
  while (pair_.told == 1) context_.run_one();
  EXPECT_EQ(pair_.hear(), "two");
}

TEST_F(PollerTest, nothing_is_ready_before_it_is_announced_nor_after_it_is_exhausted) {
  EXPECT_FALSE(pair_.socket->ready(Direction::wait_read));
  pair_.say("one");
  while (!pair_.socket->ready(Direction::wait_read)) context_.run_one();
  pair_.hear();
  EXPECT_FALSE(pair_.socket->ready(Direction::wait_read));
}

TEST_F(PollerTest, the_peers_end_is_told_although_it_came_together_with_the_last_bytes) {
  pair_.wait_to_read();
  pair_.say("bye");
  shutdown(pair_.peer, SHUT_WR);
  while (pair_.told == 0) context_.run_one();
  EXPECT_EQ(pair_.hear(), "bye");
  pair_.wait_to_read();
  while (pair_.told == 1) context_.run_one();
  EXPECT_EQ(pair_.hear(), "");
}

TEST_F(PollerTest, a_full_socket_can_be_written_when_the_peer_has_read) {
  const std::string much(1 << 20, 'x');
  EXPECT_LT(write(pair_.socket->descriptor(), much.data(), much.size()), std::ssize(much));
  pair_.socket->exhausted(Direction::wait_write);
  bool writable = false;
  pair_.socket->wait(Direction::wait_write, [&](const error_code&) { writable = true; });
  context_.poll();
  EXPECT_FALSE(writable);
  std::string read_back(1 << 20, ' ');
  EXPECT_GT(read(pair_.peer, read_back.data(), read_back.size()), 0);
  while (!writable) context_.run_one();
}

TEST_F(PollerTest, cancelling_tells_who_waits_with_an_error) {
  pair_.socket->cancel();
  context_.poll();
  pair_.wait_to_read();
  pair_.socket->cancel();
  EXPECT_EQ(pair_.told, 0) << "not from inside of the call";
  while (pair_.told == 0) context_.run_one();
  EXPECT_EQ(pair_.outcome, asio::error::operation_aborted);
}

TEST_F(PollerTest, a_socket_that_ends_while_another_is_told_is_not_told) {
  std::array<std::unique_ptr<Pair>, 2> pairs{std::make_unique<Pair>(poller_), std::make_unique<Pair>(poller_)};
  int told = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    pairs[i]->socket->wait(Direction::wait_read, [&, i](const error_code&) {
      ++told;
      pairs[1 - i]->socket.reset();
    });
    pairs[i]->say("both at once");
  }
  while (told == 0) context_.run_one();
  context_.poll();
  EXPECT_EQ(told, 1);
}

TEST(PollerShutdown, who_waits_when_the_loop_ends_is_let_go) {
  const auto kept = std::make_shared<int>();
  {
    asio::io_context context;
    const auto pair = std::make_shared<Pair>(asio::use_service<Poller>(context));
    pair->socket->wait(Direction::wait_read, [pair, kept](const error_code&) {});
  }
  EXPECT_EQ(kept.use_count(), 1);
}

}  // namespace
}  // namespace talar::live
