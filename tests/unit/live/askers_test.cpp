#include "server/live/askers.hpp"

#include <gtest/gtest.h>

namespace talar::live::test {
namespace {

constexpr PersonId somebody{1}, another{2};
constexpr Rate::Clock::time_point noon{std::chrono::hours(12)};

TEST(Askers, a_persons_commands_wait_up_to_a_bound_that_is_nobody_elses) {
  Limits limits;
  limits.commands_burst = 1'000;
  limits.commands_waiting_per_person = 2;
  Askers askers(limits);
  EXPECT_TRUE(askers.enter(somebody, noon));
  EXPECT_TRUE(askers.enter(somebody, noon));
  EXPECT_FALSE(askers.enter(somebody, noon));
  EXPECT_TRUE(askers.enter(another, noon));
  askers.leave(somebody);
  EXPECT_TRUE(askers.enter(somebody, noon));
}

TEST(Askers, what_is_refused_does_not_wait) {
  Limits limits;
  limits.commands_waiting_per_person = 1;
  Askers askers(limits);
  EXPECT_TRUE(askers.enter(somebody, noon));
  EXPECT_FALSE(askers.enter(somebody, noon));
  askers.leave(somebody);
  EXPECT_TRUE(askers.enter(somebody, noon));
}

TEST(Askers, a_person_asks_at_one_rate_however_many_come) {
  Limits limits;
  limits.commands_burst = 3;
  limits.commands_per_second = 1;
  Askers askers(limits);
  const auto ask = [&](Rate::Clock::time_point now) {
    const bool taken = askers.enter(somebody, now);
    if (taken) askers.leave(somebody);
    return taken;
  };
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(ask(noon));
  EXPECT_FALSE(ask(noon));
  EXPECT_TRUE(ask(noon + std::chrono::seconds(1)));
  EXPECT_FALSE(ask(noon + std::chrono::seconds(1)));
}

}  // namespace
}  // namespace talar::live::test
