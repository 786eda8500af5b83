// One event to many devices, fast ones and slow ones.
#include "tests/integration/house.hpp"
#include "tests/integration/slow_reader.hpp"

namespace talar::test {
namespace {

json message(const std::string& text) {
  return {{"type", "post_message"}, {"text", text}};
}

TEST(LiveFanout, every_observer_folds_the_same_view) {
  HouseOptions options;
  options.limits.commands_burst = 1'000;
  House house(options);
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  chair.hello().until("state");
  staff.hello().until("state");
  std::vector<Device> observers;
  for (int i = 0; i < 60; ++i) {
    // They arrive while the meeting is being prepared: each begins at another seq.
    if (i % 3 == 0) staff.must(message(std::to_string(i)));
    observers.push_back(house.observer());
    observers.back().hello();
  }
  house.open_meeting(chair, staff);
  staff.must(message("the end"));
  const auto is_the_end = [](const json& view) {
    return view.contains("message") && view.at("message").at("text") == "the end";
  };
  Device fresh = house.observer();
  fresh.hello().until_view(is_the_end);
  for (Device& observer : observers) {
    observer.until_view(is_the_end);
    EXPECT_EQ(observer.view, fresh.view);
    EXPECT_EQ(observer.states, 1);
  }
}

TEST(LiveFanout, a_slow_reader_loses_its_queue_and_gets_one_fresh_state) {
  House house(narrow_house());
  expect_slow_reader_to_be_given_a_fresh_state(house, Tls::off);
}

}  // namespace
}  // namespace talar::test
