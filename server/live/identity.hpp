// Who is at the other end, as server/web found out before the upgrade.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "protocol/frames.hpp"
#include "server/hall/hall.hpp"

namespace talar::live {

/// Whoever may come to preside, and the secretariat, prove themselves by a passphrase besides (P-2).
inline bool takes_passphrase(Role role, Seat seat) {
  return role == Role::chair || role == Role::staff || seat == Seat::president || seat == Seat::vice_president;
}

struct Identity {
  HallId hall;
  hall::Context::Kind kind = hall::Context::Kind::observer;
  std::optional<PersonId> person;  // exactly when kind is `person`
  std::optional<DeviceId> device;  // none: an observer
  bool proven = false;             // its person has given their passphrase on it

  /// The role of whoever only looks on: it is the same in every state of the hall.
  std::optional<Role> onlooker() const {
    if (kind == hall::Context::Kind::observer) return Role::observer;
    if (kind == hall::Context::Kind::display) return Role::display;
    return std::nullopt;
  }
};

/// A connection, as the hall thread speaks of it: `hub` is the number of its network thread.
struct ConnectionId {
  std::uint32_t hub = 0;
  std::uint64_t number = 0;  // within the hub, never used twice
  auto operator<=>(const ConnectionId&) const = default;
};

}  // namespace talar::live

template <>
struct std::hash<talar::live::ConnectionId> {
  std::size_t operator()(const talar::live::ConnectionId& id) const noexcept {
    return std::hash<std::uint64_t>{}(id.number * 64 + id.hub);
  }
};
