// Which pages may act through a browser that is signed in here, and under which names this server answers. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/web/http.hpp"
#include "server/web/problems.hpp"

namespace talar::web {

/// "https://talar.example.ir" taken apart.
struct PublicUrl {
  std::string scheme;
  std::string host;  // with its port, when it is not the scheme's own
};
std::optional<PublicUrl> parse_url(std::string_view url);
/// Of a Host header.
std::string_view without_port(std::string_view host);

struct OriginRules {
  std::optional<PublicUrl> public_url;

  /// With a public URL the server answers to its host and to loopback names only (DNS rebinding).
  bool answers_to(std::string_view host) const;
  /// An Origin must be this server's own. Without one it is no browser: allowed only when it brings no cookie.
  std::optional<Trouble> check(const Request& request) const;
  /// POST besides: a header that no foreign page can send without asking first (CORS preflight).
  std::optional<Trouble> check_post(const Request& request) const;
};

}  // namespace talar::web
