// How a text came to its versions, for editors that were away.
#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;

constexpr const char* editor = "11111111-1111-4111-8111-111111111111";

json change(int from, int to, const std::string& insert) {
  return {{"from", from}, {"to", to}, {"insert", insert}};
}
json list(const auto&... entries) {
  json all = json::array();
  (all.push_back(entries), ...);
  return all;
}
json update(const auto&... changes) {
  return {{"changes", list(changes...)}};
}
json by(const char* client, const auto&... changes) {
  return {{"client", client}, {"changes", list(changes...)}};
}

class Texts : public testing::Test {
 protected:
  Texts()
      : chair(house.device(people::president)), clerk(house.device(people::secretary)), device(house.last_device()) {
    chair.hello().until("state");
    clerk.hello().until("state");
    item = house.open_meeting(chair, clerk).items.at(0);
  }

  void edit(int version, const json& updates) {
    clerk.must({{"type", "edit_text"}, {"item", item}, {"version", version}, {"client", editor}, {"updates", updates}});
  }
  Answer get(const std::string& query, const http_test::Lines& headers) {
    return http_test::Client(house.port()).get("/api/halls/rasht/texts/" + item + query, headers);
  }
  json since(int version) {
    const Answer answer = get("?since=" + std::to_string(version), {house.cookie(device)});
    EXPECT_EQ(answer.status, 200u) << answer.body;
    return json::parse(answer.body);
  }

  House house;
  Device chair, clerk;
  DeviceId device;
  std::string item;
};

TEST_F(Texts, whoever_was_away_gets_what_is_missing) {
  edit(0, list(update(change(0, 0, "رودخانه"))));
  clerk.must({{"type", "write_minutes"}, {"item", item}, {"text", "رودخانه‌ها"}, {"version", 1}});
  edit(2, list(update(change(0, 4, "کود")), update(change(0, 0, "🌳"), change(3, 3, "ِ"))));
  const json missing = list(by(editor, change(0, 0, "رودخانه")), by("whole", change(7, 7, "‌ها")),
                            by(editor, change(0, 4, "کود")), by(editor, change(0, 0, "🌳"), change(3, 3, "ِ")));
  EXPECT_EQ(since(0), (json{{"version", 4}, {"updates", missing}, {"more", false}}));
  EXPECT_EQ(since(3).at("updates").size(), 1u);
  EXPECT_EQ(since(4), (json{{"version", 4}, {"updates", json::array()}, {"more", false}}));
}

TEST_F(Texts, a_page_at_a_time) {
  for (int version = 0; version < 600; version += 200) {
    json updates = json::array();
    for (int i = 0; i < 200; ++i) updates.push_back(update(change(0, 0, "م")));
    edit(version, updates);
  }
  const json first = since(0);
  EXPECT_EQ(first.at("version"), 500);
  EXPECT_EQ(first.at("updates").size(), 500u);
  EXPECT_EQ(first.at("more"), true);
  const json second = since(500);
  EXPECT_EQ(second.at("version"), 600);
  EXPECT_EQ(second.at("more"), false);
}

TEST_F(Texts, a_text_of_twenty_thousand_characters_is_pasted_at_once) {
  std::string text;
  for (int i = 0; i < 19'999; ++i) text += i % 80 == 79 ? "\n" : "م";
  text += "🌳";
  edit(0, list(update(change(0, 0, text))));
  clerk.until_view(
      [&](const json& view) { return view.contains("minutes") && view["minutes"]["texts"].contains(item); });
  EXPECT_EQ(clerk.view["minutes"]["texts"][item]["lines"].size(), 250u);
  EXPECT_EQ(since(0).at("updates").at(0).at("changes").at(0).at("insert"), text);
  EXPECT_EQ(clerk.refused({{"type", "edit_text"},
                           {"item", item},
                           {"version", 1},
                           {"client", editor},
                           {"updates", list(update(change(0, 0, "م")))}}),
            "out_of_bounds");
}

TEST_F(Texts, an_item_nobody_has_written_on_has_no_updates) {
  EXPECT_EQ(since(0), (json{{"version", 0}, {"updates", json::array()}, {"more", false}}));
}

TEST_F(Texts, they_are_the_desks) {
  house.device(people::deputy(0));
  EXPECT_EQ(get("?since=0", {house.cookie(house.last_device())}).status, 403u);
  EXPECT_EQ(get("?since=0", {}).status, 401u);
}

TEST_F(Texts, what_is_not_there_or_no_version) {
  EXPECT_EQ(get("?since=-1", {house.cookie(device)}).status, 400u);
  EXPECT_EQ(get("?since=x", {house.cookie(device)}).status, 400u);
  item = "zzzzzzzzzz";
  EXPECT_EQ(get("", {house.cookie(device)}).status, 404u);
}

}  // namespace
}  // namespace talar::test
