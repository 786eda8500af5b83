#include "server/live/deflate.hpp"

#include <gtest/gtest.h>

#include <random>
#include <thread>

namespace talar::live::test {
namespace {

using enum Inflated::Outcome;

std::string persian(std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += R"({"title":"بند )" + std::to_string(i) + R"(","minutes":20},)";
  return text;
}

std::string noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(random());
  return bytes;
}

TEST(Deflate, what_is_deflated_inflates_to_the_same) {
  for (const std::size_t times : {5, 50, 5'000}) {
    const std::string text = persian(times);
    const auto packed = deflated(text);
    ASSERT_TRUE(packed) << times;
    EXPECT_LT(packed->size(), text.size());
    const Inflated back = inflated(*packed, text.size());
    EXPECT_EQ(back.outcome, fine);
    EXPECT_EQ(back.text, text);
  }
}

TEST(Deflate, a_message_knows_nothing_of_the_one_before) {
  const std::string text = persian(20);
  const auto once = deflated(text), again = deflated(text);
  EXPECT_EQ(once, again) << "no context is taken over";
  EXPECT_EQ(inflated(*again, text.size()).text, text);
}

TEST(Deflate, leaves_alone_what_is_tiny_or_would_not_shrink) {
  EXPECT_FALSE(deflated(""));
  EXPECT_FALSE(deflated("aaaaaaaaaaaaaaaa"));
  EXPECT_FALSE(deflated(noise(300)));
  EXPECT_FALSE(deflated(noise(100'000)));
}

TEST(Deflate, stops_inflating_at_the_limit) {
  const std::string zeros(50'000'000, '0');
  const auto bomb = deflated(zeros);
  ASSERT_TRUE(bomb);
  const Inflated stopped = inflated(*bomb, 64 * 1024);
  EXPECT_EQ(stopped.outcome, too_big);
  EXPECT_TRUE(stopped.text.empty());
  // Exactly the limit, and one byte more, also where a piece of the output ends exactly.
  for (const std::size_t size : {1'000, 16 * 1024, 16 * 1024 + 1, 32 * 1024}) {
    const auto packed = deflated(std::string(size, 'x'));
    EXPECT_EQ(inflated(*packed, size).text.size(), size);
    EXPECT_EQ(inflated(*packed, size - 1).outcome, too_big);
  }
}

TEST(Deflate, no_whole_message_comes_out_of_a_part_of_one) {
  const std::string text = persian(5);
  const std::string packed = *deflated(text);
  for (std::size_t size = 1; size < packed.size(); ++size) {
    const Inflated part = inflated(std::string_view(packed).substr(0, size), text.size());
    EXPECT_NE(part.outcome, fine) << "cut at " << size << " of " << packed.size();
  }
}

TEST(Deflate, goes_on_after_a_broken_message) {
  EXPECT_EQ(inflated("\x07\xff\xff", 100).outcome, broken);
  EXPECT_EQ(inflated(std::string_view("\xf2\x48\xcd\xc9\xc9\x07\x00", 7), 5).text, "Hello");
}

TEST(Deflate, an_end_where_a_piece_of_the_output_ends_is_an_end) {
  // BFINAL, one stored block of just the size of a piece.
  constexpr unsigned size = 16 * 1024;
  const std::string header{'\x01', static_cast<char>(size & 0xFF), static_cast<char>(size >> 8),
                           static_cast<char>(~size & 0xFF), static_cast<char>((~size >> 8) & 0xFF)};
  EXPECT_EQ(inflated(header + std::string(size, 's'), size).text, std::string(size, 's'));
}

TEST(Deflate, every_thread_has_its_own) {
  const std::string text = persian(2'000);
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) right += inflated(*deflated(text), text.size()).text == text;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 80);
}

}  // namespace
}  // namespace talar::live::test
