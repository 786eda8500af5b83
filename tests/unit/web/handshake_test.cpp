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

}  // namespace
}  // namespace talar::web
