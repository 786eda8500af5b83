// The HTTP connections of one network thread, from accept until they close or become WebSockets.
#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <list>
#include <memory>
#include <set>
#include <vector>

#include "server/live/door.hpp"
#include "server/live/hub.hpp"
#include "server/live/transport.hpp"
#include "server/web/service.hpp"

namespace talar::web {

class RequestReader;

/// Shared by its visits: the last one may end after the server has gone.
class Lane : public std::enable_shared_from_this<Lane> {
 public:
  /// In one place of those for answers.
  static constexpr std::size_t answer_place_bytes = 256 * 1024;
  /// Both count for all lanes. uploads: each in memory until it is in the database. answers: what is on its way out.
  struct Doors {
    live::Door& uploads;
    live::Door& answers;
  };
  /// For a request's head from the connection's beginning, TLS included, and for its body.
  struct Patience {
    std::chrono::milliseconds head, body;
  };

  Lane(live::asio::io_context& context, live::Hub& hub, Service& service, Workers& workers, Doors doors,
       Patience patience, std::chrono::milliseconds sweep)
      : context_(context),
        hub_(hub),
        service_(service),
        workers_(workers),
        doors_(doors),
        patience_(patience),
        sweep_(sweep),
        sweep_timer_(context) {}

  // All of it on the hub's thread.
  live::asio::awaitable<void> serve(live::Transport transport, std::string address);
  /// Ends, in a moment, the oldest connection to which no answer is owed; false when there is none.
  bool drop_the_slowest();
  /// Idle connections end now, busy ones after their answer.
  void stop_politely();
  /// Everyone who still waits is woken and ends.
  void stop_now();
  std::size_t visits() const { return visits_.size(); }

  live::asio::io_context& context() { return context_; }

 private:
  using Clock = std::chrono::steady_clock;
  /// One connection: known to the lane as long as it is here.
  struct Visit;

  live::asio::awaitable<bool> read_request(Visit& visit);
  /// False when whoever brings a file was turned away.
  live::asio::awaitable<bool> admit_upload(Visit& visit);
  live::asio::awaitable<void> refuse(Visit& visit, Response response);
  /// For what nobody else is being sent; nothing when too much is on its way already.
  using Places = std::vector<live::Door::Ticket>;
  std::optional<Places> room_for(const Visit& visit, const Response& response);
  live::asio::awaitable<bool> reply(Visit& visit, const Request& request, Response response);
  /// True when the connection is a WebSocket now and no longer ours.
  live::asio::awaitable<bool> upgrade(Visit& visit, const Request& request);
  void sweep_later();
  void sweep();

  live::asio::io_context& context_;
  live::Hub& hub_;
  Service& service_;
  Workers& workers_;
  const Doors doors_;
  const Patience patience_;
  const std::chrono::milliseconds sweep_;
  std::array<char, 8 * 1024> scratch_;  // every visit reads into it, and takes from it before anybody else can read
  std::set<Visit*> visits_;
  std::list<Visit*> unowed_;  // those of them who have not asked yet, or been answered for good; the oldest first
  live::asio::steady_timer sweep_timer_;
  bool stopping_ = false;
};

}  // namespace talar::web
