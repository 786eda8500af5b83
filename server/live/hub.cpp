#include "server/live/hub.hpp"

#include <boost/asio/post.hpp>

#include "server/live/connection.hpp"

namespace talar::live {
namespace {

std::size_t index(Audience audience) {
  return static_cast<std::size_t>(audience);
}

}  // namespace

Hub::Hub(std::uint32_t number, asio::io_context& context, Calls& calls, const Limits& limits, Metrics& metrics)
    : number_(number),
      context_(context),
      calls_(calls),
      limits_(limits),
      metrics_(metrics),
      scratch_(limits.read_bytes),
      sweep_timer_(context) {}

Hub::~Hub() = default;

// Coming and going ----------------------------------------------------------------------------------------------------

void Hub::take_over(Transport transport, Identity identity, std::string unread, Compression compression) {
  const ConnectionId id{number_, ++last_number_};
  const auto connection =
      std::make_shared<Connection>(*this, id, std::move(transport), std::move(identity), compression);
  connections_.emplace(id.number, connection);
  metrics_.connections_total.fetch_add(1, std::memory_order_relaxed);
  if (connections_.size() == 1) sweep();
  connection->start(std::move(unread));
  if (dismissed_) connection->dismiss(*dismissed_);
  // Revoked between its sign-in check and here.
  const auto& device = connection->identity().device;
  const auto farewell = device ? revoked_.find(*device) : revoked_.end();
  if (farewell != revoked_.end()) connection->dismiss(farewell->second);
}

Connection* Hub::find(ConnectionId id) {
  const auto found = connections_.find(id.number);
  return found == connections_.end() || found->second->dead() ? nullptr : found->second.get();
}

void Hub::enter(Connection& connection, Audience audience) {
  Members& members = halls_[connection.identity().hall][index(audience)].members;
  connection.place = Connection::Place{audience, members.size()};
  members.push_back(&connection);
  metrics_.connections[index(audience)].fetch_add(1, std::memory_order_relaxed);
}

void Hub::leave_group(Connection& connection) {
  if (!connection.place) return;
  const auto [audience, slot] = *connection.place;
  Members& members = halls_[connection.identity().hall][index(audience)].members;
  members.back()->place->slot = slot;
  std::swap(members[slot], members.back());
  members.pop_back();
  connection.place.reset();
  metrics_.connections[index(audience)].fetch_sub(1, std::memory_order_relaxed);
}

void Hub::lost(Connection& connection) {
  calls_.leave(connection.id(), connection.identity().hall);
  if (dead_.empty()) asio::post(context_, [this] { bury(); });
  dead_.push_back(connection.shared_from_this());
}

void Hub::bury() {
  for (const auto& connection : std::exchange(dead_, {})) {
    leave_group(*connection);
    connections_.erase(connection->id().number);
  }
  if (connections_.empty()) {
    sweep_timer_.cancel();
    if (gone_) std::exchange(gone_, {})();
  }
}

void Hub::sweep() {
  const auto now = Clock::now();
  for (const auto& [number, connection] : connections_) connection->sweep(now);
  sweep_timer_.expires_after(limits_.sweep);
  sweep_timer_.async_wait([this](const error_code& error) {
    if (!error) sweep();
  });
}

// What the hall thread says -------------------------------------------------------------------------------------------

void Hub::publish(const HallId& hall, Publication publication) {
  // A state or a change of audience has its exact place between two patches: it is not merged into a turn.
  const bool exact =
      std::ranges::any_of(publication.personal, [](const Personal& p) { return p.fresh || p.audience || p.farewell; });
  if (exact) flush();
  for (const Personal& personal : publication.personal) {
    Connection* const connection = personal.audience ? find(personal.to) : nullptr;
    if (connection) leave_group(*connection);
  }
  Groups& groups = halls_[hall];
  for (std::size_t i = 0; i < audiences; ++i) {
    if (!publication.patches[i] || groups[i].members.empty()) continue;
    if (groups[i].turn.empty()) touched_.push_back(&groups[i]);
    groups[i].turn.push_back(publication.patches[i]);
  }
  std::ranges::move(publication.personal, std::back_inserter(personal_));
  if (exact)
    flush();
  else
    flush_at_turn_end();
}

void Hub::flush_at_turn_end() {
  if (std::exchange(flush_posted_, true)) return;
  asio::post(context_, [this] {
    flush_posted_ = false;
    flush();
  });
}

void Hub::flush() {
  // Whoever gets something personal gets it in one send with the patches before it.
  for (const Personal& personal : personal_) {
    if (Connection* const connection = find(personal.to)) connection->cork();
  }
  for (Group* const group : std::exchange(touched_, {})) broadcast(*group);
  for (const Personal& personal : std::exchange(personal_, {})) {
    Connection* const connection = find(personal.to);
    if (!connection) continue;
    connection->personal(personal);
    if (personal.audience && !connection->dead()) enter(*connection, *personal.audience);
    connection->uncork();
  }
}

void Hub::broadcast(Group& group) {
  const Frame frames = concat(group.turn);
  const std::size_t patches = group.turn.size();
  group.turn.clear();
  // Nobody leaves the group in here: who fails is buried later.
  for (Connection* const connection : group.members) {
    if (!connection->dead()) connection->patches(frames);
  }
  metrics_.frames_sent.fetch_add(patches * group.members.size(), std::memory_order_relaxed);
  metrics_.bytes_sent.fetch_add(frames->size() * group.members.size(), std::memory_order_relaxed);
}

void Hub::disconnect(DeviceId device, const Farewell& farewell) {
  revoked_.emplace(device, farewell);  // for good: a device id is never used again
  for (const auto& [number, connection] : connections_) {
    if (connection->identity().device == device) connection->dismiss(farewell);
  }
}

void Hub::dismiss(const Farewell& farewell, std::function<void()> gone) {
  flush();
  dismissed_ = farewell;
  gone_ = std::move(gone);
  for (const auto& [number, connection] : connections_) connection->dismiss(farewell);
  if (connections_.empty() && gone_) std::exchange(gone_, {})();
}

}  // namespace talar::live
