// kill -9 and full disks: whatever was acknowledged is in the box, and nothing is in it twice.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <random>
#include <set>

#include "tests/contract/full_disk.hpp"
#include "tests/unit/ballots/booth.hpp"

namespace talar::ballots {
namespace {

/// A vote that is open, and ballots that are collected and not cast.
struct Collected {
  explicit Collected(const Folder& folder, std::size_t count) {
    const storage::Database database(folder.file(), storage::Access::owner);
    Box box(database, at_once());
    box.start({});
    vote = opened(box);
    for (std::size_t n = 0; n < count; ++n) ballots.push_back(collected(box, vote));
  }
  VoteUnderWay vote;
  std::vector<Signed> ballots;
};

// In the child: casts until it is killed, and writes the number of each acknowledged ballot to the pipe.
[[noreturn]] void cast_forever(const std::filesystem::path& file, const Collected& given, std::size_t from, int pipe) {
  const storage::Database database(file, storage::Access::owner);
  BoxOptions options;
  options.group = 3;
  options.patience = std::chrono::milliseconds(1);
  options.on_failure = [](const storage::StorageError&) { ::_exit(3); };
  Box box(database, options);
  box.start({given.vote});
  std::atomic<int> unanswered = 0;
  for (std::size_t n = from;; n = (n + 1) % given.ballots.size()) {
    while (unanswered >= 20) std::this_thread::yield();
    ++unanswered;
    box.cast(given.ballots[n].message, given.ballots[n].signature, [pipe, n, &unanswered](const auto& answer) {
      if (!answer || ::write(pipe, &n, sizeof n) != sizeof n) ::_exit(4);
      --unanswered;
    });
  }
}

TEST(BoxCrash, nothing_acknowledged_is_lost_by_kill_9) {
  const Folder folder;
  const Collected given(folder, 400);
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::set<std::size_t> acknowledged;
  for (int round = 0; round < 12; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    // The last ones again: whoever has no answer asks again.
    const std::size_t last = acknowledged.empty() ? 0 : *acknowledged.rbegin();
    if (child == 0) {
      ::close(ends[0]);
      cast_forever(folder.file(), given, last - std::min<std::size_t>(last, 5), ends[1]);
    }
    ::close(ends[1]);
    const int enough = std::uniform_int_distribution(1, 30)(random);
    std::size_t number = 0;
    for (int i = 0; i < enough && ::read(ends[0], &number, sizeof number) == sizeof number; ++i)
      acknowledged.insert(number);
    ::kill(child, SIGKILL);
    while (::read(ends[0], &number, sizeof number) == sizeof number) acknowledged.insert(number);
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

    const storage::Database database(folder.file(), storage::Access::owner);
    std::set<storage::Digest> kept;
    for (const auto& ballot : storage::ballots_of(database, given.vote.vote))
      EXPECT_TRUE(kept.insert(ballot.hash).second);
    for (const std::size_t n : acknowledged) ASSERT_TRUE(kept.contains(storage::digest(given.ballots[n].message))) << n;
  }
  const storage::Database database(folder.file(), storage::Access::owner);
  Box box(database, at_once());
  box.start({given.vote});
  for (const Signed& ballot : given.ballots) box.cast(ballot.message, ballot.signature, [](const auto&) {});
  EXPECT_EQ(sealed(box, given.vote.vote).ballots.size(), given.ballots.size());
}

TEST(BoxCrash, sealing_again_after_a_restart_gives_the_same) {
  const Folder folder;
  const Collected given(folder, 10);
  SealedBallots before;
  {
    const storage::Database database(folder.file(), storage::Access::owner);
    Box box(database, at_once());
    box.start({given.vote});
    for (const Signed& ballot : given.ballots) box.cast(ballot.message, ballot.signature, [](const auto&) {});
    before = sealed(box, given.vote.vote);
  }
  const storage::Database database(folder.file(), storage::Access::owner);
  Box box(database, at_once());
  box.start({given.vote});
  const SealedBallots after = sealed(box, given.vote.vote);
  EXPECT_EQ(after.ballots, before.ballots);
  EXPECT_EQ(after.digest, before.digest);
}

TEST(BoxCrash, what_died_before_it_was_finished_is_finished_at_the_next_start) {
  const Folder folder;
  const Collected given(folder, 10);
  {
    const storage::Database database(folder.file(), storage::Access::owner);
    Box box(database, at_once());
    box.start({given.vote});
    for (const Signed& ballot : given.ballots) box.cast(ballot.message, ballot.signature, [](const auto&) {});
    sealed(box, given.vote.vote);
  }
  const storage::Database database(folder.file(), storage::Access::owner);
  Box box(database, at_once());
  box.start({});
  box.stop();
  EXPECT_EQ(storage::number_in(folder.file(), "SELECT count(*) FROM ballot_key"), 0);
  EXPECT_EQ(storage::ballots_of(database, given.vote.vote).size(), given.ballots.size());
}

TEST(BoxCrash, a_full_disk_ends_it_and_nothing_is_acknowledged_after_that) {
  const Folder folder;
  const Collected given(folder, 200);
  std::set<std::size_t> acknowledged;
  {
    const storage::Database database(folder.file(), storage::Access::owner);
    std::promise<bool> unknown;
    BoxOptions options;
    options.group = 1;
    options.on_failure = [&](const storage::StorageError& error) { unknown.set_value(error.unknown()); };
    Box box(database, options);
    box.start({given.vote});
    EXPECT_TRUE(cast(box, given.ballots[0]).get());
    const storage::FullDisk full(std::filesystem::file_size(folder.file("talar.db-wal")) + 20'000);
    for (std::size_t n = 1; n < given.ballots.size(); ++n)
      box.cast(given.ballots[n].message, given.ballots[n].signature, [&acknowledged, n](const auto& answer) {
        if (answer) acknowledged.insert(n);
      });
    EXPECT_TRUE(unknown.get_future().get());
    EXPECT_EQ(refusal_of(cast(box, given.ballots.back())), RefusalCode::shutting_down);
  }
  const storage::Database database(folder.file(), storage::Access::owner);
  Box box(database, at_once());
  box.start({given.vote});
  EXPECT_GE(box.counted(given.vote.vote), static_cast<std::int64_t>(acknowledged.size()) + 1);
  EXPECT_LT(box.counted(given.vote.vote), 200);
  EXPECT_TRUE(cast(box, given.ballots.back()).get());
}

}  // namespace
}  // namespace talar::ballots
