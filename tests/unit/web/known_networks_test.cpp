#include "server/web/known_networks.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

constexpr Instant now{1'703'741'400'000};

TEST(KnownNetworks, are_known_for_a_day_after_the_last_sign_in) {
  KnownNetworks networks;
  EXPECT_FALSE(networks.knows("192.0.2.1", now));
  networks.note("192.0.2.1", now);
  EXPECT_TRUE(networks.knows("192.0.2.1", now));
  EXPECT_FALSE(networks.knows("192.0.2.2", now));
  networks.note("192.0.2.1", now + Millis{1'000});
  EXPECT_TRUE(networks.knows("192.0.2.1", now + KnownNetworks::known_for));
  EXPECT_FALSE(networks.knows("192.0.2.1", now + KnownNetworks::known_for + Millis{1'000}));
}

TEST(KnownNetworks, are_so_many_at_most) {
  KnownNetworks networks;
  for (std::size_t i = 0; i <= KnownNetworks::networks_max; ++i) networks.note(std::to_string(i), now);
  EXPECT_TRUE(networks.knows(std::to_string(KnownNetworks::networks_max - 1), now));
  EXPECT_FALSE(networks.knows(std::to_string(KnownNetworks::networks_max), now));
  networks.note("later", now + KnownNetworks::known_for);
  EXPECT_TRUE(networks.knows("later", now + KnownNetworks::known_for));
}

}  // namespace
}  // namespace talar::web
