// The end: on purpose, and because the disk failed.
#include <sqlite3.h>

#include <thread>

#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

/// Peers that stay on the line after Close are not waited for long.
HouseOptions impatient() {
  HouseOptions options;
  options.limits.closing = 100ms;
  options.limits.sweep = 10ms;
  options.limits.drain = 10min;
  return options;
}

const json salam{{"type", "post_message"}, {"text", "سلام"}};

TEST(LiveStop, everybody_is_told_to_come_back_and_closed_with_1012) {
  House house(impatient());
  Device staff = house.device(people::secretary);
  Device observer = house.observer();
  staff.hello().until("state");
  observer.hello().until("state");
  std::thread stopping([&] { house.stop(); });
  for (Device* device : {&staff, &observer}) {
    const json bye = device->until("bye");
    EXPECT_EQ(bye.at("reason"), "restarting");
    EXPECT_GT(bye.at("retry_after"), 0);
    EXPECT_EQ(device->client().receive_close(), 1012u);
    EXPECT_TRUE(device->client().ended());
  }
  stopping.join();
}

TEST(LiveStop, what_was_accepted_is_receipted_and_what_comes_later_is_refused) {
  const Folder folder;
  HouseOptions options = impatient();
  options.database = folder.path() / "talar.db";
  std::vector<std::string> done;
  {
    House house(options);
    Device staff = house.device(people::secretary);
    staff.hello().until("state");
    std::string frames;
    for (int i = 0; i < 30; ++i) {
      frames += masked(0x81, json({{"type", "do"}, {"id", fresh_id()}, {"command", salam}}).dump());
    }
    staff.client().send_raw(frames);
    std::thread stopping([&] { house.stop(); });
    for (json frame = staff.next(); frame.at("type") != "bye"; frame = staff.next()) {
      if (frame.at("type") == "done") done.push_back(frame.at("id"));
      EXPECT_TRUE(frame.at("type") != "refused" || frame.at("code") == "shutting_down") << frame;
    }
    EXPECT_EQ(staff.client().receive_close(), 1012u);
    stopping.join();
  }
  const storage::Database database(options.database, storage::Access::guest);
  const storage::Journal journal(database);
  std::vector<std::string> recorded;
  journal.replay({"rasht"}, 2, [&](const Recorded& event) { recorded.push_back(event.command->value); });
  EXPECT_EQ(recorded, done) << "exactly what was acknowledged";
}

TEST(LiveStop, a_peer_that_never_ends_its_side_does_not_hold_it_up) {
  House house(impatient());
  Device observer = house.observer();
  observer.hello().until("state");
  const auto begun = std::chrono::steady_clock::now();
  house.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, patience);
  EXPECT_EQ(observer.client().receive_close(), 1012u);
}

TEST(LiveStop, a_journal_that_cannot_write_is_told_to_everybody_and_ends_all) {
  House house;
  Device staff = house.device(people::secretary);
  Device observer = house.observer();
  staff.hello().until("state");
  observer.hello().until("state");
  sqlite3* vandal = nullptr;
  ASSERT_EQ(sqlite3_open(house.database_file().c_str(), &vandal), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(vandal, "ALTER TABLE event RENAME TO gone", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(vandal);

  staff.ask(salam);
  for (Device* device : {&staff, &observer}) {
    const json bye = device->next();
    EXPECT_EQ(bye.at("type"), "bye") << "no patch, no receipt: what became of the command is unknown";
    EXPECT_EQ(bye.at("reason"), "storage_failed");
    EXPECT_EQ(device->client().receive_close(), 1011u);
  }
  EXPECT_NE(house.failure(), "not reported");
  EXPECT_FALSE(house.halls().ready());
  EXPECT_THROW(house.observer(), std::runtime_error) << "503";
}

}  // namespace
}  // namespace talar::test
