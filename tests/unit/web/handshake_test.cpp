#include "server/web/handshake.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

Request upgrade() {
  Request request;
  request.headers = {{"host", "h"},
                     {"upgrade", "websocket"},
                     {"connection", "keep-alive, Upgrade"},
                     {"sec-websocket-version", "13"},
                     {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="},
                     {"sec-websocket-protocol", "other, talar.v1"}};
  return request;
}

Request with(std::string name, std::string value) {
  Request request = upgrade();
  for (Header& header : request.headers)
    if (header.name == name) header.value = value;
  return request;
}

TEST(Handshake, answers_the_key_of_rfc_6455) {
  EXPECT_EQ(accept_key("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST(Handshake, takes_what_browsers_send) {
  EXPECT_FALSE(check_upgrade(upgrade()));
  EXPECT_FALSE(check_upgrade(with("upgrade", "WebSocket")));
  EXPECT_NE(switching_protocols(upgrade()).find("Sec-WebSocket-Protocol: talar.v1\r\n"), std::string::npos);
  EXPECT_EQ(switching_protocols(upgrade()).find("Extensions"), std::string::npos);
}

TEST(Handshake, refuses_everything_else) {
  EXPECT_EQ(check_upgrade(with("upgrade", "h2c")), Trouble::upgrade_required);
  EXPECT_EQ(check_upgrade(with("connection", "keep-alive")), Trouble::upgrade_required);
  EXPECT_EQ(check_upgrade(with("sec-websocket-version", "8")), Trouble::upgrade_required);
  EXPECT_EQ(check_upgrade(with("sec-websocket-key", "short")), Trouble::bad_request);
  EXPECT_EQ(check_upgrade(with("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZ\r\n==")), Trouble::bad_request);
  EXPECT_EQ(check_upgrade(with("sec-websocket-protocol", "talar.v2")), Trouble::bad_request);
  Request posted = upgrade();
  posted.method = Method::post;
  EXPECT_EQ(check_upgrade(posted), Trouble::method_not_allowed);
}

TEST(Handshake, takes_the_first_offer_of_compression_that_it_can_keep) {
  Request request = upgrade();
  EXPECT_EQ(agreed_compression(request), live::Compression::none);
  request.headers.push_back({"sec-websocket-extensions", "permessage-deflate; server_max_window_bits=10, foo"});
  EXPECT_EQ(agreed_compression(request), live::Compression::none);
  EXPECT_EQ(switching_protocols(request).find("Extensions"), std::string::npos);
  request.headers.push_back({"sec-websocket-extensions", "foo; bar, permessage-deflate"});
  EXPECT_EQ(agreed_compression(request), live::Compression::deflate);
  EXPECT_NE(switching_protocols(request).find("\r\nSec-WebSocket-Extensions: permessage-deflate; "
                                              "server_no_context_takeover; client_no_context_takeover\r\n\r\n"),
            std::string::npos);
  EXPECT_FALSE(check_upgrade(request));
  request.headers.push_back({"sec-websocket-extensions", "permessage-deflate; ="});
  EXPECT_EQ(check_upgrade(request), Trouble::bad_request) << "RFC 6455 9.1: malformed offers fail the handshake";
}

TEST(Handshake, wants_key_and_version_once) {
  for (const std::string name : {"sec-websocket-key", "sec-websocket-version"}) {
    Request request = upgrade();
    request.headers.push_back({name, std::string(request.header(name))});
    EXPECT_TRUE(check_upgrade(request)) << name;
  }
}

}  // namespace
}  // namespace talar::web
