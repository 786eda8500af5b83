#include "storage/committer.hpp"

#include <iterator>
#include <utility>

namespace talar::storage {

Committer::Committer(Journal& journal, std::function<void(const StorageError&)> on_failure, CommitterOptions options)
    : journal_(journal),
      on_failure_(std::move(on_failure)),
      options_(std::move(options)),
      log_(journal, options_.log,
           [this](const StorageError& error) {
             {
               const std::lock_guard lock(mutex_);
               checkpoint_failed_ = error;
             }
             work_.notify_one();
           }),
      thread_([this] { run(); }) {}

Committer::~Committer() {
  stop();
}

bool Committer::submit(std::vector<Entry> entries, std::function<void()> durable) {
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopping_ || failed_ || waiting_.entries.size() < options_.entries_max; });
    if (stopping_ || failed_) return false;
    std::move(entries.begin(), entries.end(), std::back_inserter(waiting_.entries));
    waiting_.durable.push_back(std::move(durable));
  }
  // Without the mutex, or the journal thread would wake up only to wait for it.
  work_.notify_one();
  return true;
}

void Committer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_one();
  room_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::size_t Committer::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.entries.size();
}

void Committer::run() {
  try {
    for (;;) {
      const Batch batch = take();
      if (batch.durable.empty()) break;
      commit(batch);
      log_.committed();
    }
    log_.stop();
    journal_.checkpoint(Journal::Checkpoint::all);
  } catch (const StorageError& error) {
    fail(error);
  }
}

Committer::Batch Committer::take() {
  std::unique_lock lock(mutex_);
  const auto something = [&] { return stopping_ || checkpoint_failed_ || !waiting_.durable.empty(); };
  // With an empty log there is nothing to do on one's own, so there is no reason to wake up.
  while (!something() && log_.has_work()) {
    if (!work_.wait_for(lock, options_.idle_before_checkpoint, something)) log_.idle();
  }
  work_.wait(lock, something);
  if (checkpoint_failed_) throw *checkpoint_failed_;
  Batch batch = std::exchange(waiting_, {});
  lock.unlock();
  room_.notify_all();
  return batch;
}

void Committer::commit(const Batch& batch) {
  const auto start = std::chrono::steady_clock::now();
  journal_.commit(batch.entries);
  if (options_.on_commit) options_.on_commit(batch.entries.size(), std::chrono::steady_clock::now() - start);
  for (const auto& durable : batch.durable) durable();
}

void Committer::fail(const StorageError& error) {
  {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    waiting_ = {};
  }
  room_.notify_all();
  on_failure_(error);
}

}  // namespace talar::storage
