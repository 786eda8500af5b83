// RFC 6455, section 4.2: what a browser asks before it speaks talar.v1, and the answer. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/live/deflate.hpp"
#include "server/web/http.hpp"
#include "server/web/problems.hpp"

namespace talar::web {

inline constexpr std::string_view subprotocol = "talar.v1";

bool asks_upgrade(const Request& request);
std::optional<Trouble> check_upgrade(const Request& request);
/// Sec-WebSocket-Accept of a Sec-WebSocket-Key.
std::string accept_key(std::string_view key);
/// What the answer below agrees to: the first offer that we can take, or none.
live::Compression agreed_compression(const Request& request);
/// The whole 101 answer.
std::string switching_protocols(const Request& request);

}  // namespace talar::web
