#include "server/web/http.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace talar::web {
namespace {

// Everything the client needs comes from this server: no inline script, no inline style, no frame, no form target.
// `connect-src 'self'` covers wss: to the same host in every browser of the last years.
constexpr std::string_view policy_until_connect =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'";
constexpr std::string_view policy_after_connect =
    "; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> security_headers{{
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    // The camera reads the QR code of an invitation.
    {"Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
}};
/// What a response says of itself goes before what is said of all.
bool has_own(const Response& response, std::string_view name) {
  return std::ranges::find(response.headers, name, &Header::name) != response.headers.end();
}

constexpr std::string_view strict_transport = "Strict-Transport-Security: max-age=31536000\r\n";

}  // namespace

const std::string* find(const Headers& headers, std::string_view name) {
  const auto found = std::ranges::find(headers, name, &Header::name);
  return found == headers.end() ? nullptr : &found->value;
}

std::string_view Request::header(std::string_view name) const {
  const std::string* value = find(headers, name);
  return value ? std::string_view(*value) : std::string_view();
}

Response&& Response::with(std::string name, std::string value) && {
  headers.push_back({std::move(name), std::move(value)});
  return std::move(*this);
}

std::string_view reason_of(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

Response respond(unsigned status, std::string_view type, std::string body) {
  Response response{.status = status, .headers = {}, .body = std::make_shared<const std::string>(std::move(body))};
  response.headers.push_back({"Content-Type", std::string(type)});
  return response;
}

Response respond_json(std::string body, unsigned status) {
  return respond(status, "application/json", std::move(body)).with("Cache-Control", "no-store");
}

std::string page_policy(std::string_view elsewhere) {
  return fmt::format("{}{}{}", policy_until_connect, elsewhere, policy_after_connect);
}

std::string head_of(const Response& response, const HeadFacts& facts) {
  fmt::memory_buffer out;
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason_of(response.status), facts.date);
  constexpr std::string_view policy = "Content-Security-Policy";
  if (!has_own(response, policy)) fmt::format_to(to, "{}: {}\r\n", policy, page_policy(""));
  for (const auto& [name, value] : security_headers)
    if (!has_own(response, name)) fmt::format_to(to, "{}: {}\r\n", name, value);
  if (facts.secure) fmt::format_to(to, "{}", strict_transport);
  for (const auto& [name, value] : response.headers) fmt::format_to(to, "{}: {}\r\n", name, value);
  // 304 speaks of a body that the client holds: no length of its own.
  if (response.status != 304) fmt::format_to(to, "Content-Length: {}\r\n", response.body ? response.body->size() : 0);
  fmt::format_to(to, "Connection: {}\r\n\r\n", facts.keep_alive ? "keep-alive" : "close");
  return fmt::to_string(out);
}

std::string http_date(std::int64_t unix_seconds) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(static_cast<std::time_t>(unix_seconds)));
}

}  // namespace talar::web
