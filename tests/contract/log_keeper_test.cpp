#include "storage/log_keeper.hpp"

#include <algorithm>

#include "storage/sql.hpp"
#include "tests/contract/store.hpp"

namespace talar::storage {
namespace {

/// A journal that commits one message after the other, as the journal thread does, and its keeper.
struct LogKeeperTest : testing::Test {
  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Hall hall = founded();
  int log_pages_max = 0;

  void SetUp() override { journal.commit(hall.fresh()); }

  void commit(LogKeeper& keeper, int messages = 1) {
    for (int i = 0; i < messages; ++i) hall.says(message(i));
    journal.commit(hall.fresh());
    log_pages_max = std::max(log_pages_max, journal.log_pages());
    keeper.committed();
  }
  static void no_failure(const StorageError& error) { ADD_FAILURE() << error.what(); }
};

TEST_F(LogKeeperTest, the_log_stays_short_under_constant_commits) {
  LogKeeper keeper(journal, {.checkpoint_pages = 50, .behind_pages = 300}, no_failure);
  for (int i = 0; i < 800; ++i) commit(keeper);
  EXPECT_GT(log_pages_max, 50);
  EXPECT_LT(log_pages_max, 400) << "the two bounds and a commit";
  EXPECT_LT(std::filesystem::file_size(folder.file("talar.db-wal")), 400u * 4'200);
}

TEST_F(LogKeeperTest, commits_go_on_while_a_checkpoint_is_under_way) {
  LogKeeper keeper(journal, {.checkpoint_pages = 1'000, .behind_pages = 100'000}, no_failure);
  // Who is how fast is the machine's affair: one checkpoint of many with three commits beside it will do.
  int beside = 0;
  for (int round = 0; round < 50 && beside < 3; ++round) {
    while (!keeper.under_way()) commit(keeper, 500);
    for (beside = 0; keeper.under_way(); ++beside) commit(keeper);
  }
  EXPECT_GE(beside, 3);
}

TEST_F(LogKeeperTest, a_reader_who_holds_the_log_open_stops_no_commit) {
  LogKeeper keeper(journal, {.checkpoint_pages = 50, .behind_pages = 300}, no_failure);
  {
    const auto sql = database.connect_to_read();
    Transaction reading(*sql, Transaction::Kind::read);
    std::int64_t events = 0;
    sql->first("SELECT count(*) FROM event", std::tuple{}, events);
    for (int i = 0; i < 250; ++i) commit(keeper);
    EXPECT_GT(journal.log_pages(), 500) << "what the reader sees must stay";
    sql->first("SELECT count(*) FROM event", std::tuple{}, events);
    EXPECT_EQ(events, 1);
  }
  for (int i = 0; i < 250; ++i) commit(keeper);
  EXPECT_LT(journal.log_pages(), 400) << "the reader is gone";
  EXPECT_EQ(journal.head(hall.id).seq, 501);
}

TEST_F(LogKeeperTest, an_idle_moment_moves_everything_and_asks_for_nothing_more) {
  LogKeeper keeper(journal, {}, no_failure);
  commit(keeper);
  EXPECT_TRUE(keeper.has_work());
  keeper.idle();
  while (keeper.under_way()) std::this_thread::yield();
  EXPECT_FALSE(keeper.has_work());
  commit(keeper);
  EXPECT_LT(journal.log_pages(), 10) << "the log has begun anew";
}

}  // namespace
}  // namespace talar::storage
