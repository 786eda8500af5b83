#include "server/live/door.hpp"

#include <gtest/gtest.h>

#include "server/live/rate.hpp"

namespace talar::live::test {
namespace {

using namespace std::chrono_literals;

TEST(Door, counts_by_address_and_in_all_and_gives_places_back) {
  Door door(3, 2);
  auto a1 = door.admit("a");
  auto a2 = door.admit("a");
  EXPECT_FALSE(door.admit("a"));
  auto b1 = door.admit("b");
  EXPECT_FALSE(door.admit("c")) << "the house is full";
  a1.reset();
  EXPECT_TRUE(door.admit("c"));
  EXPECT_EQ(door.inside(), 2u) << "the ticket of c was not kept";
}

TEST(Door, a_ticket_that_moves_is_given_back_once) {
  Door door(1, 1);
  {
    Door::Ticket kept;
    kept = std::move(*door.admit("a"));
    EXPECT_EQ(door.inside(), 1u);
    const Door::Ticket moved = std::move(kept);
    EXPECT_EQ(door.inside(), 1u);
  }
  EXPECT_EQ(door.inside(), 0u);
}

TEST(Rate, lets_a_burst_through_and_then_so_many_per_second) {
  Rate rate;
  Rate::Clock::time_point now{1000s};
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(rate.take(now, 2, 5));
  EXPECT_FALSE(rate.take(now, 2, 5));
  now += 1s;
  EXPECT_TRUE(rate.take(now, 2, 5));
  EXPECT_TRUE(rate.take(now, 2, 5));
  EXPECT_FALSE(rate.take(now, 2, 5));
}

}  // namespace
}  // namespace talar::live::test
