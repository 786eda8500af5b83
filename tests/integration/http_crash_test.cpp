// kill -9 of the real server while halls write to each other: every letter arrives, and arrives once.
#include <algorithm>

#include "storage/journal.hpp"
#include "tests/integration/family.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

constexpr int rounds = 6;

/// The secretariat's device at a server that is not ours.
class Desk {
 public:
  Desk(std::uint16_t port, const std::string& cookie)
      : device_(std::make_unique<Client>(port, "/live/rasht?device=" + cookie.substr(14, 10),
                                         Headers{cookie, "Origin: http://127.0.0.1:" + std::to_string(port)})) {
    device_.hello().until("state");
  }

  void found(int round) {
    const json& people = device_.view.at("people");
    device_.ask({{"type", "found_group"},
                 {"name", "کارگروه " + std::to_string(round)},
                 {"members", {{{"person", people.begin().key()}, {"seat", "president"}}}}});
  }
  /// The first item that there is, to every group that does not have it.
  void refer() {
    const std::string item = device_.view.at("items").begin().key();
    for (const auto& [group, content] : device_.view.at("groups").items())
      device_.ask({{"type", "refer_item"}, {"item", item}, {"to", group}});
  }
  /// Whatever was asked before has been answered.
  void settle() { device_.must({{"type", "post_message"}, {"text", "ثبت شد"}}); }

 private:
  Device device_;
};

std::map<HallId, std::vector<Recorded>> journals(const std::filesystem::path& data) {
  const storage::Database database(data, storage::Access::owner);
  const storage::Journal journal(database);
  std::map<HallId, std::vector<Recorded>> all;
  for (const HallId& hall : journal.halls())
    journal.replay(hall, 0, [&](const Recorded& recorded) { all[hall].push_back(recorded); });
  return all;
}

template <class SomeEvent>
std::vector<SomeEvent> every(const std::vector<Recorded>& journal) {
  std::vector<SomeEvent> found;
  for (const Recorded& recorded : journal)
    if (const auto* event = std::get_if<SomeEvent>(&recorded.event)) found.push_back(*event);
  return found;
}

TEST(HttpCrash, letters_between_halls_arrive_exactly_once_whenever_the_server_is_killed) {
  http_test::House house;
  const std::string cookie = house.sign_in(house.invite({"--role", "secretary"}).at(0).token);
  house.server.signal(SIGKILL);
  house.server.wait();
  for (int round = 0; round < rounds; ++round) {
    http_test::Server server(house.data);
    Desk desk(server.port(), cookie);
    desk.refer();
    desk.found(round);
    if (round % 3 > 0) desk.settle();  // else nothing may have been done yet
    if (round % 3 > 1) desk.settle();  // and letters are well on their way
    server.signal(SIGKILL);
    server.wait();
  }
  {
    House healed({.database = house.data});
    EXPECT_TRUE(until_delivered(healed, {"rasht"}).letters.empty());
  }
  auto all = journals(house.data);
  const auto founded = every<GroupFounded>(all.at({"rasht"}));
  const auto referred = every<ItemReferred>(all.at({"rasht"}));
  EXPECT_GE(founded.size(), static_cast<std::size_t>(rounds * 2 / 3));
  EXPECT_GE(referred.size(), 2u);
  EXPECT_EQ(all.size(), founded.size() + 1);
  for (const GroupFounded& group : founded) EXPECT_EQ(every<HallFounded>(all.at(group.group)).size(), 1u);
  for (const ItemReferred& letter : referred) {
    const auto received = every<ReferralReceived>(all.at(letter.content.to));
    EXPECT_EQ(std::ranges::count(received, letter.referral, &ReferralReceived::referral), 1);
  }
}

}  // namespace
}  // namespace talar::test
