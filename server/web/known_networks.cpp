#include "server/web/known_networks.hpp"

namespace talar::web {

void KnownNetworks::note(const std::string& network, Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(until_, [&](const auto& entry) { return entry.second <= now; });
  if (until_.size() < networks_max || until_.contains(network)) until_[network] = now + known_for;
}

bool KnownNetworks::knows(const std::string& network, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = until_.find(network);
  return found != until_.end() && now < found->second;
}

}  // namespace talar::web
