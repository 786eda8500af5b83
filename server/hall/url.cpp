#include "server/hall/url.hpp"

#include <algorithm>

#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_any_of(char c, std::string_view chars) {
  return chars.find(c) != std::string_view::npos;
}

/// Case does not matter in a scheme.
bool takes(std::string_view& text, std::string_view lower_case) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  if (!std::ranges::equal(text.substr(0, lower_case.size()), lower_case, same)) return false;
  text.remove_prefix(lower_case.size());
  return true;
}

bool is_label(std::string_view label) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; };
  return !label.empty() && label.size() <= 63 && std::ranges::all_of(label, fits);
}

bool is_name(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.size() > 253) return false;
  while (true) {
    const auto dot = host.find('.');
    if (!is_label(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    host.remove_prefix(dot + 1);
  }
}

bool is_v6(std::string_view host) {
  const auto fits = [](char c) { return is_hex(c) || c == ':' || c == '.'; };
  return host.size() > 4 && host.starts_with('[') && host.ends_with(']') &&
         std::ranges::all_of(host.substr(1, host.size() - 2), fits);
}

bool is_authority(std::string_view authority) {
  const auto colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  if (colon != std::string_view::npos) {
    const auto port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, is_digit)) return false;
    authority = authority.substr(0, colon);
  }
  return is_v6(authority) || is_name(authority);
}

/// Path, query and fragment.
bool is_rest(std::string_view rest) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (c == '%') {
      if (i + 2 >= rest.size() || !is_hex(rest[i + 1]) || !is_hex(rest[i + 2])) return false;
      i += 2;
    } else if (static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c) &&
               !is_any_of(c, "-._~:/?#@!$&'()*+,;=")) {
      return false;
    }
  }
  return std::ranges::count(rest, '#') <= 1;
}

}  // namespace

bool is_web_url(std::string_view url) {
  if (!takes(url, "https://") && !takes(url, "http://")) return false;
  const auto end = std::min(url.find_first_of("/?#"), url.size());
  return is_authority(url.substr(0, end)) && is_rest(url.substr(end));
}

std::optional<Refusal> bad_url_in(const List<Link, limits::links>& links, const std::string& field) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (is_web_url(links[i].url.value)) continue;
    return refuse(RefusalCode::bad_url, field + std::to_string(i) + ".url", "https://…");
  }
  return std::nullopt;
}

}  // namespace talar::hall
