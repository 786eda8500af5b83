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

  /// In a hall other than the device's own everybody is an observer.
  Standing standing(const Directory& directory, const HallId& hall) const;
};
Visitor visitor_of(const Request& request, storage::Accounts& accounts, Instant now);

}  // namespace talar::web
