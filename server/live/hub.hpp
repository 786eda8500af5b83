// The connections of one network thread, by hall and audience. Everything here runs on that thread.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "server/live/frame.hpp"
#include "server/live/identity.hpp"
#include "server/live/limits.hpp"
#include "server/live/metrics.hpp"
#include "server/live/transport.hpp"

namespace talar::live {

class Connection;
class Halls;

/// Frames for one connection alone. They go out after the patches of the same publication.
struct Personal {
  ConnectionId to;
  std::vector<Frame> frames;
  std::size_t answers = 0;           // how many of its commands these frames answer
  std::optional<Audience> audience;  // it moves there and `fresh` replaces the patches it would have got
  Frame fresh;                       // a whole state, or the missed patches
  std::optional<CloseCode> close;    // after all that
};

/// What the hall thread hands to each network thread once per round.
struct Publication {
  std::array<Frame, audiences> patches;  // empty where this audience saw no change
  std::vector<Personal> personal;
};

class Hub {
 public:
  Hub(std::uint32_t number, asio::io_context& context, Halls& halls, const Limits& limits, Metrics& metrics);
  ~Hub();

  /// From server/web, on this hub's thread, after the 101 is written: the connection is ours from here.
  /// `unread` is what came behind the HTTP request.
  void take_over(Transport transport, Identity identity, std::string unread);

  asio::io_context& context() { return context_; }

  // From the hall thread, by post: in the order of its rounds. -----------------------------------------------------
  void publish(const HallId& hall, Publication publication);
  /// A word to everyone in the house, then Close.
  void dismiss(const Frame& bye, CloseCode code);
  void disconnect(DeviceId device, const Frame& bye);

  // From its connections. -------------------------------------------------------------------------------------------
  void lost(Connection& connection);

 private:
  struct Group;

  std::uint32_t number_;
  asio::io_context& context_;
  Halls& halls_;
  const Limits& limits_;
  Metrics& metrics_;
};

}  // namespace talar::live
