#include "server/web/limiter.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

constexpr Limiter::Rule rule{.burst = 3, .refill{1000}, .keys_max = 2};

TEST(Limiter, lets_a_burst_through_and_then_says_how_long_to_wait) {
  Limiter limiter(rule);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limiter.take("a", {0}));
  const auto wait = limiter.take("a", {0});
  ASSERT_TRUE(wait);
  EXPECT_EQ(wait->ms, 1000);
  EXPECT_EQ(limiter.take("a", {400})->ms, 600);
  EXPECT_FALSE(limiter.take("a", {1000}));
  EXPECT_TRUE(limiter.take("a", {1000}));
}

TEST(Limiter, is_full_again_after_the_whole_burst_and_not_fuller) {
  Limiter limiter(rule);
  for (int i = 0; i < 3; ++i) limiter.take("a", {0});
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limiter.take("a", {100'000}));
  EXPECT_TRUE(limiter.take("a", {100'000}));
}

TEST(Limiter, counts_keys_apart) {
  Limiter limiter(rule);
  for (int i = 0; i < 3; ++i) limiter.take("a", {0});
  EXPECT_TRUE(limiter.take("a", {0}));
  EXPECT_FALSE(limiter.take("b", {0}));
}

TEST(Limiter, a_try_that_succeeded_does_not_count) {
  Limiter limiter(rule);
  for (int i = 0; i < 50; ++i) {
    EXPECT_FALSE(limiter.take("a", {0}));
    limiter.give_back("a");
  }
}

TEST(Limiter, forgets_the_key_that_was_not_used_for_longest) {
  Limiter limiter(rule);
  for (int i = 0; i < 3; ++i) limiter.take("a", {0});
  limiter.take("b", {0});
  limiter.take("a", {0});  // refused, and used
  limiter.take("c", {0});  // takes the place of b
  EXPECT_EQ(limiter.keys(), 2u);
  EXPECT_TRUE(limiter.take("a", {0}));
}

TEST(Limiter, an_ipv6_network_is_one_address) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(network_of("2001:db8:1:2:ffff::1"), "2001:db8:1:2::/64");
}

}  // namespace
}  // namespace talar::web
