// The tablet at the door, closed doors, and the wait for a quorum, as devices meet them.
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

using namespace std::chrono_literals;

json presence_of(const Device& device, PersonId person) {
  return device.view.at("people").at(person.text()).at("presence");
}

TEST(LiveKiosk, records_who_comes_and_who_goes) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  Device kiosk = house.kiosk();
  for (Device* device : {&chair, &staff, &kiosk}) device->hello().until("state");
  EXPECT_EQ(kiosk.audience, "display");
  house.open_meeting(chair, staff);
  const std::string guest = people::guest.text();
  auto seq = kiosk.must({{"type", "record_arrival"}, {"person", guest}});
  EXPECT_EQ(presence_of(kiosk, people::guest), "present");
  staff.until_seq(seq);
  EXPECT_EQ(presence_of(staff, people::guest), "present");
  seq = kiosk.must({{"type", "record_departure"}, {"person", guest}});
  EXPECT_EQ(presence_of(kiosk, people::guest), "out");
}

TEST(LiveKiosk, its_command_ids_are_its_own) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  Device kiosk = house.kiosk();
  Device observer = house.observer();
  for (Device* device : {&chair, &staff, &kiosk, &observer}) device->hello().until("state");
  house.open_meeting(chair, staff);
  const json arrival{{"type", "record_arrival"}, {"person", people::guest.text()}};
  const std::string mine = kiosk.ask(arrival), theirs = staff.ask({{"type", "post_message"}, {"text", "سلام"}});
  const json done = kiosk.answer(mine);
  EXPECT_EQ(done.at("type"), "done");
  staff.answer(theirs);
  EXPECT_EQ(kiosk.answer(kiosk.ask(arrival, mine)), done);
  EXPECT_EQ(staff.answer(staff.ask(arrival, mine)).at("code"), "id_reused");
  EXPECT_EQ(kiosk.answer(kiosk.ask(arrival, theirs)).at("code"), "id_reused");
  EXPECT_EQ(observer.answer(observer.ask(arrival, mine)).at("code"), "not_allowed") << "it is not even told of the id";
}

TEST(LiveKiosk, does_nothing_else) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  Device kiosk = house.kiosk();
  for (Device* device : {&chair, &staff, &kiosk}) device->hello().until("state");
  house.open_meeting(chair, staff);
  for (const json& command :
       {json{{"type", "check_in"}}, json{{"type", "request_floor"}, {"kind", "speech"}},
        json{{"type", "record_absence"}, {"person", people::guest.text()}, {"kind", "excused"}, {"reason", "سفر"}}}) {
    const json answer = kiosk.answer(kiosk.ask(command));
    EXPECT_EQ(answer.at("code"), "not_allowed");
    EXPECT_EQ(answer.at("args").at("role"), "kiosk");
  }
  EXPECT_EQ(kiosk.answer(kiosk.ask({{"type", "record_arrival"}, {"person", PersonId{999}.text()}})).at("code"),
            "no_such_person");
}

TEST(LiveClosedPart, shuts_observer_display_and_kiosk_out_at_once_and_lets_them_in_again) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  Device display = house.display();
  Device kiosk = house.kiosk();
  Device observer = house.observer();
  const std::vector<Device*> outside{&display, &kiosk, &observer};
  for (Device* device : {&chair, &staff, &display, &kiosk, &observer}) device->hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  const auto is_shut = [&](const json& view) {
    const auto meeting = view.at("meetings").find(running.meeting);
    return meeting != view.at("meetings").end() && meeting->contains("closed_since");
  };
  staff.must({{"type", "begin_closed_part"}, {"reason", "اطلاعات شخصی"}});
  for (Device* device : outside) {
    device->until_view(is_shut);
    EXPECT_TRUE(device->view.at("items").empty());
    EXPECT_TRUE(device->view.at("people").empty());
    EXPECT_EQ(device->view.dump().find("اطلاعات شخصی"), std::string::npos);
  }
  EXPECT_FALSE(staff.view.at("items").empty());
  chair.must({{"type", "activate_item"}, {"item", running.items.at(1)}});
  chair.must({{"type", "end_closed_part"}});
  for (Device* device : outside) {
    device->until_view(std::not_fn(is_shut));
    for (const std::string& item : running.items) EXPECT_TRUE(device->view.at("items").at(item).at("closed"));
    EXPECT_FALSE(device->view.contains("floor"));
    EXPECT_EQ(presence_of(*device, people::deputy(0)), "present");
  }
}

TEST(LiveClosedPart, whoever_was_away_is_not_told_what_was_open_before) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  Device observer = house.observer();
  for (Device* device : {&chair, &staff, &observer}) device->hello().until("state");
  house.open_meeting(chair, staff);
  const Device::Where where{observer.epoch, observer.seq};
  staff.must({{"type", "begin_closed_part"}});
  Device again = house.observer();
  again.resume(where).until("state");
  EXPECT_EQ(again.states, 1);
  EXPECT_TRUE(again.view.at("items").empty());
}

TEST(LiveQuorum, when_the_wait_is_over_the_meeting_is_not_held) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  json charter = staff.view.at("hall").at("charter");
  charter["presence"]["quorum_wait_minutes"] = 30;
  staff.must({{"type", "amend_charter"}, {"charter", charter}});
  staff.must({{"type", "draft_meeting"},
              {"content", {{"starts_at", "2023-12-28T05:30:00.000Z"}, {"minutes", 150}, {"place", "تالار"}}}});
  const std::string meeting = staff.view.at("meetings").begin().key();
  staff.must({{"type", "add_item"},
              {"meeting", meeting},
              {"content",
               {{"title", "گزارش"},
                {"kind", "report"},
                {"minutes", 20},
                {"confidential", false},
                {"options", json::array()}}}});
  staff.must({{"type", "convene_meeting"}, {"meeting", meeting}});
  EXPECT_EQ(staff.view.at("meetings").at(meeting).at("quorum_deadline"), "2023-12-28T06:00:00.000Z");
  house.advance(30min);
  staff.until_view([&](const json& view) { return view.at("meetings").at(meeting).at("state") == "not_held"; });
  EXPECT_FALSE(staff.view.at("meetings").at(meeting).contains("not_held_reason"));
}

}  // namespace
}  // namespace talar::test
