// One cookie per signed-in device: talar_<device id>=<secret>. A browser may hold several (the demo's five tabs).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/id.hpp"

namespace talar::web {

struct DeviceCookie {
  DeviceId device;
  std::string secret;
  bool operator==(const DeviceCookie&) const = default;
};

/// At most 16 of ours; everything else in the header is passed over.
std::vector<DeviceCookie> parse_cookies(std::string_view header);
/// The one the tab means: the wanted device's, or the only one when it does not say. Nothing otherwise.
std::optional<DeviceCookie> choose(const std::vector<DeviceCookie>& cookies, std::optional<DeviceId> wanted);

std::string set_cookie(const DeviceCookie& cookie, bool secure);
std::string clear_cookie(DeviceId device, bool secure);

}  // namespace talar::web
