// How much one person, one device and one onlooker may ask for: what belongs to everybody is used up by nobody.
#include <thread>

#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

const json post_salam{{"type", "post_message"}, {"text", "سلام"}};

TEST(LiveBounds, a_person_gives_commands_at_one_rate_over_all_connections) {
  HouseOptions options;
  options.limits.commands_burst = 5;
  options.limits.commands_per_second = 0;
  House house(options);
  Device desk = house.device(people::secretary);
  Device tablet = house.device(people::secretary);
  Device other = house.device(people::president);
  for (Device* device : {&desk, &tablet, &other}) device->hello().until("state");
  for (int i = 0; i < 3; ++i) desk.must(post_salam);
  for (int i = 0; i < 2; ++i) tablet.must(post_salam);
  EXPECT_EQ(tablet.refused(post_salam), "too_many_commands");
  EXPECT_EQ(desk.refused(post_salam), "too_many_commands");
  other.must(post_salam);

  Device back = house.device(people::secretary);
  back.hello().until("state");
  EXPECT_EQ(back.refused(post_salam), "too_many_commands") << "coming anew brings nothing";
}

TEST(LiveBounds, of_a_devices_many_connections_the_oldest_gives_way) {
  HouseOptions options;
  options.limits.connections_per_device = 2;
  House house(options);
  Device first = house.device(people::secretary);
  const DeviceId device = house.last_device();
  first.hello().until("state");
  Device elsewhere = house.device(people::secretary);
  elsewhere.hello().until("state");
  Device second = house.again(device);
  second.hello().until("state");
  Device third = house.again(device);
  third.hello().until("state");
  const json bye = first.until("bye");
  EXPECT_EQ(bye.at("reason"), "overloaded");
  EXPECT_FALSE(bye.contains("retry_after")) << "two that come back for one another would never end";
  EXPECT_EQ(first.client().receive_close(), 1013u);
  for (Device* kept : {&second, &third, &elsewhere}) kept->must(post_salam);
  third.client().send_close(1000);
  third.client().receive_close();
}

TEST(LiveBounds, onlookers_are_refused_as_by_the_hall_without_asking_it) {
  House house;
  Device observer = house.observer();
  Device display = house.display();
  for (Device* device : {&observer, &display}) device->hello().until("state");
  const std::uint64_t asked = house.halls().metrics().command.bucket(0);
  const auto refused = [](const std::string& id, const char* role) {
    return json{{"type", "refused"}, {"id", id}, {"code", "not_allowed"}, {"args", {{"role", role}}}};
  };
  for (const json& command : {post_salam, json{{"type", "check_in"}}, json{{"type", "tick"}}}) {
    const std::string by_observer = observer.ask(command), by_display = display.ask(command);
    EXPECT_EQ(observer.answer(by_observer), refused(by_observer, "observer"));
    EXPECT_EQ(display.answer(by_display), refused(by_display, "display"));
  }
  const std::string signing = observer.ask({{"type", "sign_minutes"}, {"meeting", "0000000001"}});
  EXPECT_EQ(observer.answer(signing).at("field"), "command.type") << "likewise for everybody";
  EXPECT_EQ(house.halls().metrics().command.bucket(0), asked);

  // What the hall itself says.
  std::promise<Refusal> says;
  house.halls().execute(house.hall(), hall::Context::Kind::observer, {}, PostMessage{"سلام"},
                        [&](Result<std::int64_t> result) { says.set_value(result.error()); });
  const Refusal said = says.get_future().get();
  EXPECT_EQ(said.code, RefusalCode::not_allowed);
  EXPECT_EQ(said.args, (std::map<std::string, std::string>{{"role", "observer"}}));
  EXPECT_FALSE(said.field || said.expected);
}

TEST(LiveBounds, what_cannot_be_read_counts_as_a_command) {
  HouseOptions options;
  options.limits.commands_burst = 3;
  options.limits.commands_per_second = 0;
  House house(options);
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  EXPECT_EQ(staff.refused({{"type", "fly"}}), "unknown_command");
  EXPECT_EQ(staff.refused({{"type", "fly"}}), "unknown_command");
  staff.must(post_salam);
  const json refused = staff.answer(staff.ask({{"type", "fly"}}));
  EXPECT_EQ(refused.at("code"), "too_many_commands");
  EXPECT_FALSE(refused.contains("expected")) << "short, whatever was asked";
}

TEST(LiveBounds, an_onlooker_who_does_not_read_is_given_up_long_before_somebody_of_the_hall) {
  HouseOptions options;
  options.limits.send_buffer_bytes = 8 * 1024;
  options.limits.messages_burst = 1'000'000;
  House house(options);
  const live::Metrics& metrics = house.halls().metrics();
  // Every question has an answer, which waits where nobody reads.
  const std::string question = masked(0x81, json({{"type", "ping"}, {"t", 1}}).dump());
  std::string flood;
  for (int i = 0; i < 100; ++i) flood += question;
  const auto ask = [&](Device& device) {
    try {
      device.client().send_raw(flood);
    } catch (const std::runtime_error&) {  // it is gone already
    }
  };
  Device observer = house.observer({.receive_buffer = 4'096});
  observer.hello().until("state");
  for (int i = 0; i < 50; ++i) ask(observer);
  while (metrics.outbox_overflow == 0) std::this_thread::yield();
  Device member = house.device(people::deputy(0), {.receive_buffer = 4'096});
  member.hello().until("state");
  const std::uint64_t all = metrics.messages_received + 20 * 100;
  for (int i = 0; i < 20; ++i) ask(member);
  while (metrics.messages_received < all) std::this_thread::yield();
  EXPECT_EQ(metrics.outbox_overflow, 1u) << "as much is kept for a member";
}

}  // namespace
}  // namespace talar::test
