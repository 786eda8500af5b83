#include "server/web/visitor.hpp"

#include "server/web/problems.hpp"
#include "server/web/text.hpp"

namespace talar::web {

std::optional<DeviceId> wanted_device(const Request& request) {
  std::string text(request.header("talar-device"));
  if (text.empty()) text = query_value(request.query, "device").value_or("");
  const auto value = id_value(text);
  return value ? std::optional(DeviceId{*value}) : std::nullopt;
}

std::optional<DeviceCookie> cookie_of(const Request& request) {
  return choose(parse_cookies(request.header("cookie")), wanted_device(request));
}

Visitor visitor_of(const Request& request, storage::Accounts& accounts, Instant now) {
  const auto cookie = cookie_of(request);
  if (!cookie) return {};
  auto device = accounts.device_of(cookie->secret, now);
  if (device && device->device != cookie->device) device.reset();
  return {std::move(device)};
}

Standing Visitor::standing(const Directory& directory, const HallId& hall) const {
  if (!device || (!device->holder.person && device->hall != hall)) return {};
  Standing standing = directory.standing(hall, device->holder);
  return lacks_passphrase(standing) ? Standing{} : standing;
}

bool Visitor::lacks_passphrase(const Standing& standing) const {
  return standing.needs_passphrase() && !device->proven_at;
}

std::optional<Response> unless_at_the_desk(const Request& request, const HallId& hall, storage::Accounts& accounts,
                                           const Directory& directory) {
  const Visitor visitor = visitor_of(request, accounts, directory.now());
  if (!visitor.device) return problem(Trouble::signed_out);
  if (!visitor.standing(directory, hall).runs_the_hall()) return problem(Trouble::not_allowed);
  return std::nullopt;
}

}  // namespace talar::web
