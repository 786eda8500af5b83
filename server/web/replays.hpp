// Any past meeting once more, second by second, as whoever asks was shown it.
#pragma once

#include <atomic>
#include <list>
#include <mutex>

#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "server/web/snapshots.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"

namespace talar::web {

struct ReplayLimits {
  std::size_t bytes = 16'000'000;        // of one replay
  std::size_t shelf_bytes = 48'000'000;  // of those that are kept, the last ones that were asked for
};

/// The replays that were asked for last. Any thread may ask.
class ReplayShelf {
 public:
  explicit ReplayShelf(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  Body find(const std::string& name);
  void keep(std::string name, Body body);

 private:
  struct Kept {
    std::string name;
    Body body;
  };

  const std::size_t bytes_max_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the last one first
  std::size_t bytes_ = 0;
};

/// Blocks, perhaps for seconds: not for a network thread. Any thread may call; one replay is made at a time. People of
/// the hall wait a little for their turn, all others are told to come again, also while anybody of the hall waits.
class ReplayDesk {
 public:
  ReplayDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory,
             ReplayLimits limits)
      : accounts_(accounts), archive_(archive), directory_(directory), limits_(limits), shelf_(limits.shelf_bytes) {}

  Response replay(const Request& request, const HallId& hall, std::string_view meeting);

 private:
  using Making = std::unique_lock<std::timed_mutex>;
  /// Owned or not.
  Making turn_to_make(Audience audience);
  /// Nothing when there is no such record any more.
  std::optional<Response> make(const HallId& hall, MeetingId meeting, Audience audience, const std::string& name);

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
  const ReplayLimits limits_;
  Snapshots snapshots_;
  ReplayShelf shelf_;
  std::timed_mutex making_;
  std::atomic<std::size_t> waiting_ = 0;  // people of the hall
};

}  // namespace talar::web
