#include "server/web/origin.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

Request request(const std::string& host, const std::string& origin, Headers more = {}) {
  Request made;
  made.headers = std::move(more);
  made.headers.push_back({"host", host});
  if (!origin.empty()) made.headers.push_back({"origin", origin});
  return made;
}

const OriginRules open_house{};
const OriginRules named{parse_url("https://talar.example.ir")};

TEST(Origin, urls_are_taken_apart) {
  EXPECT_EQ(parse_url("https://Talar.Example.ir:443/")->host, "talar.example.ir");
  EXPECT_EQ(parse_url("http://127.0.0.1:8080")->host, "127.0.0.1:8080");
  for (const char* bad : {"", "talar", "ftp://h", "https://", "https://a/b", "https://u@h", "null"})
    EXPECT_FALSE(parse_url(bad)) << bad;
}

TEST(Origin, must_be_the_host_that_was_asked) {
  EXPECT_FALSE(open_house.check(request("hall:8080", "http://hall:8080")));
  EXPECT_FALSE(open_house.check(request("hall", "https://hall:443")));
  EXPECT_EQ(open_house.check(request("hall:8080", "http://hall:8081")), Trouble::foreign_origin);
  EXPECT_EQ(open_house.check(request("hall", "https://evil")), Trouble::foreign_origin);
  EXPECT_EQ(open_house.check(request("hall", "https://hall.evil")), Trouble::foreign_origin);
  EXPECT_EQ(open_house.check(request("hall", "null")), Trouble::foreign_origin);
}

TEST(Origin, may_be_the_public_url_behind_a_proxy) {
  EXPECT_FALSE(named.check(request("127.0.0.1:8080", "https://talar.example.ir")));
  EXPECT_EQ(named.check(request("127.0.0.1:8080", "http://talar.example.ir")), Trouble::foreign_origin);
}

TEST(Origin, may_be_missing_only_without_cookies) {
  EXPECT_FALSE(open_house.check(request("hall", "")));
  EXPECT_EQ(open_house.check(request("hall", "", {{"cookie", "talar_0k3v9yq2rt=s"}})), Trouble::foreign_origin);
}

TEST(Origin, a_post_brings_a_header_that_forces_a_preflight) {
  EXPECT_EQ(open_house.check_post(request("hall", "http://hall")), Trouble::client_header_missing);
  EXPECT_FALSE(open_house.check_post(request("hall", "http://hall", {{"talar-client", "1"}})));
  EXPECT_FALSE(open_house.check_post(request("hall", "http://hall", {{"talar-device", "0k3v9yq2rt"}})));
  EXPECT_EQ(open_house.check_post(request("hall", "http://evil", {{"talar-client", "1"}})), Trouble::foreign_origin);
}

TEST(Origin, with_a_public_url_other_names_are_not_answered_to) {
  EXPECT_TRUE(open_house.answers_to("anything"));
  EXPECT_TRUE(named.answers_to("TALAR.example.ir"));
  EXPECT_TRUE(named.answers_to("localhost:8080"));
  EXPECT_TRUE(named.answers_to("[::1]:8080"));
  EXPECT_FALSE(named.answers_to("rebound.evil"));
  EXPECT_FALSE(named.answers_to("localhost.evil"));
}

}  // namespace
}  // namespace talar::web
