// Keeps the write-ahead log short while commits go on: a thread of its own moves it into the database beside them.
//
// SQLite begins the log anew, and so reuses its file, only when a commit finds every page of it moved. Under constant
// commits that moment never comes by itself: each checkpoint leaves what was committed during it. So once the thread
// has moved the bulk, the journal thread moves the last few pages between two commits.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "storage/journal.hpp"

namespace talar::storage {

struct LogOptions {
  int checkpoint_pages = 2'000;  // 4 KiB each: so many not yet moved are worth a checkpoint
  int behind_pages = 20'000;     // more than that during one checkpoint, and commits wait for it
};

class LogKeeper {
 public:
  /// `on_failure` runs on the keeper's thread, once; then nothing is moved any more.
  LogKeeper(Journal& journal, LogOptions options, std::function<void(const StorageError&)> on_failure);
  ~LogKeeper();

  // On the journal thread:
  /// After each commit. May throw StorageError.
  void committed();
  /// When there is nothing to commit for a while. Does nothing when everything is moved.
  void idle();
  /// Whether that is worth being called for: something is not moved, or may turn out not to be.
  bool has_work() const { return unmoved() || under_way(); }
  /// A checkpoint has begun and not ended.
  bool under_way() const;
  /// Waits for a checkpoint under way; no other will begin.
  void stop();

 private:
  enum class State { resting, due, moving, stopped };

  void run();
  void begin();
  bool unmoved() const { return unmoved_pages_ > 0 || left_pages_ > 0; }
  void wait_until_rested();

  Journal& journal_;
  const LogOptions options_;
  const std::function<void(const StorageError&)> on_failure_;
  int unmoved_pages_ = 0;            // committed since the last checkpoint began; of the journal thread
  bool unfinished_ = false;          // since then nobody saw whether the log begins anew; of the journal thread
  std::atomic<int> left_pages_ = 0;  // by the last checkpoint, because a reader needs them

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  State state_ = State::resting;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace talar::storage
