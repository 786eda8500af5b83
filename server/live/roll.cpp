#include "server/live/roll.hpp"

namespace talar::live {

void Roll::enter(ConnectionId id, Line line) {
  if (line.identity.person) ++persons_[*line.identity.person];
  lines_.emplace(id, std::move(line));
}

void Roll::leave(ConnectionId id) {
  const auto found = lines_.find(id);
  if (found == lines_.end()) return;
  if (const auto person = found->second.identity.person) {
    const auto count = persons_.find(*person);
    if (--count->second == 0) persons_.erase(count);
  }
  lines_.erase(found);
}

Roll::Line* Roll::find(ConnectionId id) {
  const auto found = lines_.find(id);
  return found == lines_.end() ? nullptr : &found->second;
}

std::vector<DeviceId> Roll::devices() const {
  std::set<DeviceId> devices;
  for (const auto& [id, line] : lines_) {
    if (line.identity.device) devices.insert(*line.identity.device);
  }
  return {devices.begin(), devices.end()};
}

}  // namespace talar::live
