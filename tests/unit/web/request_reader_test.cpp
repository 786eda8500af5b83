#include "server/web/request_reader.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "server/web/request_rules.hpp"

namespace talar::web {
namespace {

using State = RequestReader::State;

std::string get(const std::string& lines = {}) {
  return "GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n";
}
std::string post(const std::string& lines, const std::string& body) {
  return "POST /api/x HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n" + body;
}

struct Probe {
  const char* name;
  std::string bytes;
  std::optional<Trouble> trouble;  // nothing: accepted
};

/// The ways in which two readers of one stream have disagreed elsewhere, and what no honest client sends.
const std::vector<Probe>& probes() {
  using enum Trouble;
  static const std::vector<Probe> all{
      {"plain", get(), {}},
      {"head_method", "HEAD / HTTP/1.1\r\nHost: h\r\n\r\n", {}},
      {"post_with_length", post("Content-Length: 3\r\n", "abc"), {}},
      {"post_without_body", post("Content-Length: 0\r\n", ""), {}},
      {"http_1_0_with_host", "GET / HTTP/1.0\r\nHost: h\r\n\r\n", {}},
      {"absolute_form_of_this_host", "GET http://h/x HTTP/1.1\r\nHost: h\r\n\r\n", {}},
      {"port_in_host", "GET / HTTP/1.1\r\nHost: h:8080\r\n\r\n", {}},
      {"ipv6_host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", {}},
      {"empty_value", get("X-Empty:\r\n"), {}},

      {"te_chunked", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), bad_request},
      {"te_xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), bad_request},
      {"te_identity", post("Transfer-Encoding: identity\r\n", ""), bad_request},
      {"te_chunked_identity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), bad_request},
      {"te_in_http_1_0", "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", bad_request},
      {"te_on_get", get("Transfer-Encoding: chunked\r\n"), bad_request},
      {"te_odd_case", post("tRANSFER-eNCODING: chunked\r\n", "0\r\n\r\n"), bad_request},
      {"te_then_length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "abc"), bad_request},
      {"length_then_te", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "abc"), bad_request},
      {"te_space_before_colon", post("Transfer-Encoding : chunked\r\n", ""), bad_request},

      {"two_lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), bad_request},
      {"same_length_twice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), bad_request},
      {"length_list", post("Content-Length: 3, 3\r\n", "abc"), bad_request},
      {"length_plus", post("Content-Length: +3\r\n", "abc"), bad_request},
      {"length_minus", post("Content-Length: -1\r\n", ""), bad_request},
      {"length_hex", post("Content-Length: 0x3\r\n", "abc"), bad_request},
      {"length_overflow", post("Content-Length: 18446744073709551616\r\n", "abc"), bad_request},
      {"length_empty", post("Content-Length:\r\n", "abc"), bad_request},
      {"body_on_get", get("Content-Length: 3\r\n") + "abc", bad_request},

      {"no_host", "GET / HTTP/1.1\r\n\r\n", bad_request},
      {"no_host_1_0", "GET / HTTP/1.0\r\n\r\n", bad_request},
      {"two_hosts", get("Host: h\r\n"), bad_request},
      {"empty_host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", bad_request},
      {"host_with_path", "GET / HTTP/1.1\r\nHost: h/evil\r\n\r\n", bad_request},
      {"host_with_user", "GET / HTTP/1.1\r\nHost: a@h\r\n\r\n", bad_request},
      {"host_list", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", bad_request},
      {"absolute_form_of_another", "GET http://evil/ HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},
      {"absolute_form_with_user", "GET http://h@evil/ HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},
      {"authority_form", "GET h:80 HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},
      {"asterisk_form", "GET * HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},
      {"fragment", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},
      {"non_ascii_target", "GET /\xD8\xA7 HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},

      {"obs_fold_space", get("X-A: b\r\n c\r\n"), bad_request},
      {"obs_fold_tab", get("X-A: b\r\n\tc\r\n"), bad_request},
      {"folded_length", post("Content-Length:\r\n 3\r\n", "abc"), bad_request},
      {"bare_lf", "GET / HTTP/1.1\nHost: h\n\n", bad_request},
      {"bare_cr", "GET / HTTP/1.1\r\nHost: h\rX: y\r\n\r\n", bad_request},
      {"nul_in_value", "GET / HTTP/1.1\r\nHost: h" + std::string(1, '\0') + "\r\n\r\n", bad_request},
      {"space_before_colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n", bad_request},
      {"no_colon", get("Nonsense\r\n"), bad_request},
      {"two_spaces", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", bad_request},

      {"method_put", "PUT / HTTP/1.1\r\nHost: h\r\n\r\n", method_not_allowed},
      {"method_options", "OPTIONS / HTTP/1.1\r\nHost: h\r\n\r\n", method_not_allowed},
      {"method_lower_case", "get / HTTP/1.1\r\nHost: h\r\n\r\n", method_not_allowed},
      {"method_connect", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", method_not_allowed},
      {"http_2_preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", version_not_supported},
      {"http_0_9", "GET /\r\n\r\n", bad_request},
      {"tls_hello", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11), bad_request},
      {"other_expectation", post("Expect: magic\r\nContent-Length: 1\r\n", "x"), expectation_failed},

      {"large_header", get("X-A: " + std::string(9000, 'a') + "\r\n"), header_too_large},
      {"large_target", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", header_too_large},
      {"endless_header", "GET / HTTP/1.1\r\nHost: h\r\nX-A: " + std::string(20'000, 'a'), header_too_large},
      {"large_body", post("Content-Length: 65537\r\n", ""), body_too_large},
  };
  return all;
}

class Probes : public testing::TestWithParam<Probe> {};

void expect_verdict(const Probe& probe, RequestReader& reader) {
  if (probe.trouble) {
    ASSERT_EQ(reader.state(), State::refused) << static_cast<int>(reader.state());
    EXPECT_EQ(code_of(reader.trouble()), code_of(*probe.trouble));
  } else {
    EXPECT_EQ(reader.state(), State::complete);
  }
}

TEST_P(Probes, are_judged_the_same_whole_and_byte_by_byte) {
  RequestReader whole;
  whole.feed(GetParam().bytes);
  expect_verdict(GetParam(), whole);

  RequestReader dribble;
  for (const char c : GetParam().bytes) dribble.feed({&c, 1});
  expect_verdict(GetParam(), dribble);
}

INSTANTIATE_TEST_SUITE_P(Smuggling, Probes, testing::ValuesIn(probes()),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(RequestReader, gives_what_was_asked) {
  RequestReader reader;
  EXPECT_TRUE(reader.idle());
  ASSERT_EQ(reader.feed(post("Content-Length: 3\r\nX-Thing:  a b \r\n", "abc")), State::complete);
  const Request request = reader.take();
  EXPECT_EQ(request.method, Method::post);
  EXPECT_EQ(request.path, "/api/x");
  EXPECT_EQ(request.body, "abc");
  EXPECT_EQ(request.header("x-thing"), "a b");
  EXPECT_TRUE(request.keep_alive);
  EXPECT_TRUE(reader.idle());
}

TEST(RequestReader, brings_absolute_form_to_origin_form_and_splits_the_query) {
  RequestReader reader;
  reader.feed("GET http://h?q=1 HTTP/1.1\r\nHost: h\r\n\r\n");
  const Request request = reader.take();
  EXPECT_EQ(request.path, "/");
  EXPECT_EQ(request.query, "q=1");
}

TEST(RequestReader, reads_pipelined_requests_in_order) {
  RequestReader reader;
  ASSERT_EQ(reader.feed(post("Content-Length: 1\r\n", "1") + post("Content-Length: 1\r\n", "2") + get()),
            State::complete);
  EXPECT_EQ(reader.take().body, "1");
  ASSERT_EQ(reader.feed({}), State::complete);
  EXPECT_EQ(reader.take().body, "2");
  ASSERT_EQ(reader.feed({}), State::complete);
  EXPECT_EQ(reader.take().method, Method::get);
  EXPECT_EQ(reader.feed({}), State::head);
}

TEST(RequestReader, keeps_what_follows_an_upgrade) {
  RequestReader reader;
  ASSERT_EQ(reader.feed(get("Upgrade: websocket\r\n") + "\x81\x85mask"), State::complete);
  reader.take();
  EXPECT_EQ(reader.take_rest(), "\x81\x85mask");
}

TEST(RequestReader, says_once_that_the_client_waits_to_send_its_body) {
  RequestReader reader;
  ASSERT_EQ(reader.feed(post("Expect: 100-continue\r\nContent-Length: 3\r\n", "")), State::body);
  EXPECT_TRUE(reader.take_expectation());
  EXPECT_FALSE(reader.take_expectation());
  EXPECT_EQ(reader.feed("abc"), State::complete);
}

TEST(RequestReader, takes_a_roster_of_one_mebibyte_and_not_one_byte_more) {
  const std::string line = "POST /api/halls/rasht/roster-preview HTTP/1.1\r\nHost: h\r\nContent-Length: ";
  RequestReader fits;
  fits.feed(line + "1048576\r\n\r\n");
  EXPECT_EQ(fits.feed(std::string(roster_bytes_max, 'x')), State::complete);
  RequestReader exceeds;
  EXPECT_EQ(exceeds.feed(line + "1048577\r\n\r\n"), State::refused);
  EXPECT_EQ(exceeds.trouble(), Trouble::body_too_large);
}

TEST(RequestReader, asks_who_sends_a_file_before_it_reads_one) {
  const std::string head =
      "POST /api/halls/rasht/items/0123456789/attachments?name=a.pdf HTTP/1.1\r\nHost: h\r\nContent-Length: "
      "70000\r\n\r\n";
  RequestReader reader;
  ASSERT_EQ(reader.feed(head + "begins with"), State::asks);
  EXPECT_EQ(reader.asked().query, "name=a.pdf");
  EXPECT_EQ(reader.feed("!"), State::asks) << "what comes meanwhile waits";
  ASSERT_EQ(reader.admit(), State::body);
  ASSERT_EQ(reader.feed(std::string(70'000 - 12, 'x')), State::complete);
  const Request request = reader.take();
  EXPECT_EQ(request.body.size(), 70'000u);
  EXPECT_TRUE(request.body.starts_with("begins with!x"));
}

TEST(RequestReader, reads_a_small_file_like_any_body_and_refuses_one_that_is_too_large) {
  const std::string line = "POST /api/halls/rasht/items/0123456789/attachments HTTP/1.1\r\nHost: h\r\nContent-Length: ";
  RequestReader small;
  EXPECT_EQ(small.feed(line + "3\r\n\r\nabc"), State::complete);
  RequestReader exceeds;
  EXPECT_EQ(exceeds.feed(line + "25000001\r\n\r\n"), State::refused);
  EXPECT_EQ(exceeds.trouble(), Trouble::body_too_large);
  RequestReader elsewhere;
  EXPECT_EQ(elsewhere.feed("POST /api/halls/rasht/attachments HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n"),
            State::refused);
}

TEST(RequestReader, closes_after_http_1_0_and_when_asked) {
  RequestReader old;
  old.feed("GET / HTTP/1.0\r\nHost: h\r\n\r\n");
  EXPECT_FALSE(old.take().keep_alive);
  RequestReader asked;
  asked.feed(get("Connection: close\r\n"));
  EXPECT_FALSE(asked.take().keep_alive);
}

}  // namespace
}  // namespace talar::web
