#include "storage/committer.hpp"

#include <iterator>
#include <utility>

namespace talar::storage {

Committer::Committer(Journal& journal, std::function<void(const StorageError&)> on_failure, CommitterOptions options)
    : journal_(journal), on_failure_(std::move(on_failure)), options_(std::move(options)), thread_([this] { run(); }) {}

Committer::~Committer() {
  stop();
}

bool Committer::submit(std::vector<Entry> entries, std::function<void()> durable) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopping_ || failed_ || waiting_.entries.size() < options_.entries_max; });
  if (stopping_ || failed_) return false;
  std::move(entries.begin(), entries.end(), std::back_inserter(waiting_.entries));
  waiting_.durable.push_back(std::move(durable));
  lock.unlock();
  changed_.notify_all();
  return true;
}

void Committer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::size_t Committer::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.entries.size();
}

void Committer::run() {
  for (;;) {
    Batch batch;
    bool idle = false;
    {
      std::unique_lock lock(mutex_);
      const auto something = [&] { return stopping_ || !waiting_.durable.empty(); };
      // With an empty log there is nothing to do on one's own, so there is no reason to wake up.
      if (journal_.log_pages() == 0)
        changed_.wait(lock, something);
      else
        idle = !changed_.wait_for(lock, options_.idle_before_checkpoint, something);
      if (stopping_ && waiting_.durable.empty()) break;
      batch = std::exchange(waiting_, {});
    }
    changed_.notify_all();
    if (!idle && !commit(batch)) return;
    if ((idle || journal_.log_pages() > options_.checkpoint_pages) && !checkpoint(Journal::Checkpoint::what_is_free))
      return;
  }
  checkpoint(Journal::Checkpoint::all);
}

bool Committer::commit(Batch& batch) {
  const auto start = std::chrono::steady_clock::now();
  try {
    journal_.commit(batch.entries);
  } catch (const StorageError& error) {
    fail(error);
    return false;
  }
  if (options_.on_commit) options_.on_commit(batch.entries.size(), std::chrono::steady_clock::now() - start);
  for (const auto& durable : batch.durable) durable();
  return true;
}

bool Committer::checkpoint(Journal::Checkpoint checkpoint) {
  try {
    journal_.checkpoint(checkpoint);
    return true;
  } catch (const StorageError& error) {
    fail(error);
    return false;
  }
}

void Committer::fail(const StorageError& error) {
  {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    waiting_ = {};
  }
  changed_.notify_all();
  on_failure_(error);
}

}  // namespace talar::storage
