#include "server/live/outbox.hpp"

#include <gtest/gtest.h>

#include <string>

namespace talar::live::test {
namespace {

using namespace std::chrono_literals;
using Flushed = Outbox::Flushed;
using Outcome = Moved::Outcome;

/// A socket that takes `room` bytes, then is full. As TLS it wants a refused offer to be repeated.
struct Socket {
  std::size_t room = 0;
  bool tls = false;
  bool broken = false;
  std::string got;
  std::string held;  // offered and refused: must be the beginning of the next offer

  Moved send(std::span<const std::string_view> pieces) {
    if (broken) return {Outcome::failed};
    std::string offer;
    for (const auto piece : pieces) offer += piece;
    EXPECT_TRUE(offer.starts_with(held)) << "TLS must be offered the same bytes again";
    const std::size_t taken = std::min(room, offer.size());
    got += offer.substr(0, taken);
    room -= taken;
    held = tls && taken < offer.size() ? offer.substr(taken) : "";
    return {taken < offer.size() ? Outcome::again : Outcome::done, taken, held.size(), asio::socket_base::wait_write};
  }
};

Bytes frame(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

struct OutboxTest : testing::Test {
  Limits limits;
  Outbox outbox{(limits.outbox_bytes = 10, limits.outbox_stall = 2s, limits), 20};
  Socket socket;
  Outbox::Clock::time_point now{1000s};

  bool state(std::string text) { return outbox.push_state(frame(std::move(text)), now); }
  bool keep(std::string text) { return outbox.push_keep(frame(std::move(text)), now); }
  void fresh(std::string text) { outbox.push_fresh(frame(std::move(text)), now); }
  Flushed flush(std::size_t room = 1'000) {
    socket.room = room;
    return outbox.flush(socket, now);
  }
};

TEST_F(OutboxTest, sends_everything_in_order_in_one_go) {
  state("a");
  EXPECT_TRUE(keep("b"));
  state("c");
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "abc");
  EXPECT_TRUE(outbox.empty());
}

TEST_F(OutboxTest, goes_on_in_the_middle_of_a_frame) {
  state("abcd");
  EXPECT_TRUE(keep("efgh"));
  for (int i = 0; i < 7; ++i) EXPECT_EQ(flush(1), Flushed::waiting);
  EXPECT_EQ(flush(1), Flushed::idle);
  EXPECT_EQ(socket.got, "abcdefgh");
}

TEST_F(OutboxTest, sheds_patches_past_the_bound_but_never_receipts) {
  state("12345");
  EXPECT_TRUE(keep("R"));
  EXPECT_FALSE(state("678901"));
  EXPECT_FALSE(outbox.wants_fresh()) << "the receipt is still there";
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "R");
  EXPECT_TRUE(outbox.wants_fresh());
}

TEST_F(OutboxTest, drops_patches_while_a_fresh_state_is_owed_and_takes_them_again_after_it) {
  state("1234567890");
  EXPECT_FALSE(state("x"));
  EXPECT_TRUE(state("dropped"));
  EXPECT_TRUE(keep("R"));
  fresh("FRESH");
  state("next");
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "RFRESHnext");
  EXPECT_FALSE(outbox.wants_fresh());
}

TEST_F(OutboxTest, finishes_a_frame_that_has_begun) {
  state("1234567890");
  EXPECT_EQ(flush(3), Flushed::waiting);
  EXPECT_FALSE(state("x"));
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "1234567890");
  EXPECT_TRUE(outbox.wants_fresh());
}

TEST_F(OutboxTest, under_TLS_keeps_what_was_only_tried) {
  socket.tls = true;
  state("12345");
  EXPECT_TRUE(keep("R"));
  EXPECT_EQ(flush(0), Flushed::waiting);
  EXPECT_FALSE(state("678901"));
  EXPECT_EQ(flush(), Flushed::idle) << "the socket checks that the offer was repeated";
  EXPECT_EQ(socket.got, "12345R");
}

TEST_F(OutboxTest, sheds_when_the_socket_has_taken_nothing_for_too_long) {
  state("a");
  EXPECT_EQ(flush(0), Flushed::waiting);
  now += 1s;
  EXPECT_TRUE(state("b"));
  now += 1001ms;
  EXPECT_FALSE(state("c"));
}

TEST_F(OutboxTest, does_not_count_the_time_while_bytes_still_move) {
  state("abc");
  for (int i = 0; i < 2; ++i) {
    now += 1900ms;
    EXPECT_EQ(flush(1), Flushed::waiting);
    EXPECT_TRUE(state("x"));
  }
}

TEST_F(OutboxTest, does_not_call_patches_late_that_wait_behind_a_fresh_state) {
  fresh("a large state");
  EXPECT_EQ(flush(1), Flushed::waiting);
  now += 10s;
  EXPECT_TRUE(state("x"));
}

TEST_F(OutboxTest, takes_a_patch_larger_than_the_bound_when_nothing_waits) {
  EXPECT_TRUE(state("larger than ten bytes"));
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "larger than ten bytes");
}

TEST_F(OutboxTest, does_not_count_a_fresh_state_against_any_bound) {
  fresh("a state of more than twenty bytes");
  EXPECT_TRUE(state("1234567890"));
  EXPECT_TRUE(keep("R"));
  EXPECT_EQ(flush(), Flushed::idle);
}

TEST_F(OutboxTest, a_newer_fresh_state_replaces_one_that_has_not_begun) {
  EXPECT_TRUE(keep("R"));
  fresh("old");
  state("p");
  fresh("new");
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "Rnew");
}

TEST_F(OutboxTest, gives_the_connection_up_when_receipts_pass_their_bound) {
  EXPECT_TRUE(keep("12345678901234567890"));
  EXPECT_FALSE(keep("x"));
}

TEST_F(OutboxTest, counts_only_what_waits) {
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(state("1234567"));
    EXPECT_TRUE(keep("123456789"));
    EXPECT_EQ(flush(), Flushed::idle);
  }
}

TEST_F(OutboxTest, takes_nothing_after_its_seal) {
  state("a");
  outbox.seal(frame("CLOSE"), now);
  state("b");
  EXPECT_TRUE(keep("c"));
  fresh("d");
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "aCLOSE");
}

TEST_F(OutboxTest, tells_of_a_broken_socket) {
  state("a");
  socket.broken = true;
  EXPECT_EQ(flush(), Flushed::failed);
}

TEST_F(OutboxTest, hands_a_patch_straight_to_an_idle_socket) {
  socket.room = 100;
  EXPECT_EQ(outbox.send_state(frame("a"), socket, now), Flushed::idle);
  EXPECT_EQ(socket.got, "a");
  EXPECT_TRUE(outbox.empty());
}

TEST_F(OutboxTest, queues_what_is_left_of_a_patch_when_the_socket_is_full) {
  socket.room = 3;
  EXPECT_EQ(outbox.send_state(frame("abcdef"), socket, now), Flushed::waiting);
  state("ghi");
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "abcdefghi");
}

TEST_F(OutboxTest, under_TLS_offers_the_left_over_again) {
  socket.tls = true;
  socket.room = 0;
  EXPECT_EQ(outbox.send_state(frame("abc"), socket, now), Flushed::waiting);
  EXPECT_FALSE(state("much more than ten bytes"));
  EXPECT_EQ(flush(), Flushed::idle) << "the socket checks that the offer was repeated";
  EXPECT_EQ(socket.got, "abc");
}

TEST_F(OutboxTest, sends_no_patch_past_a_fresh_state_that_is_owed) {
  state("1234567890");
  EXPECT_FALSE(state("x"));
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(outbox.send_state(frame("y"), socket, now), Flushed::idle);
  EXPECT_EQ(socket.got, "");
  EXPECT_TRUE(outbox.wants_fresh());
}

TEST_F(OutboxTest, keeps_hundreds_of_frames_in_order_through_a_narrow_socket) {
  Outbox wide(limits, 100'000);
  std::string all;
  for (int i = 0; i < 500; ++i) {
    const std::string text = std::to_string(i) + ",";
    all += text;
    EXPECT_TRUE(wide.push_keep(frame(text), now));
    socket.room = 3;
    wide.flush(socket, now);
  }
  socket.room = 100'000;
  EXPECT_EQ(wide.flush(socket, now), Flushed::idle);
  EXPECT_EQ(socket.got, all);
}

TEST_F(OutboxTest, sends_a_hint_to_an_idle_socket_and_to_no_other) {
  socket.room = 100;
  EXPECT_EQ(outbox.send_hint(frame("hint"), socket, now), Flushed::idle);
  EXPECT_TRUE(keep("R"));
  EXPECT_EQ(outbox.send_hint(frame("late"), socket, now), Flushed::idle);
  EXPECT_EQ(flush(), Flushed::idle);
  EXPECT_EQ(socket.got, "hintR");
}

TEST_F(OutboxTest, keeps_no_hint_that_a_full_socket_does_not_take) {
  EXPECT_EQ(outbox.send_hint(frame("hint"), socket, now), Flushed::idle);
  EXPECT_TRUE(outbox.empty());
}

TEST_F(OutboxTest, finishes_a_hint_that_has_begun) {
  for (const bool tls : {false, true}) {
    socket.tls = tls;
    socket.room = tls ? 0 : 2;
    EXPECT_EQ(outbox.send_hint(frame("hint"), socket, now), Flushed::waiting);
    EXPECT_FALSE(state("12345678901"));
    EXPECT_EQ(flush(), Flushed::idle);
    EXPECT_EQ(std::exchange(socket.got, ""), "hint");
    fresh("");
    flush();
  }
}

}  // namespace
}  // namespace talar::live::test
