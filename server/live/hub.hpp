// The connections of one network thread, by hall and audience. Everything here runs on that thread.
//
// What goes to a whole audience leaves in slices, with a look at the other sockets between two of them: ten thousand
// sends in one go would keep everybody's commands waiting for a tenth of a second.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/live/calls.hpp"
#include "server/live/deflate.hpp"
#include "server/live/farewell.hpp"
#include "server/live/frame.hpp"
#include "server/live/limits.hpp"
#include "server/live/metrics.hpp"
#include "server/live/transport.hpp"

namespace talar::live {

class Connection;

/// Frames for one connection alone, in the order in which they go out: after the patch of the same publication.
struct Personal {
  ConnectionId to;
  Bytes welcome{};                     // of a join, or of a change of audience
  Frame fresh{};                       // a whole state, or the missed patches in one piece
  std::string frames{};                // receipts and the like
  std::size_t answers = 0;             // how many of its commands they answer
  std::optional<Audience> audience{};  // from now on it belongs to this one
  std::optional<Farewell> farewell{};  // after all that
};

/// What the hall thread hands to a network thread at once.
struct Publication {
  std::array<Frame, audiences> patches;  // empty where this audience sees no change
  std::vector<Personal> personal;

  bool empty() const { return std::ranges::none_of(patches, &Frame::operator bool) && personal.empty(); }
};

class Hub {
 public:
  using Clock = std::chrono::steady_clock;

  Hub(std::uint32_t number, asio::io_context& context, Calls& calls, const Limits& limits, Metrics& metrics);
  ~Hub();

  /// From server/web, on this hub's thread, after the 101 is written: the connection is ours from here.
  /// `unread` is what came behind the HTTP request.
  void take_over(Transport transport, Identity identity, std::string unread, Compression compression);

  // From the hall thread, by post: in the order of its publications.
  /// Says `flushed` to the hall when the last connection has been offered its patch.
  void publish(const HallId& hall, const Publication& publication);
  /// To everybody of the audience but one, as far as their sockets are idle.
  void hint(const HallId& hall, Audience audience, ConnectionId but, const Bytes& frame);
  void disconnect(DeviceId device, const Farewell& farewell);
  /// Everyone, and whoever still comes. `gone` when the last connection has ended.
  void dismiss(const Farewell& farewell, std::function<void()> gone);

  // From its connections.
  void lost(Connection& connection);
  asio::io_context& context() { return context_; }
  Calls& calls() { return calls_; }
  const Limits& limits() const { return limits_; }
  Metrics& metrics() { return metrics_; }
  std::span<char> scratch() { return scratch_; }

 private:
  using Members = std::vector<Connection*>;
  /// The connections of one hall that see the same, and the patch that is on its way to them.
  struct Group {
    const HallId* hall = nullptr;
    Audience audience = Audience::public_;
    Members members;
    Frame patch;
    std::uint64_t flush = 0;  // the patch's number
    std::size_t next = 0;     // the members before it have the patch
  };
  using Groups = std::array<Group, audiences>;

  Connection* find(ConnectionId id);
  Groups& groups_of(const HallId& hall);
  Group& group_of(const Connection& connection);
  void enter(Connection& connection, Audience audience);
  void leave_group(Connection& connection);
  void tell(const Personal& personal);
  void begin(Group& group, const Frame& patch);
  void deliver(Group& group, Connection& connection, Clock::time_point now);
  /// True when that was the last one.
  bool send_slice(Group& group);
  void finish(Group& group);
  void go_on();
  void go_on_soon();
  void sweep();
  void bury();

  const std::uint32_t number_;
  asio::io_context& context_;
  Calls& calls_;
  const Limits& limits_;
  Metrics& metrics_;
  std::vector<char> scratch_;  // every connection reads into it: nothing stays there between two turns

  std::uint64_t last_number_ = 0;
  std::unordered_map<std::uint64_t, std::shared_ptr<Connection>> connections_;
  std::map<HallId, Groups> halls_;
  std::deque<Group*> sending_;                     // with a patch on its way, by turns; observers begin last
  std::vector<std::shared_ptr<Connection>> dead_;  // left in their groups until nobody iterates
  bool going_on_ = false;
  std::optional<Farewell> dismissed_;
  std::unordered_map<DeviceId, Farewell> revoked_;
  std::function<void()> gone_;
  asio::steady_timer sweep_timer_;
};

}  // namespace talar::live
