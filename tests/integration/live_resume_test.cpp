// Coming back: only what was missed, or a whole view.
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

json message(const std::string& text) {
  return {{"type", "post_message"}, {"text", text}};
}

std::function<bool(const json&)> says(const std::string& text) {
  return [text](const json& view) { return view.contains("message") && view.at("message").at("text") == text; };
}

struct LiveResume : testing::Test {
  HouseOptions options;
  std::unique_ptr<House> house;
  std::unique_ptr<Device> staff;

  void start() {
    house = std::make_unique<House>(options);
    staff = std::make_unique<Device>(house->device(people::secretary));
    staff->hello().until("state");
  }
  /// Comes back as an observer who was shown `view` up to `where`.
  Device come_back(const Device::Where& where, json view) {
    Device back = house->observer();
    back.view = std::move(view);
    back.seq = where.second;
    back.resume(where).until("welcome");
    return back;
  }
};

TEST_F(LiveResume, gives_only_the_missed_patches) {
  start();
  Device observer = house->observer();
  observer.hello().until("state");
  staff->must(message("one"));
  observer.until("patch");
  const auto where = observer.where();
  staff->must(message("two"));
  staff->must(message("three"));

  Device back = come_back(where, observer.view);
  back.until_view(says("three"));
  EXPECT_EQ(back.states, 0);
  EXPECT_EQ(back.patches, 2);
  observer.until_view(says("three"));
  EXPECT_EQ(back.view, observer.view);
  EXPECT_EQ(house->halls().metrics().resumes, 1u);
}

TEST_F(LiveResume, gives_nothing_when_nothing_was_missed) {
  start();
  Device observer = house->observer();
  observer.hello().until("state");
  Device back = come_back(observer.where(), observer.view);
  staff->must(message("next"));
  EXPECT_EQ(back.next().at("type"), "patch");
  EXPECT_EQ(back.states, 0);
  EXPECT_EQ(back.view.at("message").at("text"), "next");
}

TEST_F(LiveResume, tells_nothing_of_an_item_that_was_closed_since) {
  start();
  Device chair = house->device(people::president);
  chair.hello().until("state");
  Device observer = house->observer();
  observer.hello().until("state");
  const auto before = observer.where();
  const json view = observer.view;
  const auto running = house->open_meeting(chair, *staff);
  const json content = {
      {"title", "بند ۲"}, {"kind", "decision"}, {"minutes", 20}, {"confidential", true}, {"options", json::array()}};
  staff->must({{"type", "edit_item"}, {"item", running.items.back()}, {"content", content}});

  Device back = come_back(before, view);
  back.until("state");
  EXPECT_EQ(back.states, 1);
  EXPECT_EQ(back.patches, 0);
  EXPECT_TRUE(back.view.at("items").at(running.items.back()).at("closed").get<bool>());
}

TEST_F(LiveResume, gives_a_whole_state_beyond_the_ring) {
  options.limits.ring_frames = 2;
  start();
  Device observer = house->observer();
  observer.hello().until("state");
  const auto where = observer.where();
  for (const auto* text : {"one", "two", "three"}) staff->must(message(text));
  Device back = come_back(where, {});
  back.until("state");
  EXPECT_EQ(back.view.at("message").at("text"), "three");
}

TEST_F(LiveResume, gives_a_whole_state_when_the_missed_patches_are_longer) {
  options.limits.resume_bytes = 100;
  start();
  Device observer = house->observer();
  observer.hello().until("state");
  const auto where = observer.where();
  for (int i = 0; i < 30; ++i) staff->must(message(std::string(190, 'x') + std::to_string(i)));
  Device back = come_back(where, {});
  EXPECT_EQ(back.next().at("type"), "state");
}

TEST_F(LiveResume, does_not_trust_another_run_nor_another_audience_nor_the_future) {
  start();
  Device observer = house->observer();
  observer.hello().until("state");
  const auto [epoch, seq] = observer.where();
  EXPECT_EQ(come_back({"another", seq}, {}).next().at("type"), "state");
  EXPECT_EQ(come_back({staff->epoch, seq}, {}).next().at("type"), "state");
  EXPECT_EQ(come_back({epoch, seq + 1}, {}).next().at("type"), "state");
}

TEST_F(LiveResume, knows_a_device_that_joined_between_two_patches_of_its_audience) {
  start();
  staff->must(message("one"));
  // A draft is for chair and staff only: the public's view does not change, and its seq does not move.
  staff->must({{"type", "draft_meeting"},
               {"content", {{"starts_at", "2024-01-04T05:30:00.000Z"}, {"minutes", 90}, {"place", "تالار"}}}});
  Device observer = house->observer();
  observer.hello().until("state");
  const auto where = observer.where();
  staff->must(message("two"));
  Device back = come_back(where, observer.view);
  back.until_view(says("two"));
  EXPECT_EQ(back.states, 0);
  EXPECT_EQ(back.seq, where.second + 1);
}

TEST_F(LiveResume, an_observer_cannot_count_what_happens_where_nobody_may_look) {
  start();
  Device observer = house->observer();
  Device display = house->display();
  for (Device* const outside : {&observer, &display}) outside->hello().until("state");
  staff->must(message("one"));
  for (Device* const outside : {&observer, &display}) outside->until_view(says("one"));
  const auto before = std::pair(observer.seq, display.seq);
  const auto hidden = staff->seq;
  for (int i = 0; i < 3; ++i)
    staff->must({{"type", "save_phrase"}, {"content", {{"name", std::to_string(i)}, {"text", "متن"}}}});
  EXPECT_EQ(staff->seq, hidden + 3);
  Device fresh = house->observer();
  fresh.hello();
  EXPECT_EQ(fresh.next().at("seq"), before.first);
  EXPECT_EQ(fresh.next().at("seq"), before.first);
  staff->must(message("two"));
  for (Device* const outside : {&observer, &display}) outside->until_view(says("two"));
  EXPECT_EQ(observer.seq, before.first + 1);
  EXPECT_EQ(display.seq, before.second + 1);
}

}  // namespace
}  // namespace talar::test
