// One hall, on the hall thread: commands in, events to the journal, patches out once they are durable.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "protocol/views.hpp"
#include "server/hall/hall.hpp"
#include "server/live/identity.hpp"

namespace talar::live {

class Sequencer {
 public:
  const HallId& id() const;
  /// As of the last accepted command; it may still be on its way to the disk.
  const hall::State& state() const;
  /// As of the last publication: durable.
  const View& view(Audience audience) const;
  std::int64_t seq() const;
  /// Devices that are connected right now.
  std::vector<DeviceId> connected_devices() const;
  bool chair_connected() const;
};

}  // namespace talar::live
