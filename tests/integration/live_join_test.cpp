// Hello: who joins as what, and what they are shown first.
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

TEST(LiveJoin, an_observer_is_welcomed_and_shown_the_public_view) {
  House house;
  Device observer = house.observer();
  observer.hello();
  const json welcome = observer.next();
  EXPECT_EQ(welcome.at("type"), "welcome");
  EXPECT_EQ(welcome.at("hall"), "rasht");
  EXPECT_EQ(welcome.at("audience"), "public");
  EXPECT_FALSE(welcome.contains("me"));
  const json state = observer.next();
  EXPECT_EQ(state.at("type"), "state");
  EXPECT_EQ(state.at("seq"), welcome.at("seq"));
  EXPECT_EQ(state.at("view").at("hall").at("name"), "اتاق شکوفایی شهری رشت");
}

TEST(LiveJoin, a_person_is_told_who_they_are) {
  House house;
  Device chair = house.device(people::president);
  chair.hello().until("state");
  EXPECT_EQ(chair.audience, "staff");
  EXPECT_EQ(chair.me.at("role"), "chair");
  Device member = house.device(people::deputy(0));
  member.hello().until("state");
  EXPECT_EQ(member.audience, "member");
  EXPECT_EQ(member.me.at("person"), people::deputy(0).text());
  Device display = house.display();
  display.hello().until("state");
  EXPECT_EQ(display.audience, "display");
}

TEST(LiveJoin, less_than_ones_own_view_may_be_asked_for) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello({{"audience", "display"}}).until("state");
  EXPECT_EQ(staff.audience, "display");
  Device member = house.device(people::deputy(0));
  member.hello({{"audience", "public"}}).until("state");
  EXPECT_EQ(member.audience, "public");
}

TEST(LiveJoin, more_than_ones_own_view_is_refused_and_closed) {
  House house;
  Device observer = house.observer();
  observer.hello({{"audience", "member"}});
  const json refused = observer.next();
  EXPECT_EQ(refused.at("code"), "not_allowed");
  EXPECT_EQ(refused.at("field"), "audience");
  EXPECT_EQ(observer.client().receive_close(), 1008u);
  EXPECT_TRUE(observer.client().ended());
}

TEST(LiveJoin, a_device_of_somebody_who_is_no_member_is_signed_out) {
  House house;
  Device stranger = house.device(PersonId{4711});
  stranger.hello();
  EXPECT_EQ(stranger.next().at("reason"), "signed_out");
  EXPECT_EQ(stranger.client().receive_close(), 1008u);
}

TEST(LiveJoin, commands_before_hello_are_refused_by_their_id) {
  House house;
  Device member = house.device(people::deputy(0));
  const auto id = member.ask({{"type", "check_in"}});
  const json refused = member.next();
  EXPECT_EQ(refused.at("type"), "refused");
  EXPECT_EQ(refused.at("id"), id);
  EXPECT_EQ(refused.at("code"), "hello_expected");
}

TEST(LiveJoin, hello_is_said_once) {
  House house;
  Device observer = house.observer();
  observer.hello().until("state");
  observer.hello();
  EXPECT_EQ(observer.next().at("code"), "unknown_frame");
}

TEST(LiveJoin, a_ping_is_answered_at_once_even_before_hello) {
  House house;
  Device observer = house.observer();
  observer.client().send({{"type", "ping"}, {"t", 77}});
  const json pong = observer.next();
  EXPECT_EQ(pong.at("type"), "pong");
  EXPECT_EQ(pong.at("t"), 77);
  EXPECT_EQ(pong.at("now"), "2023-12-28T05:30:00.000Z");
}

TEST(LiveJoin, frames_sent_together_with_the_upgrade_are_not_lost) {
  House house;
  Device observer =
      house.observer({.behind = masked(0x81, R"({"type":"hello"})") + masked(0x81, R"({"type":"ping","t":1})")});
  EXPECT_NO_THROW(observer.until("state"));
}

TEST(LiveJoin, frames_may_come_byte_by_byte) {
  House house;
  Device observer = house.observer();
  for (const char byte : masked(0x81, R"({"type":"hello"})")) observer.client().send_raw({&byte, 1});
  EXPECT_NO_THROW(observer.until("state"));
}

}  // namespace
}  // namespace talar::test
