#include "server/web/request_rules.hpp"

#include <algorithm>

namespace talar::web {
namespace {

/// Where pages of other servers may ask (CORS); nowhere else is there anything for them.
constexpr std::string_view open_data = "/oparl/";
constexpr std::string_view schemes[] = {"http://", "https://"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alnum(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// host, host:port, [v6]:port; never user@host, a path or a blank.
bool plausible_host(std::string_view host) {
  return !host.empty() && host.size() <= 261 && std::ranges::all_of(host, [](char c) {
    return is_alnum(c) || std::string_view("-._:[]").find(c) != std::string_view::npos;
  });
}

/// The authority of an absolute-form target; nothing for origin-form.
std::optional<std::string_view> authority_of(std::string_view target) {
  for (const std::string_view scheme : schemes) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(scheme.size());
    return target.substr(0, target.find_first_of("/?"));
  }
  return std::nullopt;
}

bool is_of_a_hall(std::string_view path, std::string_view ending, std::ptrdiff_t slashes) {
  return path.starts_with("/api/halls/") && path.ends_with(ending) && std::ranges::count(path, '/') == slashes;
}

std::size_t count(const Headers& headers, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::count(headers, name, &Header::name));
}

}  // namespace

std::optional<Trouble> check_raw(std::string_view head) {
  char last = '\0';
  for (const char c : head) {
    if (last == '\n' && (c == ' ' || c == '\t')) return Trouble::bad_request;  // obs-fold
    if (c == '\n' && last != '\r') return Trouble::bad_request;                // bare line feed
    last = c;
  }
  return std::nullopt;
}

std::optional<Trouble> check(const Head& head) {
  const bool posts = head.method == "POST";
  const bool asks_what_is_allowed = head.method == "OPTIONS" && split_target(head.target).path.starts_with(open_data);
  if (head.method != "GET" && head.method != "HEAD" && !posts && !asks_what_is_allowed)
    return Trouble::method_not_allowed;
  if (head.version != 10 && head.version != 11) return Trouble::version_not_supported;

  // No client of ours chunks a request; chunking is where readers of one stream disagree.
  if (count(head.headers, "transfer-encoding") != 0) return Trouble::bad_request;
  if (count(head.headers, "content-length") > 1) return Trouble::bad_request;
  if (const std::string* length = find(head.headers, "content-length")) {
    if (length->empty() || length->size() > 9 || !std::ranges::all_of(*length, is_digit)) return Trouble::bad_request;
    if (!posts && length->find_first_not_of('0') != std::string::npos) return Trouble::bad_request;
  }

  if (count(head.headers, "host") != 1) return Trouble::bad_request;
  const std::string_view host = *find(head.headers, "host");
  if (!plausible_host(host)) return Trouble::bad_request;
  if (std::ranges::any_of(head.target, [](char c) { return c <= ' ' || c >= '\x7f'; })) return Trouble::bad_request;
  if (head.target.find('#') != std::string_view::npos) return Trouble::bad_request;
  if (const auto authority = authority_of(head.target)) {
    if (*authority != host) return Trouble::bad_request;
  } else if (!head.target.starts_with('/')) {
    return Trouble::bad_request;
  }

  if (const std::string* expected = find(head.headers, "expect"); expected && *expected != "100-continue")
    return Trouble::expectation_failed;
  return std::nullopt;
}

Target split_target(std::string_view target) {
  if (const auto authority = authority_of(target))
    target.remove_prefix(static_cast<std::size_t>(authority->data() - target.data()) + authority->size());
  const std::size_t mark = target.find('?');
  const std::string_view path = target.substr(0, mark);
  return {path.empty() ? std::string_view("/") : path,
          mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1)};
}

std::size_t body_limit(std::string_view path) {
  if (is_upload(path)) return upload_bytes_max;
  return is_of_a_hall(path, "/roster-preview", 4) ? roster_bytes_max : body_bytes_max;
}

bool is_upload(std::string_view path) {
  return is_of_a_hall(path, "/attachments", 6) && path.find("/items/") != std::string_view::npos;
}

}  // namespace talar::web
