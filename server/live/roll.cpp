#include "server/live/roll.hpp"

namespace talar::live {

void Roll::enter(ConnectionId id, Line line) {
  if (line.identity.person) persons_[*line.identity.person].push_back(id);
  lines_.emplace(id, std::move(line));
}

void Roll::leave(ConnectionId id) {
  const auto found = lines_.find(id);
  if (found == lines_.end()) return;
  if (const auto person = found->second.identity.person) {
    const auto theirs = persons_.find(*person);
    std::erase(theirs->second, id);
    if (theirs->second.empty()) persons_.erase(theirs);
  }
  lines_.erase(found);
}

Roll::Line* Roll::find(ConnectionId id) {
  const auto found = lines_.find(id);
  return found == lines_.end() ? nullptr : &found->second;
}

std::vector<ConnectionId> Roll::connections_of(PersonId person) const {
  const auto theirs = persons_.find(person);
  return theirs == persons_.end() ? std::vector<ConnectionId>{} : theirs->second;
}

std::vector<DeviceId> Roll::devices() const {
  std::set<DeviceId> devices;
  for (const auto& [id, line] : lines_) {
    if (line.identity.device) devices.insert(*line.identity.device);
  }
  return {devices.begin(), devices.end()};
}

}  // namespace talar::live
