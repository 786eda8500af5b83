// The journal thread: takes everything that waits, commits it in one transaction, then says so in order (group commit).
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "storage/log_keeper.hpp"

namespace talar::storage {

struct CommitterOptions {
  std::size_t entries_max = 10'000;  // waiting; submit waits beyond that
  LogOptions log;
  std::chrono::milliseconds idle_before_checkpoint{500};
  /// For metrics, on the journal thread: how many entries one transaction took and how long it lasted.
  std::function<void(std::size_t entries, std::chrono::nanoseconds took)> on_commit;
};

class Committer {
 public:
  /// `on_failure` is called once, on the journal thread; from then on nothing is committed and nothing acknowledged:
  /// what became of everything submitted and not yet `durable` is unknown.
  Committer(Journal& journal, std::function<void(const StorageError&)> on_failure, CommitterOptions options = {});
  ~Committer();

  /// `durable` runs on the journal thread after COMMIT, in the order of submission; it must not throw, nor wait for
  /// the submitting thread. Waits while the queue is full. False, and nothing taken, after a failure or stop.
  bool submit(std::vector<Entry> entries, std::function<void()> durable);

  /// Commits what waits, empties the write-ahead log and ends the thread. Idempotent; not from the journal thread.
  void stop();

  /// Entries that wait, for metrics.
  std::size_t waiting() const;

 private:
  struct Batch {
    std::vector<Entry> entries;
    std::vector<std::function<void()>> durable;
  };

  void run();
  /// Everything that waits, as soon as anything does; nothing once stopped.
  Batch take();
  void commit(const Batch& batch);
  void fail(const StorageError& error);

  Journal& journal_;
  const std::function<void(const StorageError&)> on_failure_;
  const CommitterOptions options_;

  mutable std::mutex mutex_;
  std::condition_variable work_;                   // for the journal thread
  std::condition_variable room_;                   // for those who submit
  Batch waiting_;                                  // guarded by mutex_
  bool stopping_ = false;                          // guarded by mutex_
  bool failed_ = false;                            // guarded by mutex_
  std::optional<StorageError> checkpoint_failed_;  // guarded by mutex_
  LogKeeper log_;
  std::thread thread_;
};

}  // namespace talar::storage
