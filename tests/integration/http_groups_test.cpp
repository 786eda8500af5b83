// A device in several halls, similar titles and calendars, over HTTP and WebSocket.
#include <algorithm>

#include "tests/integration/family.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;

class Family : public testing::Test {
 protected:
  Family() : staff(house.device(people::secretary)), staff_device(house.last_device()) {
    staff.hello().until("state");
    group = founded_group(house, staff);
  }

  /// Signed in to the chamber without a passphrase.
  DeviceId bound(PersonId person) {
    house.unproven(person);
    return house.last_device();
  }
  Answer get(const std::string& path, DeviceId device) {
    return http_test::Client(house.port()).get(path, {house.cookie(device)});
  }
  json whoami(DeviceId device) { return json::parse(get("/api/whoami", device).body); }
  json row(DeviceId device) { return row(device, group); }
  json row(DeviceId device, const HallId& hall) {
    const json me = whoami(device);
    for (const json& row : me.at("halls"))
      if (row.at("hall") == hall.value) return row;
    return {};
  }
  Answer give(DeviceId device, const std::string& passphrase) {
    return http_test::Client(house.port())
        .post("/api/passphrase", json{{"passphrase", passphrase}}.dump(), {house.cookie(device)});
  }
  void draft(Device& desk, const char* title, const char* starts_at = "2023-12-30T05:30:00.000Z") {
    desk.must(
        {{"type", "draft_meeting"}, {"content", {{"starts_at", starts_at}, {"minutes", 60}, {"place", "تالار"}}}});
    desk.must({{"type", "add_item"},
               {"meeting", desk.view.at("meetings").begin().key()},
               {"content",
                {{"title", title},
                 {"kind", "decision"},
                 {"presenter", people::secretary.text()},
                 {"minutes", 20},
                 {"confidential", false},
                 {"options", json::array()}}}});
  }

  House house;
  Device staff;
  DeviceId staff_device;
  HallId group;
};

TEST_F(Family, a_device_acts_in_every_hall_its_person_belongs_to) {
  const DeviceId device = bound(people::deputy(1));
  Device member = house.in_hall(group, device);
  member.hello().until("state");
  EXPECT_EQ(member.audience, "member");
  EXPECT_EQ(member.me.at("seat"), "expert");
  member.must({{"type", "propose"}, {"content", {{"title", "پاک‌سازی زرجوب"}}}});
  EXPECT_EQ(row(device).at("role"), "member");
  EXPECT_EQ(row(device).at("parent"), house.hall().value);
  EXPECT_FALSE(row(device).contains("passphrase"));
}

TEST_F(Family, whoever_does_not_belong_to_the_other_hall_watches_it) {
  const DeviceId device = bound(people::deputy(5));
  Device stranger = house.in_hall(group, device);
  stranger.hello().until("state");
  EXPECT_EQ(stranger.audience, "public");
  EXPECT_FALSE(row(device).contains("role"));
}

TEST_F(Family, a_display_belongs_to_its_own_hall_only) {
  house.display();
  const DeviceId device = house.last_device();
  Device display = house.in_hall(group, device);
  display.hello().until("state");
  EXPECT_EQ(display.audience, "public");
  EXPECT_FALSE(row(device).contains("role"));
}

TEST_F(Family, who_presides_elsewhere_proves_themselves_by_a_passphrase_first) {
  const DeviceId device = bound(people::deputy(0));
  EXPECT_EQ(row(device).at("role"), "chair");
  EXPECT_EQ(row(device).at("passphrase"), "set");
  Device watching = house.in_hall(group, device);
  watching.hello().until("state");
  EXPECT_EQ(watching.audience, "public");
  EXPECT_EQ(watching.refused(found_group()), "not_allowed");
  EXPECT_EQ(get("/api/halls/" + group.value + "/access", device).status, 403u);
  EXPECT_EQ(get("/api/calendar-link", device).status, 403u);

  EXPECT_EQ(give(device, "کوتاه").status, 422u);
  EXPECT_EQ(give(device, "درخت انجیر معابد").status, 204u);
  EXPECT_FALSE(row(device).contains("passphrase"));
  Device chair = house.in_hall(group, device);
  chair.hello().until("state");
  EXPECT_EQ(chair.me.at("role"), "chair");
  EXPECT_EQ(get("/api/halls/" + group.value + "/access", device).status, 200u);

  const DeviceId second = bound(people::deputy(0));
  EXPECT_EQ(row(second).at("passphrase"), "give");
  EXPECT_EQ(give(second, "درخت انجیر").status, 401u);
  EXPECT_EQ(give(second, "درخت انجیر معابد").status, 204u);
}

TEST_F(Family, who_comes_to_need_a_passphrase_has_no_more_than_anybody_until_it_is_given) {
  const DeviceId device = bound(people::deputy(4));
  const std::string access = "/api/halls/rasht/access";
  EXPECT_FALSE(row(device, house.hall()).contains("passphrase"));
  staff.must({{"type", "edit_member"},
              {"member",
               {{"person", people::deputy(4).text()},
                {"name", "معاون ۵"},
                {"short_name", "معاون ۵"},
                {"seat", "secretary"},
                {"votes", false}}}});
  EXPECT_EQ(row(device, house.hall()).at("passphrase"), "set");
  EXPECT_EQ(whoami(device).value("role", ""), "observer");
  EXPECT_EQ(get(access, device).status, 403u);
  EXPECT_EQ(get("/api/calendar-link", device).status, 403u);
  EXPECT_EQ(give(device, "درخت انجیر معابد").status, 204u);
  EXPECT_FALSE(row(device, house.hall()).contains("passphrase"));
  EXPECT_EQ(whoami(device).at("role"), "staff");
  EXPECT_EQ(get(access, device).status, 200u);
}

TEST_F(Family, a_passphrase_is_taken_only_from_whoever_needs_one) {
  EXPECT_EQ(give(bound(people::deputy(5)), "درخت انجیر معابد").status, 403u);
  EXPECT_EQ(http_test::Client(house.port()).post("/api/passphrase", R"({"passphrase":"x"})").status, 401u);
}

TEST_F(Family, a_revoked_device_is_out_of_every_hall) {
  const DeviceId device = bound(people::deputy(1));
  Device member = house.in_hall(group, device);
  member.hello().until("state");
  const std::string revoke = json{{"device", device.text()}}.dump();
  http_test::Client(house.port())
      .post("/api/halls/rasht/revoke", revoke, {house.cookie(staff_device), "Talar-Device: " + staff_device.text()});
  EXPECT_EQ(member.until("bye").at("reason"), "signed_out");
  EXPECT_EQ(get("/api/halls/" + group.value + "/similar?q=x", device).status, 401u);
}

TEST_F(Family, similar_titles_come_from_the_chamber_and_its_groups_for_people_of_the_hall) {
  draft(staff, "ساماندهی دستفروشان");
  const std::string path = "/similar?q=%D8%AF%D8%B3%D8%AA%D9%81%D8%B1%D9%88%D8%B4%D8%A7%D9%86";  // دستفروشان
  const auto hits = [&](const std::string& hall, DeviceId device) {
    return json::parse(get("/api/halls/" + hall + path, device).body).at("hits");
  };
  ASSERT_EQ(hits("rasht", staff_device).size(), 1u);
  EXPECT_EQ(hits("rasht", staff_device)[0].at("title"), "ساماندهی دستفروشان");
  const DeviceId member = bound(people::deputy(1));
  EXPECT_EQ(hits("rasht", member).size(), 0u) << "a draft";
  staff.must({{"type", "convene_meeting"}, {"meeting", staff.view.at("meetings").begin().key()}});
  EXPECT_EQ(hits("rasht", member).size(), 1u);
  EXPECT_EQ(hits(group.value, member).size(), 1u) << "from the hall above";

  EXPECT_EQ(http_test::Client(house.port()).get("/api/halls/rasht" + path).status, 401u);
  EXPECT_EQ(get("/api/halls/" + group.value + path, bound(people::deputy(5))).status, 403u);
  unsigned status = 200;
  for (int i = 0; i < 40 && status == 200; ++i) status = get("/api/halls/rasht" + path, member).status;
  EXPECT_EQ(status, 429u);
}

TEST_F(Family, a_halls_calendar_is_public_and_shows_no_drafts) {
  http_test::Client client(house.port());
  draft(staff, "رودخانه‌ها");
  EXPECT_EQ(client.get("/api/halls/rasht/calendar.ics").body.find("BEGIN:VEVENT"), std::string::npos);
  const std::string meeting = staff.view.at("meetings").begin().key();
  staff.must({{"type", "convene_meeting"}, {"meeting", meeting}});
  const Answer calendar = client.get("/api/halls/rasht/calendar.ics");
  EXPECT_EQ(calendar.header("content-type"), "text/calendar; charset=utf-8");
  EXPECT_NE(calendar.body.find("UID:" + meeting + "@rasht.talar\r\nSEQUENCE:1\r\n"), std::string::npos)
      << calendar.body;
  EXPECT_NE(calendar.body.find("X-WR-CALNAME:اتاق شکوفایی شهری رشت\r\n"), std::string::npos);
  EXPECT_EQ(calendar.body.find("DESCRIPTION"), std::string::npos);
  const json edited{{"starts_at", "2023-12-30T06:30:00.000Z"}, {"minutes", 60}, {"place", "تالار"}};
  staff.must({{"type", "edit_meeting"}, {"meeting", meeting}, {"content", edited}});
  const Answer later = client.get("/api/halls/rasht/calendar.ics");
  EXPECT_NE(later.body.find("SEQUENCE:2\r\n"), std::string::npos);
  EXPECT_NE(later.body.find("DTSTART;TZID=Asia/Tehran:20231230T100000\r\n"), std::string::npos);
  house.advance(std::chrono::hours(24 * 400));
  EXPECT_EQ(client.get("/api/halls/rasht/calendar.ics").body.find("BEGIN:VEVENT"), std::string::npos);
}

TEST_F(Family, ones_own_calendar_opens_by_its_address_alone_until_it_is_renewed) {
  draft(staff, "رودخانه‌ها");
  const auto events = [](const Answer& answer) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = answer.body.find("BEGIN:VEVENT", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  http_test::Client client(house.port());
  const DeviceId device = bound(people::deputy(1));
  const std::string path = json::parse(get("/api/calendar-link", device).body).at("path");
  EXPECT_EQ(path.size(), std::string("/api/calendar/.ics").size() + 26);
  EXPECT_EQ(json::parse(get("/api/calendar-link", device).body).at("path"), path);
  EXPECT_EQ(client.get(path).status, 200u);
  EXPECT_EQ(events(client.get(path)), 0u) << "a draft";

  const Answer renewed = client.post("/api/calendar-link", "", {house.cookie(device)});
  EXPECT_EQ(client.get(path).status, 404u);
  EXPECT_EQ(client.get(json::parse(renewed.body).at("path")).status, 200u);
  EXPECT_EQ(client.get("/api/calendar-link").status, 401u);
  EXPECT_EQ(client.get("/api/calendar/x").status, 404u);
}

TEST_F(Family, the_desks_own_calendar_has_its_drafts_and_what_one_presents) {
  draft(staff, "رودخانه‌ها");
  give(staff_device, "درخت انجیر معابد");  // the secretary is one of the group's as well
  const std::string path = json::parse(get("/api/calendar-link", staff_device).body).at("path");
  const std::string body = http_test::Client(house.port()).get(path).body;
  EXPECT_NE(body.find("STATUS:TENTATIVE"), std::string::npos);
  EXPECT_NE(body.find("\\n• رود"), std::string::npos) << body;
}

}  // namespace
}  // namespace talar::test
