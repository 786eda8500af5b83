// The threads for what blocks (database, argon2id), so that network threads never do. Bounded: too much work is
// refused.
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <utility>

namespace talar::web {

class Workers {
 public:
  /// low: whenever there is other work for the processor, that goes first.
  enum class Priority { usual, low };

  Workers(std::size_t threads, std::size_t jobs_max, Priority priority = Priority::usual)
      : pool_(threads), jobs_max_(jobs_max), priority_(priority) {}

  /// Runs `job` on a worker and comes back to the caller's thread; nothing when too many wait already.
  template <class Job>
  boost::asio::awaitable<std::optional<std::invoke_result_t<Job>>> run(Job job) {
    const Place place(jobs_);
    if (place.number > jobs_max_) co_return std::nullopt;
    co_return co_await boost::asio::co_spawn(pool_, carry_out(std::move(job), priority_), boost::asio::use_awaitable);
  }

  /// Waits for the jobs that run.
  void join() { pool_.join(); }

 private:
  /// Shared, because a coroutine that was never resumed gives its place back after the workers have gone.
  struct Place {
    explicit Place(std::shared_ptr<std::atomic<std::size_t>> jobs_) : jobs(std::move(jobs_)), number(++*jobs) {}
    Place(const Place&) = delete;
    ~Place() { --*jobs; }

    std::shared_ptr<std::atomic<std::size_t>> jobs;
    std::size_t number;
  };

  template <class Job>
  static boost::asio::awaitable<std::invoke_result_t<Job>> carry_out(Job job, Priority priority) {
    if (priority == Priority::low) give_way();
    co_return job();
  }
  /// On Linux a thread has a niceness of its own.
  static void give_way() {
    constexpr int niceness = 15;
    thread_local const int given = setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
    static_cast<void>(given);
  }

  boost::asio::thread_pool pool_;
  std::shared_ptr<std::atomic<std::size_t>> jobs_ = std::make_shared<std::atomic<std::size_t>>(0);
  const std::size_t jobs_max_;
  const Priority priority_;
};

}  // namespace talar::web
