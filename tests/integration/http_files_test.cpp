// The client's files and the server's own pages, through the real binary.
#include <gtest/gtest.h>

#include "tests/integration/http_server.hpp"

namespace talar::http_test {
namespace {

struct Built : Folder {
  Built() {
    write("index.html", "<!doctype html><title>تالار</title>");
    write("assets/app-1a2b.js", std::string(50'000, 'x'));
    write("assets/app-1a2b.js.gz", "gzip");
    write("sw.js", "worker");
  }
};

class HttpFiles : public testing::Test {
 protected:
  Built client;
  House house{{"--client", (client / "").string()}};
};

TEST_F(HttpFiles, come_with_caching_and_security_headers) {
  Client browser(house.port());
  const Answer page = browser.get("/hall/rasht");
  EXPECT_EQ(page.status, 200u);
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(page.header("cache-control"), "no-cache");
  for (const char* name : {"content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy",
                           "cross-origin-opener-policy", "cross-origin-resource-policy", "date"})
    EXPECT_NE(page.header(name), "") << name;
  EXPECT_EQ(page.header("content-security-policy").find("unsafe"), std::string::npos);
  EXPECT_EQ(page.header("strict-transport-security"), "");

  const Answer script = browser.get("/assets/app-1a2b.js");
  EXPECT_EQ(script.body.size(), 50'000u);
  EXPECT_EQ(script.header("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(browser.get("/assets/app-1a2b.js", {"Accept-Encoding: gzip, br"}).body, "gzip");
}

TEST_F(HttpFiles, are_not_sent_twice) {
  Client browser(house.port());
  const std::string etag = browser.get("/sw.js").header("etag");
  const Answer again = browser.get("/sw.js", {"If-None-Match: " + etag});
  EXPECT_EQ(again.status, 304u);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(browser.get("/sw.js").body, "worker");  // the connection is still in step
}

TEST_F(HttpFiles, head_is_get_without_the_body) {
  Client browser(house.port());
  const Answer head = browser.ask("HEAD", "/assets/app-1a2b.js", {}, {});
  EXPECT_EQ(head.status, 200u);
  EXPECT_EQ(head.header("content-length"), "50000");
  EXPECT_EQ(browser.get("/sw.js").body, "worker");
}

TEST_F(HttpFiles, what_is_not_there_is_a_problem) {
  Client browser(house.port());
  const Answer none = browser.get("/wp-login.php");
  EXPECT_EQ(none.status, 404u);
  EXPECT_EQ(none.header("content-type"), "application/problem+json");
  EXPECT_NE(none.body.find(R"("code":"not_found")"), std::string::npos);
  EXPECT_EQ(browser.get("/api/nothing").status, 404u);
  EXPECT_EQ(browser.get("/live/rasht").status, 426u);
  EXPECT_EQ(browser.get("/api/sign-in").header("allow"), "POST");
}

TEST_F(HttpFiles, the_server_tells_how_it_is) {
  Client operator_(house.port());
  EXPECT_EQ(operator_.get("/healthz").body, R"({"status":"ok"})");
  EXPECT_EQ(operator_.get("/readyz").body, R"({"status":"ready"})");
  EXPECT_NE(operator_.get("/version").body.find(R"("protocol":"talar.v1")"), std::string::npos);
  const Answer metrics = operator_.get("/metrics");
  EXPECT_NE(metrics.body.find("# TYPE talar_connections gauge\ntalar_connections{audience=\"public\"} 0"),
            std::string::npos)
      << metrics.body;
  EXPECT_NE(metrics.body.find("talar_commit_seconds_bucket{le=\"+Inf\"}"), std::string::npos);
  EXPECT_NE(metrics.body.find("talar_http_answers_total{status=\"2xx\"} 3"), std::string::npos) << metrics.body;
  // A proxy on this machine speaks for the whole world.
  EXPECT_EQ(operator_.get("/metrics", {"X-Forwarded-For: 192.0.2.1"}).status, 404u);
}

TEST(HttpWithoutClient, says_that_the_client_has_not_been_built) {
  const House house({"--client", "/nonexistent"});
  const Answer page = house.get("/");
  EXPECT_EQ(page.status, 503u);
  EXPECT_NE(page.body.find("talar serve --client"), std::string::npos);
}

TEST(HttpWithPublicUrl, other_host_names_are_not_answered_to) {
  const House house({"--public-url", "https://talar.example.ir"});
  EXPECT_EQ(house.get("/healthz").status, 200u);  // loopback
  Client rebound(house.port());
  rebound.send("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  EXPECT_EQ(rebound.read_answer().status, 421u);
}

}  // namespace
}  // namespace talar::http_test
