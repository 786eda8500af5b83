// Things that happen to one person: a new role, the end of a membership, a revoked device, one's own ballot.
#include "server/live/sequencer.hpp"
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

TEST(LivePeople, who_gets_the_chair_is_welcomed_anew_as_another_audience) {
  House house;
  Device president = house.device(people::president);
  Device vice = house.device(people::vice);
  president.hello().until("state");
  vice.hello().until("state");
  EXPECT_EQ(vice.audience, "member");
  const auto vices_epoch = vice.epoch;

  const auto seq = president.must({{"type", "hand_chair"}, {"to", people::vice.text()}});
  EXPECT_EQ(president.audience, "member") << "the welcome came before the receipt";
  EXPECT_EQ(president.me.at("role"), "member");
  vice.until("welcome");
  vice.until("state");
  EXPECT_EQ(vice.audience, "staff");
  EXPECT_EQ(vice.me.at("role"), "chair");
  EXPECT_EQ(vice.seq, seq);
  EXPECT_EQ(vice.patches, 0) << "the patch of the old audience is not for it any more";
  EXPECT_NE(vice.epoch, vices_epoch) << "a seq of the old audience must not be resumed";

  vice.must({{"type", "post_message"}, {"text", "قائم مقام"}});
  president.until("patch");
  EXPECT_EQ(president.view.at("message").at("text"), "قائم مقام");
  EXPECT_EQ(president.refused({{"type", "clear_message"}}), "not_allowed");
}

TEST(LivePeople, who_asked_for_the_public_view_keeps_it_with_a_new_role) {
  House house;
  Device president = house.device(people::president);
  Device vice = house.device(people::vice);
  president.hello().until("state");
  vice.hello({{"audience", "public"}}).until("state");
  president.must({{"type", "hand_chair"}, {"to", people::vice.text()}});
  vice.until("me_changed");
  EXPECT_EQ(vice.me.at("role"), "chair");
  EXPECT_EQ(vice.audience, "public");
}

TEST(LivePeople, staff_take_the_chair_from_a_president_whose_devices_are_gone) {
  HouseOptions options;
  options.limits.commands_burst = options.limits.messages_burst = 1'000'000;
  House house(options);
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  {
    Device president = house.device(people::president);
    president.hello().until("state");
    EXPECT_EQ(staff.refused({{"type", "hand_chair"}, {"to", people::vice.text()}}), "chair_is_connected");
    president.client().send_close(1000);
    EXPECT_EQ(president.client().receive_close(), 1000u);
  }
  // The hall hears of the end a moment later: ask until it has.
  const auto deadline = std::chrono::steady_clock::now() + patience;
  std::string type;
  while (type != "done" && std::chrono::steady_clock::now() < deadline) {
    type = staff.answer(staff.ask({{"type", "hand_chair"}, {"to", people::vice.text()}})).at("type");
  }
  EXPECT_EQ(type, "done");
}

TEST(LivePeople, who_presides_only_watches_on_a_device_without_their_passphrase) {
  House house;
  Device tablet = house.unproven(people::president);
  tablet.hello().until("state");
  EXPECT_EQ(tablet.audience, "public");
  EXPECT_TRUE(tablet.me.is_null());
  const json refused = tablet.answer(tablet.ask({{"type", "post_message"}, {"text", "سلام"}}));
  EXPECT_EQ(refused.at("code"), "not_allowed");
  EXPECT_EQ(refused.at("args").at("role"), "observer");

  house.accounts().prove_device(house.last_device(), house.halls().now());
  Device proven = house.again(house.last_device());
  proven.hello().until("state");
  EXPECT_EQ(proven.me.at("role"), "chair");
}

TEST(LivePeople, who_joins_the_secretariat_comes_back_on_every_device_without_their_passphrase) {
  House house;
  Device staff = house.device(people::secretary);
  Device proven = house.device(people::deputy(0));
  Device old = house.unproven(people::deputy(0));
  for (Device* device : {&staff, &proven, &old}) device->hello().until("state");
  EXPECT_EQ(old.audience, "member") << "a member needs none";
  staff.must({{"type", "edit_member"},
              {"member",
               {{"person", people::deputy(0).text()},
                {"name", "معاون ۱"},
                {"short_name", "معاون ۱"},
                {"seat", "secretary"},
                {"votes", false}}}});
  const json bye = old.until("bye");
  EXPECT_EQ(bye.at("reason"), "restarting");
  EXPECT_TRUE(bye.contains("retry_after"));
  EXPECT_EQ(old.client().receive_close(), 1012u);
  EXPECT_EQ(old.audience, "member");
  Device again = house.again(house.last_device());
  again.hello().until("state");
  EXPECT_EQ(again.audience, "public");
  proven.until("welcome");
  EXPECT_EQ(proven.me.at("role"), "staff");
}

TEST(LivePeople, who_is_removed_is_signed_out) {
  House house;
  Device staff = house.device(people::secretary);
  Device guest = house.device(people::guest);
  staff.hello().until("state");
  guest.hello().until("state");
  staff.must({{"type", "remove_member"}, {"person", people::guest.text()}});
  const json bye = guest.until("bye");
  EXPECT_EQ(bye.at("reason"), "signed_out");
  EXPECT_FALSE(bye.contains("retry_after"));
  EXPECT_EQ(guest.client().receive_close(), 1008u);
}

TEST(LivePeople, a_revoked_device_is_signed_out_and_only_that_one) {
  House house;
  Device lost = house.device(people::deputy(0));
  const DeviceId lost_id = house.last_device();
  Device kept = house.device(people::deputy(0));
  lost.hello().until("state");
  kept.hello().until("state");
  house.halls().disconnect(lost_id);
  EXPECT_EQ(lost.until("bye").at("reason"), "signed_out");
  EXPECT_EQ(lost.client().receive_close(), 1008u);
  EXPECT_EQ(kept.answer(kept.ask({{"type", "check_in"}})).at("code"), "wrong_meeting_state") << "it is still heard";
}

TEST(LivePeople, ones_own_ballot_is_told_to_all_of_ones_devices_and_to_nobody_else) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  Device tablet = house.device(people::deputy(0));
  Device phone = house.device(people::deputy(0));
  Device other = house.device(people::deputy(1));
  for (Device* device : {&chair, &staff, &tablet, &phone, &other}) device->hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  chair.must(
      {{"type", "prepare_vote"},
       {"item", running.items[0]},
       {"content", {{"question", "موافقید؟"}, {"rule", {{"base", "valid"}, {"majority", {{"kind", "simple"}}}}}}}});
  const std::string vote = chair.view.at("votes").begin().key();
  chair.must({{"type", "open_vote"}, {"vote", vote}});
  const auto seq = tablet.must({{"type", "cast_vote"}, {"vote", vote}, {"choice", "approve"}});
  EXPECT_EQ(tablet.me.at("ballots").at(vote).at("choice"), "approve") << "before the receipt";
  phone.until("me_changed");
  EXPECT_EQ(phone.me.at("ballots").at(vote).at("choice"), "approve");
  other.until_seq(seq);
  other.must({{"type", "request_floor"}, {"kind", "speech"}});
  EXPECT_FALSE(other.me.at("ballots").contains(vote));
}

TEST(LivePeople, connected_devices_are_known) {
  House house;
  Device staff = house.device(people::secretary);
  const DeviceId id = house.last_device();
  staff.hello().until("state");
  std::promise<std::vector<DeviceId>> devices;
  house.halls().with(house.hall(), [&](const live::Sequencer* hall) { devices.set_value(hall->connected_devices()); });
  EXPECT_EQ(devices.get_future().get(), std::vector{id});
}

TEST(LivePeople, a_vote_with_a_time_limit_closes_by_itself) {
  House house;
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  chair.hello().until("state");
  staff.hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  chair.must({{"type", "prepare_vote"},
              {"item", running.items[0]},
              {"content",
               {{"question", "موافقید؟"},
                {"seconds", 60},
                {"rule", {{"base", "valid"}, {"majority", {{"kind", "simple"}}}}}}}});
  const std::string vote = chair.view.at("votes").begin().key();
  chair.must({{"type", "open_vote"}, {"vote", vote}});
  house.advance(59s);
  chair.must({{"type", "post_message"}, {"text", "یک ثانیه"}});
  EXPECT_EQ(chair.view.at("votes").at(vote).at("state"), "open");
  house.advance(1s);
  chair.until_view([&](const json& view) { return view.at("votes").at(vote).at("state") == "closed"; });
  EXPECT_EQ(chair.view.at("votes").at(vote).at("cause"), "deadline");
}

}  // namespace
}  // namespace talar::test
