// kill -9 while it commits: whatever was acknowledged is there, and nothing is in between.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "storage/committer.hpp"
#include "storage/verify.hpp"
#include "tests/contract/store.hpp"

namespace talar::storage {
namespace {

// In the child: commits until it is killed, and writes each acknowledged seq to the pipe.
[[noreturn]] void commit_forever(const std::filesystem::path& file, int pipe) {
  Database database(file, Access::owner);
  Journal journal(database);
  const HallId id{"chamber"};
  const std::int64_t head = journal.head(id).seq;
  Hall hall = head == 0 ? founded() : Hall(id.value, head);
  CommitterOptions options;
  options.log.checkpoint_pages = 40;  // so that some are killed in the middle of a checkpoint
  Committer committer(
      journal, [](const StorageError&) { ::_exit(3); }, options);
  for (int i = 0;; ++i) {
    hall.says(message(i));
    const std::int64_t seq = hall.entries.back().recorded.seq;
    committer.submit(hall.fresh(), [pipe, seq] {
      if (::write(pipe, &seq, sizeof seq) != sizeof seq) ::_exit(4);
    });
  }
}

TEST(Crash, nothing_acknowledged_is_lost_by_kill_9) {
  Folder folder;
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::int64_t acknowledged = 0;
  for (int round = 0; round < 20; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      commit_forever(folder.file(), ends[1]);
    }
    ::close(ends[1]);
    // The moment is drawn in acknowledgements, so that every round gets somewhere on any machine.
    const int enough = std::uniform_int_distribution(1, 300)(random);
    std::int64_t seq = 0;
    for (int i = 0; i < enough && ::read(ends[0], &seq, sizeof seq) == sizeof seq; ++i) acknowledged = seq;
    ::kill(child, SIGKILL);
    while (::read(ends[0], &seq, sizeof seq) == sizeof seq) acknowledged = seq;
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

    Database database(folder.file(), Access::owner);
    Journal journal(database);
    ASSERT_GE(journal.head({"chamber"}).seq, acknowledged);
  }
  const Verification verification = verify(folder.file());
  EXPECT_TRUE(verification.good()) << verification.findings.front().sentence;
  EXPECT_GE(verification.events, acknowledged);
}

}  // namespace
}  // namespace talar::storage
