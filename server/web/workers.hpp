// The threads for what blocks (database, argon2id), so that network threads never do. Bounded: too much work is
// refused.
#pragma once

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
  Workers(std::size_t threads, std::size_t jobs_max) : pool_(threads), jobs_max_(jobs_max) {}

  /// Runs `job` on a worker and comes back to the caller's thread; nothing when too many wait already.
  template <class Job>
  boost::asio::awaitable<std::optional<std::invoke_result_t<Job>>> run(Job job) {
    const Place place(jobs_);
    if (place.number > jobs_max_) co_return std::nullopt;
    co_return co_await boost::asio::co_spawn(pool_, carry_out(std::move(job)), boost::asio::use_awaitable);
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
  static boost::asio::awaitable<std::invoke_result_t<Job>> carry_out(Job job) {
    co_return job();
  }

  boost::asio::thread_pool pool_;
  std::shared_ptr<std::atomic<std::size_t>> jobs_ = std::make_shared<std::atomic<std::size_t>>(0);
  const std::size_t jobs_max_;
};

}  // namespace talar::web
