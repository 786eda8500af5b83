// Peers that break the rules, flood, fall silent or never end: each gets its close code, nobody else notices.
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

constexpr unsigned fin = 0x80, text = 0x1, binary = 0x2, ping = 0x9, close = 0x8;

TEST(LiveAbuse, every_breach_earns_its_close_code_and_the_end_of_the_stream) {
  House house;
  std::string unmasked = masked(fin | text, "{}");
  unmasked[1] = static_cast<char>(unmasked[1] & 0x7F);
  const std::vector<std::pair<std::string, unsigned>> breaches{
      {unmasked, 1002},
      {masked(fin | 0x40 | text, "{}"), 1002},
      {masked(fin | 0x3, ""), 1002},
      {masked(0x0, "x"), 1002},
      {masked(ping, "not final"), 1002},
      {masked(fin | ping, std::string(126, 'p')), 1002},
      {masked(fin | close, "x"), 1002},
      {masked(fin | close, std::string("\x03\xed", 2)), 1002},  // 1005
      {masked(fin | binary, "{}"), 1003},
      {masked(fin | text, "\xff"), 1007},
      {masked(fin | text, std::string(limits::frame_in_bytes + 1, ' ')), 1009},
      {masked(text, std::string(limits::frame_in_bytes, ' ')) + masked(fin, " "), 1009},
      {std::string("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff", 10) + "mask", 1009},
  };
  for (const auto& [bytes, code] : breaches) {
    Device observer = house.observer();
    observer.hello().until("state");
    observer.client().send_raw(bytes);
    EXPECT_EQ(observer.client().receive_close(), code) << testing::PrintToString(bytes.substr(0, 20));
    EXPECT_TRUE(observer.client().ended());
  }
}

TEST(LiveAbuse, a_frame_of_exactly_the_limit_is_read) {
  House house;
  Device observer = house.observer();
  observer.client().send_text(std::string(limits::frame_in_bytes, ' '));
  EXPECT_EQ(observer.next().at("code"), "malformed_json");
}

TEST(LiveAbuse, a_close_is_answered_with_the_same_code) {
  House house;
  Device observer = house.observer();
  observer.hello().until("state");
  observer.client().send_close(1001);
  EXPECT_EQ(observer.client().receive_close(), 1001u);
  EXPECT_TRUE(observer.client().ended());
  Device silent = house.observer();
  silent.client().send_raw(masked(fin | close, ""));
  EXPECT_EQ(silent.client().receive_close(), 1005u) << "an empty Close is answered by an empty one";
}

TEST(LiveAbuse, pings_are_answered_until_they_are_a_flood) {
  HouseOptions options;
  options.limits.controls_burst = 5;
  options.limits.controls_per_second = 0;
  House house(options);
  Device observer = house.observer();
  std::string flood;
  for (int i = 0; i < 6; ++i) flood += masked(fin | ping, std::to_string(i));
  observer.client().send_raw(flood);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(observer.client().receive()->payload, std::to_string(i));
  EXPECT_EQ(observer.client().receive_close(), 1008u);
}

TEST(LiveAbuse, a_flood_of_messages_is_closed) {
  HouseOptions options;
  options.limits.messages_burst = 5;
  options.limits.messages_per_second = 0;
  House house(options);
  Device observer = house.observer();
  for (int i = 0; i < 6; ++i) observer.client().send({{"type", "ping"}, {"t", i}});
  EXPECT_EQ(observer.client().receive_close(), 1008u);
}

TEST(LiveAbuse, whoever_never_says_hello_is_closed_even_when_pinging) {
  HouseOptions options;
  options.limits.hello = 100ms;
  options.limits.sweep = 10ms;
  House house(options);
  Device observer = house.observer();
  observer.client().send_raw(masked(fin | ping, ""));
  EXPECT_EQ(observer.client().receive_close(), 1008u);
}

HouseOptions hasty_house() {
  HouseOptions options;
  options.limits.message = 100ms;
  options.limits.sweep = 10ms;
  options.limits.controls_burst = options.limits.messages_burst = 100'000;
  return options;
}

TEST(LiveAbuse, a_frame_that_never_ends_is_closed) {
  House house(hasty_house());
  Device observer = house.observer();
  observer.hello().until("state");
  observer.client().send_raw(masked(fin | text, "{}").substr(0, 1));
  EXPECT_EQ(observer.client().receive_close(), 1008u);
}

TEST(LiveAbuse, fragments_that_never_end_are_closed_even_when_pinging) {
  House house(hasty_house());
  Device observer = house.observer();
  observer.hello().until("state");
  observer.client().send_raw(masked(text, "{"));
  for (;;) {
    observer.client().send_raw(masked(0x0, " ") + masked(fin | ping, ""));
    const auto answer = observer.client().receive();
    ASSERT_TRUE(answer);
    if (answer->opcode == close) {
      EXPECT_EQ(Client::code_of(*answer), 1008u);
      return;
    }
  }
}

TEST(LiveAbuse, whoever_sends_one_message_after_the_other_is_never_late) {
  House house(hasty_house());
  Device observer = house.observer();
  observer.hello().until("state");
  // Every piece ends in the middle of a frame.
  const std::string frame = masked(fin | text, R"({"type":"ping","t":1})");
  observer.client().send_raw(frame.substr(0, 10));
  const auto begun = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - begun < 3 * hasty_house().limits.message) {
    observer.client().send_raw(frame.substr(10) + frame.substr(0, 10));
    EXPECT_EQ(observer.until("pong").at("t"), 1);
  }
}

TEST(LiveAbuse, a_silent_peer_is_pinged_and_then_given_up) {
  HouseOptions options;
  options.limits.ping_after = 20ms;
  options.limits.idle = 200ms;
  options.limits.sweep = 10ms;
  House house(options);
  Device observer = house.observer();
  observer.hello().until("state");
  const auto pinged = observer.client().receive();
  ASSERT_TRUE(pinged);
  EXPECT_EQ(pinged->opcode, ping);
  EXPECT_EQ(observer.client().receive_close(), 1006u) << "a dead peer is not waited for";
}

TEST(LiveAbuse, a_peer_that_answers_pings_stays) {
  HouseOptions options;
  options.limits.ping_after = 20ms;
  options.limits.idle = 10s;
  options.limits.sweep = 10ms;
  options.limits.controls_burst = 1'000;
  House house(options);
  Device observer = house.observer();
  observer.hello().until("state");
  for (int i = 0; i < 5; ++i) {
    const auto pinged = observer.client().receive();
    ASSERT_TRUE(pinged);
    EXPECT_EQ(pinged->opcode, ping) << "a new one after each answer";
    observer.client().send_raw(masked(fin | 0xA, pinged->payload));
  }
}

TEST(LiveAbuse, a_peer_that_never_ends_after_our_close_is_cut_off) {
  HouseOptions options;
  options.limits.closing = 100ms;
  options.limits.sweep = 10ms;
  options.limits.drain = 10min;  // stop() returns when the last connection has ended
  House house(options);
  Device observer = house.observer();
  observer.client().send_raw(masked(fin | binary, "x"));
  EXPECT_EQ(observer.client().receive_close(), 1003u);
  const auto begun = std::chrono::steady_clock::now();
  house.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, patience);
}

}  // namespace
}  // namespace talar::test
