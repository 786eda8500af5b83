#include "storage/log_keeper.hpp"

#include <utility>

namespace talar::storage {

LogKeeper::LogKeeper(Journal& journal, LogOptions options, std::function<void(const StorageError&)> on_failure)
    : journal_(journal), options_(options), on_failure_(std::move(on_failure)), thread_([this] { run(); }) {}

LogKeeper::~LogKeeper() {
  stop();
}

void LogKeeper::committed() {
  unmoved_pages_ += journal_.added_pages();
  if (unmoved_pages_ > options_.behind_pages) wait_until_rested();
  if (under_way()) return;
  if (std::exchange(unfinished_, false) && journal_.log_pages() > options_.checkpoint_pages) {
    left_pages_ = journal_.checkpoint(Journal::Checkpoint::between_commits);
    unmoved_pages_ = 0;
  }
  if (unmoved_pages_ > options_.checkpoint_pages) begin();
}

void LogKeeper::idle() {
  if (unmoved()) begin();
}

void LogKeeper::begin() {
  {
    const std::lock_guard lock(mutex_);
    if (state_ != State::resting) return;
    state_ = State::due;
  }
  changed_.notify_all();
  unmoved_pages_ = 0;
  unfinished_ = true;
}

bool LogKeeper::under_way() const {
  const std::lock_guard lock(mutex_);
  return state_ == State::due || state_ == State::moving;
}

void LogKeeper::wait_until_rested() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return state_ == State::resting || state_ == State::stopped; });
}

void LogKeeper::stop() {
  wait_until_rested();
  {
    const std::lock_guard lock(mutex_);
    state_ = State::stopped;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void LogKeeper::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return state_ == State::due || state_ == State::stopped; });
    if (state_ == State::stopped) return;
    state_ = State::moving;
    lock.unlock();
    auto next = State::resting;
    try {
      // Twice: the second time only what was committed during the first, which leaves little to the journal thread.
      journal_.checkpoint(Journal::Checkpoint::beside_commits);
      left_pages_ = journal_.checkpoint(Journal::Checkpoint::beside_commits);
    } catch (const StorageError& error) {
      on_failure_(error);
      next = State::stopped;
    }
    lock.lock();
    state_ = next;
    changed_.notify_all();
  }
}

}  // namespace talar::storage
