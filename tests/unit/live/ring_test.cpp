#include "server/live/ring.hpp"

#include <gtest/gtest.h>

namespace talar::live::test {
namespace {

Frame frame(std::string text) {
  const auto bytes = std::make_shared<const std::string>(std::move(text));
  return {bytes, bytes};
}

/// The patches after `seq` as one text; "?" when the ring cannot tell.
std::string after(const Ring& ring, std::int64_t seq) {
  const auto frames = ring.after(seq);
  if (!frames) return "?";
  std::string all;
  for (const Frame& one : *frames) all += *one.plain;
  return all;
}

TEST(Ring, gives_exactly_what_was_missed) {
  Ring ring(10, 1'000);
  ring.start(5);
  ring.push(6, frame("f"));
  ring.push(9, frame("i"));
  EXPECT_EQ(after(ring, 5), "fi");
  EXPECT_EQ(after(ring, 6), "i");
  EXPECT_EQ(after(ring, 9), "");
}

TEST(Ring, knows_nothing_before_its_start_nor_after_its_end) {
  Ring ring(10, 1'000);
  ring.start(5);
  ring.push(6, frame("f"));
  EXPECT_EQ(after(ring, 4), "?");
  EXPECT_EQ(after(ring, 7), "?");
}

TEST(Ring, follows_rounds_that_changed_nothing_for_its_audience) {
  Ring ring(10, 1'000);
  ring.start(5);
  ring.push(6, frame("f"));
  ring.push(8, {});
  EXPECT_EQ(after(ring, 8), "") << "a state of that seq was sent to somebody who joined then";
  ring.push(9, frame("i"));
  EXPECT_EQ(after(ring, 6), "i");
  EXPECT_EQ(after(ring, 8), "i");
}

TEST(Ring, forgets_the_oldest_past_its_number_of_frames) {
  Ring ring(2, 1'000);
  ring.start(0);
  for (int seq = 1; seq <= 4; ++seq) ring.push(seq, frame(std::to_string(seq)));
  EXPECT_EQ(after(ring, 1), "?");
  EXPECT_EQ(after(ring, 2), "34");
}

TEST(Ring, forgets_the_oldest_past_its_bytes) {
  Ring ring(100, 10);
  ring.start(0);
  for (int seq = 1; seq <= 4; ++seq) ring.push(seq, frame("1234"));
  EXPECT_EQ(after(ring, 1), "?");
  EXPECT_EQ(after(ring, 2), "12341234");
}

TEST(Ring, holds_nothing_of_a_patch_larger_than_itself) {
  Ring ring(100, 10);
  ring.start(0);
  ring.push(1, frame("12345678901"));
  EXPECT_EQ(after(ring, 0), "?");
  EXPECT_EQ(after(ring, 1), "");
}

}  // namespace
}  // namespace talar::live::test
