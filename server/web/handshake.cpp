#include "server/web/handshake.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

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

}  // namespace

bool asks_upgrade(const Request& request) {
  return lists(request, "upgrade", "websocket");
}

std::optional<Trouble> check_upgrade(const Request& request) {
  if (request.method != Method::get) return Trouble::method_not_allowed;
  if (!asks_upgrade(request) || !lists(request, "connection", "upgrade")) return Trouble::upgrade_required;
  if (request.header("sec-websocket-version") != "13") return Trouble::upgrade_required;
  if (!is_key(request.header("sec-websocket-key"))) return Trouble::bad_request;
  if (!lists(request, "sec-websocket-protocol", subprotocol)) return Trouble::bad_request;
  return std::nullopt;
}

std::string accept_key(std::string_view key) {
  const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  std::array<unsigned char, 29> base64{};
  EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
  return {base64.begin(), base64.begin() + 28};
}

std::string switching_protocols(const Request& request) {
  return fmt::format(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Accept: {}\r\nSec-WebSocket-Protocol: {}\r\n\r\n",
      accept_key(request.header("sec-websocket-key")), subprotocol);
}

}  // namespace talar::web
