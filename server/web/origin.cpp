#include "server/web/origin.hpp"

#include "server/web/text.hpp"

namespace talar::web {
namespace {

bool is_loopback(std::string_view host) {
  const std::string_view name = without_port(host);
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

}  // namespace

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

std::optional<PublicUrl> parse_url(std::string_view url) {
  const std::size_t end = url.find("://");
  if (end == std::string_view::npos) return std::nullopt;
  PublicUrl parsed{lower(url.substr(0, end)), {}};
  if (parsed.scheme != "http" && parsed.scheme != "https") return std::nullopt;
  std::string_view host = url.substr(end + 3);
  if (host.ends_with('/')) host.remove_suffix(1);
  const std::string_view own_port = parsed.scheme == "http" ? ":80" : ":443";
  if (host.ends_with(own_port)) host.remove_suffix(own_port.size());
  if (host.empty() || host.find_first_of("/?#@ ") != std::string_view::npos) return std::nullopt;
  parsed.host = lower(host);
  return parsed;
}

bool OriginRules::answers_to(std::string_view host) const {
  return !public_url || lower(host) == public_url->host || is_loopback(host);
}

std::optional<Trouble> OriginRules::check(const Request& request) const {
  const std::string* origin = find(request.headers, "origin");
  if (!origin) return find(request.headers, "cookie") ? std::optional(Trouble::foreign_origin) : std::nullopt;

  const auto from = parse_url(*origin);
  if (!from) return Trouble::foreign_origin;
  // A proxy in front may speak TLS for us, so the scheme is only compared with a public URL.
  if (public_url && from->scheme == public_url->scheme && from->host == public_url->host) return std::nullopt;
  if (public_url && !is_loopback(request.host())) return Trouble::foreign_origin;
  const auto here = parse_url(from->scheme + "://" + std::string(request.host()));
  if (!here || here->host != from->host) return Trouble::foreign_origin;
  return std::nullopt;
}

std::optional<Trouble> OriginRules::check_post(const Request& request) const {
  if (const auto trouble = check(request)) return trouble;
  if (request.header("talar-client") != "1" && request.header("talar-device").empty())
    return Trouble::client_header_missing;
  return std::nullopt;
}

}  // namespace talar::web
