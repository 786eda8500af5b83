// Two meetings over the wire: the first is written up and closed, in the second its minutes come up for approval.
#pragma once

#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {

using http_test::Answer;
using Http = http_test::Client;
using http_test::Lines;

inline std::string current_of(const Device& device) {
  return device.view.at("current");
}

/// The first meeting, closed: its first item has this text.
inline House::Running held_meeting(House& house, Device& chair, Device& staff, const std::string& text) {
  House::Running first = house.open_meeting(chair, staff, 1);
  staff.must({{"type", "write_minutes"}, {"item", first.items.front()}, {"text", text}, {"version", 0}});
  chair.must({{"type", "close_meeting"}});
  return first;
}

/// The second one, with the item active in which the first one's minutes are approved.
inline void bring_up_for_approval(Device& chair, Device& staff, const std::string& minutes) {
  staff.must({{"type", "draft_meeting"},
              {"content", {{"starts_at", "2024-01-04T05:30:00.000Z"}, {"minutes", 150}, {"place", "تالار"}}}});
  std::string draft;
  for (const auto& [id, meeting] : staff.view.at("meetings").items())
    if (meeting.at("state") == "drafted") draft = id;
  staff.must({{"type", "add_item"},
              {"meeting", draft},
              {"content",
               {{"title", "تصویب صورتجلسه"},
                {"kind", "decision"},
                {"minutes", 5},
                {"confidential", false},
                {"options", json::array()},
                {"approves", minutes}}}});
  staff.must({{"type", "convene_meeting"}, {"meeting", draft}});
  chair.must({{"type", "open_meeting"}, {"override_reason", "فوریت"}});
  const std::string item = chair.view.at("meetings").at(draft).at("agenda").front();
  chair.must({{"type", "activate_item"}, {"item", item}});
}

inline std::string record_path(const std::string& meeting, const std::string& what) {
  return "/api/halls/rasht/meetings/" + meeting + what;
}

inline void expect_problem(const Answer& answer, unsigned status, const std::string& code) {
  EXPECT_EQ(answer.status, status) << answer.body;
  EXPECT_EQ(json::parse(answer.body).value("code", ""), code) << answer.body;
}

}  // namespace talar::test
