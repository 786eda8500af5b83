#include "server/live/roll.hpp"

#include <algorithm>

namespace talar::live {

void Roll::enter(ConnectionId id, Line line) {
  if (line.identity.person) persons_[*line.identity.person].push_back(id);
  if (line.identity.device) devices_[*line.identity.device].push_back(id);
  lines_.emplace(id, std::move(line));
}

template <class Id>
void Roll::strike(Index<Id>& index, const std::optional<Id>& id, ConnectionId connection) {
  if (!id) return;
  const auto theirs = index.find(*id);
  std::erase(theirs->second, connection);
  if (theirs->second.empty()) index.erase(theirs);
}

void Roll::leave(ConnectionId id) {
  const auto found = lines_.find(id);
  if (found == lines_.end()) return;
  strike(persons_, found->second.identity.person, id);
  strike(devices_, found->second.identity.device, id);
  lines_.erase(found);
}

Roll::Line* Roll::find(ConnectionId id) {
  const auto found = lines_.find(id);
  return found == lines_.end() ? nullptr : &found->second;
}

std::vector<DeviceId> Roll::devices() const {
  std::vector<DeviceId> devices;
  for (const auto& [device, connections] : devices_) devices.push_back(device);
  std::ranges::sort(devices);
  return devices;
}

}  // namespace talar::live
