// The same under TLS: handshake, resumption, fan-out, a slow reader, a certificate replaced while running.
#include <fstream>

#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"
#include "tests/integration/self_signed.hpp"
#include "tests/integration/slow_reader.hpp"
#include "tests/integration/tls_visitor.hpp"

namespace talar::test {
namespace {

struct LiveTls : testing::Test {
  Folder folder;
  SelfSigned files{folder.path()};

  std::shared_ptr<SSL_CTX> load(live::Resumption resumption = live::Resumption::on) {
    return live::load_tls(files.chain, files.key, resumption);
  }
  HouseOptions options() { return {.tls = load()}; }
};

TEST_F(LiveTls, a_visitor_who_comes_back_resumes_every_time_and_never_with_early_data) {
  House house(options());
  Visitor visitor;
  EXPECT_EQ(visitor.visit(house.port()), Visitor::Handshake::full);
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(SSL_SESSION_is_resumable(visitor.session()));
    EXPECT_EQ(SSL_SESSION_get_max_early_data(visitor.session()), 0u);
    EXPECT_EQ(visitor.visit(house.port()), Visitor::Handshake::resumed) << i;
  }
}

TEST_F(LiveTls, without_resumption_no_ticket_is_given_or_taken) {
  House house({.tls = load(live::Resumption::off)});
  Visitor visitor;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(visitor.visit(house.port()), Visitor::Handshake::full) << i;
    EXPECT_FALSE(SSL_SESSION_is_resumable(visitor.session()));
  }
  House open(options());
  Visitor known;
  known.visit(open.port());
  EXPECT_EQ(known.visit(open.port()), Visitor::Handshake::resumed);
  EXPECT_EQ(known.visit(house.port()), Visitor::Handshake::full) << "a ticket from elsewhere";
}

TEST_F(LiveTls, where_ballots_are_cast_no_device_is_known_again) {
  const http_test::House house({"--tls-cert", files.chain.string(), "--tls-key", files.key.string()});
  Visitor visitor, voter;
  visitor.visit(house.port());
  EXPECT_EQ(visitor.visit(house.port()), Visitor::Handshake::resumed);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(voter.visit(house.server.cast_port()), Visitor::Handshake::full) << i;
    EXPECT_FALSE(SSL_SESSION_is_resumable(voter.session()));
  }
  EXPECT_EQ(visitor.visit(house.server.cast_port()), Visitor::Handshake::full) << "nor by a ticket of the other port";
}

TEST_F(LiveTls, a_ticket_outlives_a_replaced_certificate) {
  House house(options());
  Visitor visitor;
  visitor.visit(house.port());
  house.replace_certificate(load());
  EXPECT_EQ(visitor.visit(house.port()), Visitor::Handshake::resumed);
}

TEST_F(LiveTls, commands_and_patches_travel_as_without) {
  House house(options());
  Device staff = house.device(people::secretary, {.tls = Tls::on});
  Device observer = house.observer({.tls = Tls::on});
  staff.hello().until("state");
  observer.hello().until("state");
  staff.must({{"type", "post_message"}, {"text", "سلام"}});
  observer.until("patch");
  EXPECT_EQ(observer.view.at("message").at("text"), "سلام");
  observer.client().send_close(1000);
  EXPECT_EQ(observer.client().receive_close(), 1000u);
}

TEST_F(LiveTls, many_frames_inside_of_one_record_are_all_read) {
  House house(options());
  Device observer = house.observer({.tls = Tls::on});
  std::string frames;
  for (int i = 0; i < 150; ++i) frames += masked(0x81, json({{"type", "ping"}, {"t", i}}).dump());
  observer.client().send_raw(frames);
  for (int i = 0; i < 150; ++i) EXPECT_EQ(observer.next().at("t"), i);
}

TEST_F(LiveTls, a_slow_reader_gets_one_fresh_state_and_no_broken_record) {
  auto narrow = narrow_house();
  narrow.tls = options().tls;
  House house(narrow);
  expect_slow_reader_to_be_given_a_fresh_state(house, Tls::on);
}

TEST_F(LiveTls, plain_speech_to_a_TLS_port_ends_without_harm) {
  House house(options());
  EXPECT_THROW(house.observer(), std::runtime_error);
  EXPECT_NO_THROW(house.observer({.tls = Tls::on}).hello().until("state"));
}

TEST(Tls, a_bad_certificate_is_named) {
  const Folder folder;
  const SelfSigned files(folder.path());
  const auto nonsense = folder.path() / "nonsense.pem";
  std::ofstream(nonsense) << "nonsense";
  try {
    live::load_tls(nonsense, files.key, live::Resumption::on);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("nonsense.pem"), std::string::npos) << error.what();
  }
}

TEST(Tls, a_replaced_certificate_serves_the_next_connection) {
  const Folder folder;
  const SelfSigned files(folder.path());
  live::Certificate certificate;
  EXPECT_EQ(certificate.current(), nullptr) << "plain HTTP";
  const auto first = live::load_tls(files.chain, files.key, live::Resumption::on);
  certificate.replace(first);
  const auto held = certificate.current();
  certificate.replace(live::load_tls(files.chain, files.key, live::Resumption::on));
  EXPECT_EQ(held, first) << "a connection keeps the one it began with";
  EXPECT_NE(certificate.current(), first);
}

}  // namespace
}  // namespace talar::test
