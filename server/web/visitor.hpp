// Which of its browser's devices a request means, and who that is.
#pragma once

#include <optional>

#include "server/web/cookies.hpp"
#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "storage/accounts.hpp"

namespace talar::web {

/// The device id that a tab names: header Talar-Device, or ?device= where a header cannot be set (WebSocket).
std::optional<DeviceId> wanted_device(const Request& request);
std::optional<DeviceCookie> cookie_of(const Request& request);

/// Signed in, or nobody.
struct Visitor {
  std::optional<storage::Device> device;

  /// A person is who they are in every hall; where that takes a passphrase, only once it was given on this device.
  /// A hall's display is nobody elsewhere.
  Standing standing(const Directory& directory, const HallId& hall) const;
  /// What keeps the device from standing somewhere as its person does.
  bool lacks_passphrase(const Standing& standing) const;
};
Visitor visitor_of(const Request& request, storage::Accounts& accounts, Instant now);

/// What a visitor is answered who does not run this hall.
std::optional<Response> unless_at_the_desk(const Request& request, const HallId& hall, storage::Accounts& accounts,
                                           const Directory& directory);

}  // namespace talar::web
