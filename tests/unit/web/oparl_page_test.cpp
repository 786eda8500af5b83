#include "server/web/oparl_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "protocol/time_text.hpp"

namespace talar::web {
namespace {

using nlohmann::ordered_json;

ordered_json links(std::int64_t total, std::string_view query) {
  return oparl_page(ordered_json::array(), total, "https://t/list", parse_oparl_query(query).value())["links"];
}

TEST(OparlPage, an_empty_list_has_one_page) {
  EXPECT_EQ(links(0, ""), ordered_json({{"first", "https://t/list?page=1"},
                                        {"self", "https://t/list?page=1"},
                                        {"last", "https://t/list?page=1"}}));
}

TEST(OparlPage, a_page_in_the_middle_has_neighbours) {
  const ordered_json middle = links(41, "page=2");
  EXPECT_EQ(middle["prev"], "https://t/list?page=1");
  EXPECT_EQ(middle["next"], "https://t/list?page=3");
  EXPECT_EQ(middle["last"], "https://t/list?page=3");
  EXPECT_FALSE(links(40, "page=2").contains("next"));
}

TEST(OparlPage, behind_the_last_page_the_way_back_leads_to_it) {
  EXPECT_EQ(links(41, "page=9")["prev"], "https://t/list?page=3");
}

TEST(OparlPage, links_keep_the_filters) {
  const std::string next = links(41, "modified_since=2024-01-04T09:00:00%2B03:30&other=1")["next"];
  EXPECT_EQ(next, "https://t/list?page=2&modified_since=2024-01-04T09:00:00%2B03:30");
}

TEST(OparlPage, a_filter_is_a_moment_and_a_page_a_number) {
  const auto query = parse_oparl_query("page=3&created_until=2024-01-04T09:00:00%2B03:30").value();
  EXPECT_EQ(query.offset(), 2 * oparl_page_size);
  EXPECT_EQ(query.window.created_until, parse_instant("2024-01-04T05:30:00Z"));
  for (const char* wrong : {"page=0", "page=-1", "page=", "page=1x", "page=50001", "created_since=1402"})
    EXPECT_FALSE(parse_oparl_query(wrong).has_value()) << wrong;
}

TEST(OparlPage, both_ends_of_a_window_are_within_it) {
  storage::OparlWindow window;
  window.created_since = window.created_until = Instant{5};
  EXPECT_TRUE(within(window, {5}, {9}));
  EXPECT_FALSE(within(window, {4}, {9}));
  EXPECT_FALSE(within(window, {6}, {9}));
}

}  // namespace
}  // namespace talar::web
