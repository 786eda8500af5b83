#include "server/web/text.hpp"

#include <gtest/gtest.h>

#include "server/web/http.hpp"
#include "server/web/problems.hpp"

namespace talar::web {
namespace {

TEST(Text, percent_encoding_is_undone_or_refused) {
  EXPECT_EQ(percent_decode("a%20b%D8%A7+", Plus::literal), "a b\xD8\xA7+");
  EXPECT_EQ(percent_decode("a+b", Plus::blank), "a b");
  for (const char* bad : {"%", "%4", "%4x", "%zz"}) EXPECT_FALSE(percent_decode(bad, Plus::literal)) << bad;
}

TEST(Text, a_query_is_asked_by_name) {
  EXPECT_EQ(query_value("q=%DA%A9&offset=20", "offset"), "20");
  EXPECT_EQ(query_value("q=%DA%A9&offset=20", "q"), "ک");
  EXPECT_EQ(query_value("q", "q"), "");
  EXPECT_FALSE(query_value("qq=1", "q"));
  EXPECT_FALSE(query_value("", "q"));
}

TEST(Http, dates_are_in_imf_fixdate) {
  EXPECT_EQ(http_date(1703741400), "Thu, 28 Dec 2023 05:30:00 GMT");
}

TEST(Http, every_answer_carries_the_security_headers) {
  const std::string plain = head_of(problem(Trouble::not_found), {.date = "now"});
  for (const char* header : {"Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'",
                             "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
                             "frame-ancestors 'none'", "Cross-Origin-Opener-Policy: same-origin",
                             "Cross-Origin-Resource-Policy: same-origin", "Permissions-Policy: camera=(self)"})
    EXPECT_NE(plain.find(header), std::string::npos) << header;
  EXPECT_EQ(plain.find("unsafe"), std::string::npos);
  EXPECT_EQ(plain.find("Strict-Transport-Security"), std::string::npos);
  EXPECT_NE(head_of({}, {.secure = true, .date = ""}).find("Strict-Transport-Security: max-age="), std::string::npos);
}

TEST(Http, problems_say_what_and_when_to_come_back) {
  const Response response = problem(Trouble::too_many_tries, {.retry_after_seconds = 7});
  EXPECT_EQ(response.status, 429u);
  EXPECT_EQ(*find(response.headers, "Retry-After"), "7");
  EXPECT_EQ(*find(response.headers, "Content-Type"), "application/problem+json");
  EXPECT_NE(response.body->find(R"("code":"too_many_tries")"), std::string::npos);
  EXPECT_NE(response.body->find(R"("retry_after_seconds":7)"), std::string::npos);
}

}  // namespace
}  // namespace talar::web
