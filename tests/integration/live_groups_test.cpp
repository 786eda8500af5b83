// Halls that write to each other: a chamber, its groups, what is referred to them and what they report.
#include "storage/journal.hpp"
#include "tests/integration/family.hpp"

namespace talar::test {
namespace {

json draft() {
  return {{"type", "draft_meeting"},
          {"content", {{"starts_at", "2023-12-30T05:30:00.000Z"}, {"minutes", 60}, {"place", "تالار"}}}};
}

json add_item(const Device& device, const char* title) {
  return {
      {"type", "add_item"},
      {"meeting", device.view.at("meetings").begin().key()},
      {"content",
       {{"title", title}, {"kind", "decision"}, {"minutes", 20}, {"confidential", false}, {"options", json::array()}}}};
}

std::string first_key(const json& map) {
  return map.begin().key();
}

TEST(LiveGroups, a_referral_goes_to_the_group_and_its_report_comes_back_onto_an_agenda) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  const HallId group = founded_group(house, staff);
  staff.must(draft());
  staff.must(add_item(staff, "رودخانه‌ها"));
  const std::string item = first_key(staff.view.at("items"));
  staff.must({{"type", "refer_item"}, {"item", item}, {"to", group.value}, {"task", "راه حل پیشنهاد شود"}});
  until_delivered(house, house.hall());

  const auto bound = house.accounts().bind_device(
      house.accounts().invite(group, people::secretary, house.halls().now(), Millis{3'600'000}).invitation, "", {});
  house.accounts().prove_device(bound->device.device, {});
  Device desk = house.in_hall(group, house.keep(*bound));
  desk.hello().until("state");
  EXPECT_EQ(desk.view.at("hall").at("parent"), house.hall().value);
  const std::string referral = first_key(desk.view.at("referrals"));
  EXPECT_EQ(desk.view.at("referrals").at(referral).at("other"), "اتاق شکوفایی شهری رشت");
  desk.must(draft());
  desk.must({{"type", "take_up_referral"}, {"referral", referral}, {"meeting", first_key(desk.view.at("meetings"))}});
  EXPECT_EQ(desk.view.at("items").begin()->at("title"), "رودخانه‌ها");
  desk.must({{"type", "send_report"}, {"referral", referral}, {"text", "لایروبی لازم است."}});

  staff.until_view([&](const json& view) { return view.at("referrals").at(referral).contains("taken_up"); });
  const json& back = staff.view.at("referrals").at(referral);
  EXPECT_EQ(back.at("report"), "لایروبی لازم است.");
  EXPECT_EQ(staff.view.at("items").at(item).at("referral"), referral);
  EXPECT_EQ(staff.view.at("items").at(std::string(back.at("taken_up"))).at("origin").at("kind"), "report");
  until_delivered(house, group);
}

// Wherever a crash comes between ------------------------------------------------------------------------------------

const HallId chamber{"rasht"}, group{"g-0000000001"};
constexpr MeetingId meeting{100};
constexpr ItemId item{200};
constexpr ReferralId referral{300};

ReferralContent content() {
  return {chamber, group, item, "رودخانه‌ها", {}, {}};
}

/// What had become durable by then.
class Ruin {
 public:
  Ruin() {
    HallFounded founded;
    founded.name = "اتاق";
    founded.place = "تالار";
    const Member president{{1}, "شهردار", "شهردار", Seat::president, true};
    says(chamber, {founded, MembersEnrolled{{president}}, MeetingDrafted{meeting, {{}, {0}, 60, "تالار"}},
                   ItemAdded{meeting, item, {}, 0, {.title = "رودخانه‌ها"}},
                   GroupFounded{group, "کارگروه", {}, {president}, {400}}});
  }
  void group_is_there() {
    HallFounded founded;
    founded.name = "کارگروه";
    founded.kind = HallKind::working_group;
    founded.place = "تالار";
    founded.parent = chamber;
    says(group, {founded, MembersEnrolled{{Member{{1}, "شهردار", "شهردار", Seat::president, true}}}});
  }
  void says(const HallId& hall, const std::vector<Event>& events) {
    const storage::Database database(file(), storage::Access::owner);
    storage::Journal journal(database);
    std::vector<storage::Entry> entries;
    std::int64_t seq = journal.head(hall).seq;
    for (const Event& event : events) entries.push_back({hall, {++seq, {1'703'741'400'000}, {}, {}, event}});
    journal.commit(entries);
  }
  /// Starts, lets everything arrive, and stops; twice, for the second time nothing may be left to do.
  void heal() {
    for (int start = 0; start < 2; ++start) {
      House house({.database = file()});
      EXPECT_TRUE(until_delivered(house, chamber).letters.empty());
      EXPECT_TRUE(until_delivered(house, group).letters.empty());
    }
  }
  std::filesystem::path file() const { return folder_.path() / "talar.db"; }
  template <class SomeEvent>
  int count(const HallId& hall) const {
    const storage::Database database(file(), storage::Access::owner);
    int count = 0;
    storage::Journal(database).replay(
        hall, 0, [&](const Recorded& recorded) { count += std::holds_alternative<SomeEvent>(recorded.event) ? 1 : 0; });
    return count;
  }

 private:
  Folder folder_;
};

TEST(LiveGroups, a_letter_that_nobody_took_before_the_crash_is_taken_after_it) {
  Ruin ruin;
  ruin.says(chamber, {ItemReferred{meeting, item, referral, content(), {401}}});
  ruin.heal();
  EXPECT_EQ(ruin.count<HallFounded>(group), 1);
  EXPECT_EQ(ruin.count<ReferralReceived>(group), 1);
  EXPECT_EQ(ruin.count<LetterConfirmed>(chamber), 2);
}

TEST(LiveGroups, a_letter_that_had_arrived_before_the_crash_does_not_arrive_again) {
  Ruin ruin;
  ruin.group_is_there();
  ruin.heal();
  EXPECT_EQ(ruin.count<HallFounded>(group), 1);
  EXPECT_EQ(ruin.count<LetterConfirmed>(chamber), 1);
  ruin.says(chamber, {ItemReferred{meeting, item, referral, content(), {401}}});
  ruin.says(group, {ReferralReceived{referral, content(), "اتاق"}});
  ruin.heal();
  EXPECT_EQ(ruin.count<ReferralReceived>(group), 1);
  EXPECT_EQ(ruin.count<LetterConfirmed>(chamber), 2);
}

TEST(LiveGroups, a_report_that_had_arrived_before_the_crash_does_not_arrive_again) {
  Ruin ruin;
  ruin.group_is_there();
  ruin.says(chamber, {LetterConfirmed{{400}}, ItemReferred{meeting, item, referral, content(), {401}},
                      LetterConfirmed{{401}}, ReportReceived{referral, "گزارش"}});
  ruin.says(group, {ReferralReceived{referral, content(), "اتاق"}, ReportSent{referral, "گزارش", {402}}});
  ruin.heal();
  EXPECT_EQ(ruin.count<ReportReceived>(chamber), 1);
  EXPECT_EQ(ruin.count<LetterConfirmed>(group), 1);
}

TEST(LiveGroups, a_letter_to_a_hall_that_is_not_there_waits_and_the_others_go_on) {
  Ruin ruin;
  ReferralContent astray = content();
  astray.from = {"nowhere"};
  ruin.group_is_there();
  ruin.says(group, {ReferralReceived{{301}, astray, "ناکجا"}, ReportSent{{301}, "گزارش", {403}},
                    ReferralReceived{referral, content(), "اتاق"}, ReportSent{referral, "گزارش", {402}}});
  ruin.says(chamber, {ItemReferred{meeting, item, referral, content(), {401}}});
  House house({.database = ruin.file()});
  until_state(house, chamber, [](const hall::State& state) { return state.referrals.at(referral).report.has_value(); });
  const hall::State state = until_state(house, group, [](const hall::State& s) { return s.letters.size() == 1; });
  EXPECT_TRUE(state.letters.contains({403}));
}

}  // namespace
}  // namespace talar::test
