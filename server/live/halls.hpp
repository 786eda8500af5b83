// The running halls: the hall thread with a sequencer per hall, the network threads with a hub each. This is what
// server/web and the app hold in their hands. Everything is called from any thread unless it says otherwise.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "protocol/commands.hpp"
#include "protocol/events.hpp"
#include "server/live/hub.hpp"
#include "server/live/limits.hpp"
#include "server/live/metrics.hpp"

namespace talar::ballots {
class Box;
}  // namespace talar::ballots
namespace talar::storage {
class Database;
class Journal;
}  // namespace talar::storage

namespace talar::live {

class Sequencer;

class Halls {
 public:
  using Done = std::function<void(Result<std::int64_t>)>;

  struct Settings {
    std::size_t network_threads = 1;
    Limits limits;
    std::function<Instant()> clock;       // UTC; default: the system's
    std::function<std::uint64_t()> draw;  // random bits for ids and epochs; default: getrandom
    /// The journal cannot write: everyone has been told; called once, on the hall thread. The app exits non-zero.
    std::function<void(const std::string& reason)> on_failure;
  };

  /// Replays every hall of the journal; throws when it cannot be read. The journal thread is ours from here on, and so
  /// is the database's ballot box.
  Halls(storage::Journal& journal, const storage::Database& database, Settings settings);
  ~Halls();

  // The app. ----------------------------------------------------------------------------------------------------------
  void start();
  /// Refuses new commands, lets the journal finish, says `restarting` to everyone, closes (1012). Blocks, bounded.
  void stop();
  /// Ends the threads; after stop(), and after server/web has let go of the network threads.
  void join();
  /// The injected clock was moved: deadlines are looked at again (tests).
  void time_moved();

  std::size_t network_threads() const;
  asio::io_context& network(std::size_t thread);
  Hub& hub(std::size_t thread);
  /// Signs and takes secret ballots.
  ballots::Box& box();
  const Limits& limits() const;
  Metrics& metrics();
  Instant now() const;
  /// False once stop() began or the journal failed: /readyz.
  bool ready() const;

  // Any caller. -------------------------------------------------------------------------------------------------------
  std::vector<HallId> ids() const;
  bool exists(const HallId& hall) const;

  /// A new hall from its founding events (the import); `done` on the hall thread once it is durable.
  void found(const HallId& hall, std::vector<Event> founding, Done done);
  /// A command of the server's own people (the import acts as the system): `done` on the hall thread, with the seq,
  /// once durable.
  void execute(const HallId& hall, hall::Context::Kind kind, std::optional<PersonId> person, Command command,
               Done done);
  /// Ends every connection of a revoked device: bye signed_out.
  void disconnect(DeviceId device);
  /// `look` runs on the hall thread; null when there is no such hall.
  void with(const HallId& hall, std::function<void(const Sequencer*)> look);
  /// The same for a coroutine: `co_await halls.ask(hall, [](const Sequencer* hall) { return ...; })`.
  template <class Look>
  asio::awaitable<std::invoke_result_t<Look, const Sequencer*>> ask(HallId hall, Look look);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

template <class Look>
asio::awaitable<std::invoke_result_t<Look, const Sequencer*>> Halls::ask(HallId hall, Look look) {
  using Answer = std::invoke_result_t<Look, const Sequencer*>;
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Answer)>(
      [this, hall, look](auto handler) mutable {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        with(hall, [waiting, look](const Sequencer* sequencer) mutable {
          auto executor = asio::get_associated_executor(*waiting);
          asio::post(executor,
                     [waiting, answer = look(sequencer)]() mutable { std::move (*waiting)(std::move(answer)); });
        });
      },
      asio::use_awaitable);
}

}  // namespace talar::live
