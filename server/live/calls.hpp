// What the network threads tell the hall thread. Each call may come from any thread and returns at once.
#pragma once

#include "server/live/identity.hpp"
#include "server/live/metrics.hpp"

namespace talar::live {

class Calls {
 public:
  virtual void join(ConnectionId from, const Identity& identity, Hello hello) = 0;
  virtual void leave(ConnectionId from, const HallId& hall) = 0;
  virtual void command(ConnectionId from, const Identity& identity, Do order) = 0;
  virtual void point(ConnectionId from, const HallId& hall, Point point) = 0;
  /// Its patches were shed and it has read everything before them.
  virtual void fresh_state(ConnectionId from, const HallId& hall, Audience audience) = 0;
  /// The patches of these audiences have been offered to every socket of one network thread.
  virtual void flushed(const HallId& hall, AudienceSet audiences) = 0;
  virtual Instant now() const = 0;

 protected:
  ~Calls() = default;
};

}  // namespace talar::live
