#include "server/web/cookies.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

const DeviceId ann{*id_value("0k3v9yq2rt")};
const DeviceId bob{*id_value("0000000001")};

TEST(Cookies, finds_ours_among_others) {
  const auto cookies = parse_cookies("theme=dark; talar_0k3v9yq2rt=secret-1;talar_0000000001=b ; talar_=x; talarx=1");
  ASSERT_EQ(cookies.size(), 2u);
  EXPECT_EQ(cookies[0], (DeviceCookie{ann, "secret-1"}));
  EXPECT_EQ(cookies[1], (DeviceCookie{bob, "b"}));
}

TEST(Cookies, passes_over_what_is_no_device) {
  EXPECT_TRUE(parse_cookies("").empty());
  EXPECT_TRUE(parse_cookies("talar_0k3v9yq2rt=; talar_short=x; talar_0k3v9yq2ru!=x; ;;=;").empty());
  EXPECT_TRUE(parse_cookies("talar_0k3v9yq2rt=" + std::string(200, 'x')).empty());
}

TEST(Cookies, takes_at_most_sixteen) {
  std::string header;
  for (std::uint64_t i = 0; i < 40; ++i) header += "talar_" + id_text(i) + "=x; ";
  EXPECT_EQ(parse_cookies(header).size(), 16u);
}

TEST(Cookies, the_tab_says_which_device_it_means) {
  const std::vector<DeviceCookie> both{{ann, "a"}, {bob, "b"}};
  EXPECT_EQ(choose(both, bob)->secret, "b");
  EXPECT_FALSE(choose(both, std::nullopt));
  EXPECT_EQ(choose({{ann, "a"}}, std::nullopt)->secret, "a");
  EXPECT_FALSE(choose({{ann, "a"}}, bob));
  EXPECT_FALSE(choose({}, std::nullopt));
}

TEST(Cookies, cannot_be_read_by_scripts_nor_sent_by_other_sites) {
  EXPECT_EQ(set_cookie({ann, "s"}, false), "talar_0k3v9yq2rt=s; Max-Age=34560000; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_TRUE(set_cookie({ann, "s"}, true).ends_with("; Secure"));
  EXPECT_EQ(clear_cookie(ann, true), "talar_0k3v9yq2rt=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure");
}

}  // namespace
}  // namespace talar::web
