// Work that is no hurry, on threads of its own that give way to all others: so much at a time, and no more of it for
// one network than its share.
#pragma once

#include "server/live/door.hpp"
#include "server/web/limiter.hpp"
#include "server/web/workers.hpp"

namespace talar::web {

class Queue {
 public:
  /// How many may wait or be worked for, in all and of one network.
  struct Room {
    std::size_t all;
    std::size_t per_network;
  };
  Queue(std::size_t threads, Room room)
      : door_(room.all, room.per_network), workers_(threads, room.all, Workers::Priority::low) {}

  /// As Workers::run. Nothing when there is no room (for this network).
  template <class Job>
  boost::asio::awaitable<std::optional<std::invoke_result_t<Job>>> run(std::string address, Job job) {
    const auto place = door_.admit(network_of(address));
    if (!place) co_return std::nullopt;
    // Two statements: GCC 12 destroys such a temporary of a co_await expression twice.
    auto done = workers_.run(std::move(job));
    co_return co_await std::move(done);
  }

  void join() { workers_.join(); }

 private:
  live::Door door_;
  Workers workers_;
};

}  // namespace talar::web
