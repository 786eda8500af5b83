#include "server/live/hub.hpp"

#include <algorithm>
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

Hub::Groups& Hub::groups_of(const HallId& hall) {
  const auto [found, fresh] = halls_.try_emplace(hall);
  for (std::size_t i = 0; fresh && i < audiences; ++i) {
    found->second[i].hall = &found->first;
    found->second[i].audience = static_cast<Audience>(i);
  }
  return found->second;
}

Hub::Group& Hub::group_of(const Connection& connection) {
  return groups_of(connection.identity().hall)[index(connection.place->audience)];
}

void Hub::enter(Connection& connection, Audience audience) {
  Group& group = groups_of(connection.identity().hall)[index(audience)];
  connection.place = Connection::Place{audience, group.members.size(), group.flush};
  group.members.push_back(&connection);
  metrics_.connections[index(audience)].fetch_add(1, std::memory_order_relaxed);
}

void Hub::leave_group(Connection& connection) {
  if (!connection.place) return;
  Group& group = group_of(connection);
  Members& members = group.members;
  const std::size_t slot = connection.place->slot;
  // The last one takes the place; if the patch on its way has passed there, it must not miss it.
  Connection& last = *members.back();
  last.place->slot = slot;
  members[slot] = &last;
  members.pop_back();
  if (&last != &connection && slot < group.next) deliver(group, last, Clock::now());
  connection.place.reset();
  metrics_.connections[index(group.audience)].fetch_sub(1, std::memory_order_relaxed);
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

void Hub::publish(const HallId& hall, const Publication& publication) {
  // Who changes its audience, or must go, does not see the patch of the old one.
  for (const Personal& personal : publication.personal) {
    Connection* const connection = personal.audience || personal.farewell ? find(personal.to) : nullptr;
    if (connection) leave_group(*connection);
  }
  Groups& groups = groups_of(hall);
  for (std::size_t i = 0; i < audiences; ++i) {
    if (publication.patches[i]) begin(groups[i], publication.patches[i]);
  }
  // Whoever gets something personal is served first, and in one send with the patch before it.
  for (const Personal& personal : publication.personal) tell(personal);
  AudienceSet flushed;
  for (std::size_t i = 0; i < audiences; ++i) {
    if (!publication.patches[i]) continue;
    if (send_slice(groups[i])) {
      flushed.set(i);
    } else if (groups[i].audience == Audience::public_) {
      sending_.push_back(&groups[i]);
    } else {
      sending_.push_front(&groups[i]);
    }
  }
  if (flushed.any()) calls_.flushed(hall, flushed);
  if (!sending_.empty()) go_on_soon();
}

void Hub::tell(const Personal& personal) {
  Connection* const connection = find(personal.to);
  if (!connection) return;
  connection->cork();
  if (connection->place) {
    Group& group = group_of(*connection);
    // A fresh state holds the patch that is on its way already.
    if (personal.fresh) connection->place->flush = group.flush;
    deliver(group, *connection, Clock::now());
  }
  connection->personal(personal);
  if (personal.audience && !connection->dead()) enter(*connection, *personal.audience);
  connection->uncork();
}

void Hub::begin(Group& group, const Frame& patch) {
  finish(group);
  group.patch = patch;
  group.next = 0;
  ++group.flush;
  metrics_.frames_sent.fetch_add(group.members.size(), std::memory_order_relaxed);
}

void Hub::deliver(Group& group, Connection& connection, Clock::time_point now) {
  if (std::exchange(connection.place->flush, group.flush) == group.flush || connection.dead()) return;
  connection.patch(group.patch, now);
}

bool Hub::send_slice(Group& group) {
  const auto now = Clock::now();
  // Nobody leaves the group in here: who fails is buried later.
  const std::size_t end = std::min(group.members.size(), group.next + limits_.sends_per_turn);
  while (group.next < end) deliver(group, *group.members[group.next++], now);
  if (group.next < group.members.size()) return false;
  group.patch = {};
  return true;
}

void Hub::finish(Group& group) {
  if (!group.patch) return;
  while (!send_slice(group)) continue;
  std::erase(sending_, &group);
  calls_.flushed(*group.hall, AudienceSet{}.set(index(group.audience)));
}

void Hub::go_on() {
  going_on_ = false;
  if (sending_.empty()) return;
  Group& group = *sending_.front();
  sending_.pop_front();
  if (send_slice(group)) {
    calls_.flushed(*group.hall, AudienceSet{}.set(index(group.audience)));
  } else {
    sending_.push_back(&group);
  }
  if (!sending_.empty()) go_on_soon();
}

void Hub::go_on_soon() {
  if (!std::exchange(going_on_, true)) asio::post(context_, [this] { go_on(); });
}

void Hub::hint(const HallId& hall, Audience audience, ConnectionId but, const Bytes& frame) {
  const auto found = halls_.find(hall);
  if (found == halls_.end()) return;
  const auto now = Clock::now();
  for (Connection* const connection : found->second[index(audience)].members)
    if (connection->id() != but) connection->hint(frame, now);
}

void Hub::disconnect(DeviceId device, const Farewell& farewell) {
  revoked_.emplace(device, farewell);  // for good: a device id is never used again
  for (const auto& [number, connection] : connections_) {
    if (connection->identity().device == device) connection->dismiss(farewell);
  }
}

void Hub::dismiss(const Farewell& farewell, std::function<void()> gone) {
  while (!sending_.empty()) finish(*sending_.front());
  dismissed_ = farewell;
  gone_ = std::move(gone);
  for (const auto& [number, connection] : connections_) connection->dismiss(farewell);
  if (connections_.empty() && gone_) std::exchange(gone_, {})();
}

}  // namespace talar::live
