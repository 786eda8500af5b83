#include "storage/committer.hpp"

#include <atomic>
#include <future>

#include "tests/contract/full_disk.hpp"
#include "tests/contract/store.hpp"

namespace talar::storage {
namespace {

const auto no_failure = [](const StorageError& error) { ADD_FAILURE() << error.what(); };

TEST(Committer, acknowledges_in_order_and_only_what_is_on_disk) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  std::vector<int> order;
  {
    Committer committer(journal, no_failure);
    committer.submit(hall.fresh(), [] {});
    for (int i = 0; i < 500; ++i) {
      hall.says(message(i));
      const auto seq = hall.entries.back().recorded.seq;
      EXPECT_TRUE(committer.submit(hall.fresh(), [&, i, seq] {
        order.push_back(i);
        // A connection of its own sees the committed state only.
        EXPECT_TRUE(i % 100 != 0 || number_in(folder.file(), "SELECT max(seq) FROM event") >= seq);
      }));
    }
  }
  ASSERT_EQ(order.size(), 500u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(journal.head(hall.id).seq, 501);
}

TEST(Committer, takes_everything_that_waits_in_one_transaction) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  std::vector<std::size_t> transactions;
  CommitterOptions options;
  options.on_commit = [&](std::size_t entries, std::chrono::nanoseconds) { transactions.push_back(entries); };
  Hall hall = founded();
  std::promise<void> begun, go_on;
  Committer committer(journal, no_failure, options);
  committer.submit(hall.fresh(), [&] {
    begun.set_value();
    go_on.get_future().wait();
  });
  begun.get_future().wait();
  for (int i = 0; i < 10; ++i) committer.submit(hall.says(message(i)).fresh(), [] {});
  EXPECT_EQ(committer.waiting(), 10u);
  go_on.set_value();
  committer.stop();
  EXPECT_EQ(transactions, (std::vector<std::size_t>{1, 10}));
}

TEST(Committer, a_full_queue_makes_the_submitter_wait) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  CommitterOptions options;
  options.entries_max = 2;
  Hall hall = founded();
  std::promise<void> begun, go_on;
  Committer committer(journal, no_failure, options);
  committer.submit(hall.fresh(), [&] {
    begun.set_value();
    go_on.get_future().wait();
  });
  begun.get_future().wait();
  for (int i = 0; i < 2; ++i) committer.submit(hall.says(message(i)).fresh(), [] {});
  auto third = std::async(std::launch::async, [&] { return committer.submit(hall.says(message(3)).fresh(), [] {}); });
  EXPECT_EQ(third.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  go_on.set_value();
  EXPECT_TRUE(third.get());
}

TEST(Committer, after_stop_everything_is_in_the_database_file_itself) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  Committer committer(journal, no_failure);
  for (int i = 0; i < 50; ++i) committer.submit(hall.says(message(i)).fresh(), [] {});
  committer.stop();
  committer.stop();
  EXPECT_EQ(std::filesystem::file_size(folder.file("talar.db-wal")), 0u);
  EXPECT_EQ(journal.head(hall.id).seq, 51);
  EXPECT_FALSE(committer.submit(hall.says(message(99)).fresh(), [] { ADD_FAILURE(); }));
}

TEST(Committer, an_idle_log_moves_into_the_database) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  for (int i = 0; i < 500; ++i) hall.says(message(i));
  CommitterOptions options;
  options.idle_before_checkpoint = std::chrono::milliseconds(1);
  const auto before = std::filesystem::file_size(folder.file());
  Committer committer(journal, no_failure, options);
  committer.submit(hall.fresh(), [] {});
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (std::filesystem::file_size(folder.file()) == before && std::chrono::steady_clock::now() < deadline)
    std::this_thread::yield();
  EXPECT_GT(std::filesystem::file_size(folder.file()), before);
}

TEST(Committer, a_failed_commit_is_unknown_and_nothing_is_acknowledged_after_it) {
  Folder folder;
  Hall hall = founded();
  std::int64_t acknowledged = 0;
  int failures = 0;
  {
    Database database(folder.file(), Access::owner);
    Journal journal(database);
    std::promise<void> failed;
    std::atomic<std::int64_t> last = 0;
    Committer committer(journal, [&](const StorageError& error) {
      EXPECT_TRUE(error.unknown());
      ++failures;
      failed.set_value();
    });
    committer.submit(hall.fresh(), [&] { last = 1; });
    while (last != 1) std::this_thread::yield();
    const FullDisk full(std::filesystem::file_size(folder.file("talar.db-wal")) + 50'000);
    // Submissions stop being taken at the failure; what was taken meanwhile is never acknowledged.
    for (int i = 0; i < 100'000; ++i) {
      hall.says(message(i));
      const auto seq = hall.entries.back().recorded.seq;
      if (!committer.submit(hall.fresh(), [&, seq] { last = seq; })) break;
    }
    failed.get_future().wait();
    acknowledged = last;
    EXPECT_FALSE(committer.submit(founded("other").entries, [] { ADD_FAILURE(); }));
    EXPECT_THROW(journal.commit(founded("other").entries), StorageError);
    committer.stop();
    EXPECT_EQ(last, acknowledged);
  }
  EXPECT_EQ(failures, 1);
  // With room on the disk again the journal goes on from a state that holds everything acknowledged.
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  EXPECT_GE(journal.head(hall.id).seq, acknowledged);
  Hall again(hall.id.value, journal.head(hall.id).seq);
  again.says(message(0));
  EXPECT_NO_THROW(journal.commit(again.entries));
}

TEST(Committer, a_failed_checkpoint_ends_it_as_a_failed_commit_does) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  for (int i = 0; i < 1'000; ++i) hall.says(message(i));
  journal.commit(hall.fresh());
  // Room for a little more in the log, and none for what the log holds in the database.
  const FullDisk full(std::filesystem::file_size(folder.file("talar.db-wal")) + 50'000);
  std::promise<bool> unknown;
  CommitterOptions options;
  options.idle_before_checkpoint = std::chrono::milliseconds(1);
  Committer committer(
      journal, [&](const StorageError& error) { unknown.set_value(error.unknown()); }, options);
  bool acknowledged = false;
  EXPECT_TRUE(committer.submit(hall.says(message(1'000)).fresh(), [&] { acknowledged = true; }));
  EXPECT_FALSE(unknown.get_future().get());
  EXPECT_TRUE(acknowledged);
  EXPECT_FALSE(committer.submit(hall.says(message(1'001)).fresh(), [] { ADD_FAILURE(); }));
}

}  // namespace
}  // namespace talar::storage
