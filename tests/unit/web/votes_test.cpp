#include "server/web/votes.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

const BoxPlace next_door{.port = 8081, .url = {}};
const BoxPlace elsewhere{.port = 8081, .url = parse_url("https://box.example.ir")};

TEST(BoxPlace, is_told_as_a_port_of_the_same_name_or_as_a_whole_address) {
  EXPECT_EQ(next_door.told().port, 8081);
  EXPECT_FALSE(next_door.told().url);
  EXPECT_EQ(elsewhere.told().url, "https://box.example.ir");
  EXPECT_FALSE(elsewhere.told().port);
}

TEST(BoxPlace, pages_may_ask_it_and_nobody_else) {
  const auto policy = [](const BoxPlace& place, std::string_view host) { return page_policy(place.source(host)); };
  EXPECT_NE(policy(next_door, "talar.example.ir").find("connect-src 'self' talar.example.ir:8081;"), std::string::npos);
  EXPECT_NE(policy(next_door, "127.0.0.1:8080").find("connect-src 'self' 127.0.0.1:8081;"), std::string::npos);
  EXPECT_NE(policy(next_door, "[::1]:8080").find("connect-src 'self' *:8081;"), std::string::npos);
  EXPECT_NE(policy(elsewhere, "talar.example.ir").find("connect-src 'self' https://box.example.ir;"),
            std::string::npos);
  EXPECT_NE(page_policy("").find("connect-src 'self';"), std::string::npos);
}

}  // namespace
}  // namespace talar::web
