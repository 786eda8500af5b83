#include "server/web/handshake.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "protocol/base64.hpp"
#include "server/web/extensions.hpp"
#include "server/web/text.hpp"

namespace talar::web {
namespace {

/// Is `word` one of the comma-separated words of this header?
bool lists(const Request& request, std::string_view name, std::string_view word) {
  for (const Header& header : request.headers) {
    if (header.name != name) continue;
    for (const std::string_view entry : split(header.value, ','))
      if (lower(trim(entry)) == word) return true;
  }
  return false;
}

/// The base 64 form of 16 bytes.
bool is_key(std::string_view key) {
  return key.size() == 24 && key.ends_with("==") && std::ranges::all_of(key.substr(0, 22), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/';
         });
}

constexpr std::string_view extensions_header = "sec-websocket-extensions";

/// Offers that cannot be read fail the handshake (RFC 6455 9.1).
bool extensions_readable(const Request& request) {
  return std::ranges::all_of(request.headers, [](const Header& header) {
    return header.name != extensions_header || extension_offers(header.value);
  });
}

/// Several headers are one list.
std::optional<std::string_view> accepted_extension(const Request& request) {
  for (const Header& header : request.headers) {
    if (header.name != extensions_header) continue;
    for (const ExtensionOffer& offer : extension_offers(header.value).value_or(std::vector<ExtensionOffer>{}))
      if (const auto answer = accepted(offer)) return answer;
  }
  return std::nullopt;
}

/// A handshake header that may come once only.
std::string_view the_only(const Request& request, std::string_view name) {
  return std::ranges::count(request.headers, name, &Header::name) == 1 ? request.header(name) : std::string_view();
}

}  // namespace

bool asks_upgrade(const Request& request) {
  return lists(request, "upgrade", "websocket");
}

std::optional<Trouble> check_upgrade(const Request& request) {
  if (request.method != Method::get) return Trouble::method_not_allowed;
  if (!asks_upgrade(request) || !lists(request, "connection", "upgrade")) return Trouble::upgrade_required;
  if (the_only(request, "sec-websocket-version") != "13") return Trouble::upgrade_required;
  if (!is_key(the_only(request, "sec-websocket-key"))) return Trouble::bad_request;
  if (!lists(request, "sec-websocket-protocol", subprotocol)) return Trouble::bad_request;
  return extensions_readable(request) ? std::nullopt : std::optional(Trouble::bad_request);
}

std::string accept_key(std::string_view key) {
  const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  return to_base64({reinterpret_cast<const char*>(digest.data()), size});
}

live::Compression agreed_compression(const Request& request) {
  return accepted_extension(request) ? live::Compression::deflate : live::Compression::none;
}

std::string switching_protocols(const Request& request) {
  const auto extension = accepted_extension(request);
  return fmt::format(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Accept: {}\r\nSec-WebSocket-Protocol: {}\r\n{}\r\n",
      accept_key(request.header("sec-websocket-key")), subprotocol,
      extension ? fmt::format("Sec-WebSocket-Extensions: {}\r\n", *extension) : std::string());
}

}  // namespace talar::web
