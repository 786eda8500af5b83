// Where the people of the desk write, shown to one another.
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

constexpr const char* editor = "11111111-1111-4111-8111-111111111111";

json point(const char* client, int head) {
  return {{"type", "point"}, {"client", client}, {"item", "00000000a1"},
          {"version", 3},    {"anchor", head},   {"head", head}};
}

json nowhere(const char* client) {
  return {{"type", "point"}, {"client", client}, {"version", 0}, {"anchor", 0}, {"head", 0}};
}

class Pointing : public testing::Test {
 protected:
  Pointing() : clerk(house.device(people::secretary)), chair(house.device(people::president)) {
    clerk.hello().until("state");
    chair.hello().until("state");
  }

  House house;
  Device clerk, chair;
};

TEST_F(Pointing, the_others_of_the_desk_are_told) {
  clerk.client().send(point(editor, 7));
  EXPECT_EQ(chair.until("pointed"), (json{{"type", "pointed"},
                                          {"person", people::secretary.text()},
                                          {"client", editor},
                                          {"item", "00000000a1"},
                                          {"version", 3},
                                          {"anchor", 7},
                                          {"head", 7}}));
}

TEST_F(Pointing, never_whoever_points) {
  clerk.client().send(point(editor, 7));
  chair.until("pointed");
  chair.client().send(point("22222222-2222-4222-8222-222222222222", 1));
  EXPECT_EQ(clerk.until("pointed").at("person"), people::president.text()) << "the first one that the clerk gets";
}

TEST_F(Pointing, nobody_else_is_told) {
  Device member = house.device(people::deputy(0));
  member.hello().until("state");
  Device display = house.display();
  display.hello().until("state");
  clerk.client().send(point(editor, 7));
  chair.until("pointed");
  clerk.must({{"type", "post_message"}, {"text", "پایان"}});
  EXPECT_EQ(member.next().at("type"), "patch");
  EXPECT_EQ(display.next().at("type"), "patch");
}

TEST_F(Pointing, it_leaves_no_trace_in_the_journal) {
  const auto before = clerk.must({{"type", "post_message"}, {"text", "یک"}});
  clerk.client().send(point(editor, 7));
  chair.until("pointed");
  EXPECT_EQ(clerk.must({{"type", "post_message"}, {"text", "دو"}}), before + 1);
}

TEST_F(Pointing, whoever_leaves_points_no_more) {
  {
    Device second = house.device(people::secretary);
    second.hello().until("state");
    second.client().send(point(editor, 7));
    EXPECT_EQ(chair.until("pointed").value("item", ""), "00000000a1");
  }
  const json gone = chair.until("pointed");
  EXPECT_EQ(gone.at("client"), editor);
  EXPECT_FALSE(gone.contains("item"));
}

TEST_F(Pointing, whoever_has_said_so_before_leaves_without_another_word) {
  {
    Device second = house.device(people::secretary);
    second.hello().until("state");
    second.client().send(point(editor, 7));
    second.client().send(nowhere(editor));
    chair.until("pointed");
    EXPECT_FALSE(chair.until("pointed").contains("item"));
  }
  clerk.client().send(point("22222222-2222-4222-8222-222222222222", 1));
  EXPECT_NE(chair.until("pointed").at("client"), editor);
}

TEST_F(Pointing, members_observers_displays_and_those_who_watch_as_such_do_not_point) {
  std::vector<Device> others;
  others.push_back(house.device(people::deputy(0)));
  others.push_back(house.observer());
  others.push_back(house.display());
  for (Device& other : others) {
    other.hello().until("state");
    other.client().send(point(editor, 7));
    EXPECT_EQ(other.until("refused").at("code"), "not_allowed");
  }
  Device watching = house.device(people::secretary);
  watching.hello({{"audience", "display"}}).until("state");
  watching.client().send(point(editor, 7));
  EXPECT_EQ(watching.until("refused").at("code"), "not_allowed");
}

TEST_F(Pointing, not_before_hello) {
  Device silent = house.device(people::secretary);
  silent.client().send(point(editor, 7));
  EXPECT_EQ(silent.next().at("code"), "hello_expected");
}

TEST(PointingLimits, what_comes_too_fast_is_dropped) {
  HouseOptions options;
  options.limits.points_burst = 3;
  options.limits.points_per_second = 0;
  House house(options);
  Device clerk = house.device(people::secretary), chair = house.device(people::president);
  clerk.hello().until("state");
  chair.hello().until("state");
  for (int i = 1; i <= 5; ++i) clerk.client().send(point(editor, i));
  clerk.must({{"type", "post_message"}, {"text", "پایان"}});
  int last = 0;
  for (json frame = chair.next(); frame.at("type") != "patch"; frame = chair.next()) last = frame.at("head");
  EXPECT_EQ(last, 3);
}

TEST(PointingLimits, one_connection_points_for_a_few_editors) {
  HouseOptions options;
  options.limits.editors = 1;
  House house(options);
  Device clerk = house.device(people::secretary), chair = house.device(people::president);
  clerk.hello().until("state");
  chair.hello().until("state");
  clerk.client().send(point(editor, 1));
  clerk.client().send(point("22222222-2222-4222-8222-222222222222", 2));
  clerk.client().send(point(editor, 3));
  EXPECT_EQ(chair.until("pointed").at("head"), 1);
  EXPECT_EQ(chair.until("pointed").at("head"), 3);
}

}  // namespace
}  // namespace talar::test
