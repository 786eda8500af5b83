#include "server/web/cookies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/web/text.hpp"

namespace talar::web {
namespace {

constexpr std::string_view prefix = "talar_";
constexpr std::size_t cookies_max = 16;
constexpr std::size_t secret_chars_max = 128;
constexpr int keep_days = 400;  // what browsers allow at most; the server's own record decides

std::string attributes(bool secure) {
  return std::string("; Path=/; HttpOnly; SameSite=Strict") + (secure ? "; Secure" : "");
}

}  // namespace

std::vector<DeviceCookie> parse_cookies(std::string_view header) {
  std::vector<DeviceCookie> found;
  for (const std::string_view part : split(header, ';')) {
    if (found.size() == cookies_max) break;
    const std::string_view pair = trim(part);
    const std::size_t equals = pair.find('=');
    if (!pair.starts_with(prefix) || equals == std::string_view::npos) continue;
    const auto id = id_value(pair.substr(prefix.size(), equals - prefix.size()));
    const std::string_view secret = pair.substr(equals + 1);
    if (!id || secret.empty() || secret.size() > secret_chars_max) continue;
    found.push_back({DeviceId{*id}, std::string(secret)});
  }
  return found;
}

std::optional<DeviceCookie> choose(const std::vector<DeviceCookie>& cookies, std::optional<DeviceId> wanted) {
  if (!wanted) return cookies.size() == 1 ? std::optional(cookies.front()) : std::nullopt;
  const auto found = std::ranges::find(cookies, *wanted, &DeviceCookie::device);
  return found == cookies.end() ? std::nullopt : std::optional(*found);
}

std::string set_cookie(const DeviceCookie& cookie, bool secure) {
  return fmt::format("{}{}={}; Max-Age={}{}", prefix, cookie.device.text(), cookie.secret, keep_days * 86'400,
                     attributes(secure));
}

std::string clear_cookie(DeviceId device, bool secure) {
  return fmt::format("{}{}=; Max-Age=0{}", prefix, device.text(), attributes(secure));
}

}  // namespace talar::web
