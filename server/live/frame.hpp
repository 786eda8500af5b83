// A server's WebSocket frames, cut once into bytes that every socket shares.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "server/live/deflate.hpp"

namespace talar::live {

/// Whole frames, ready for the socket.
using Bytes = std::shared_ptr<const std::string>;

/// A message for many: as it is, and for the peers that agreed to compression (the same bytes where nothing is gained).
struct Frame {
  Bytes plain;
  Bytes deflated;

  explicit operator bool() const { return plain != nullptr; }
  const Bytes& as(Compression compression) const { return compression == Compression::deflate ? deflated : plain; }
};

/// RFC 6455 close codes that we send.
enum class CloseCode : std::uint16_t {
  normal = 1000,
  going_away = 1001,
  protocol_error = 1002,
  unsupported_data = 1003,
  invalid_text = 1007,
  policy = 1008,
  too_big = 1009,
  internal_error = 1011,
  restarting = 1012,
  try_later = 1013,
};

/// For one peer: never compressed.
Bytes text_frame(std::string_view payload);
/// The same, behind what is in `frames` already.
void append_text_frame(std::string& frames, std::string_view payload);
Bytes ping_frame();
Bytes pong_frame(std::string_view payload);
/// Without a code: the empty Close that answers an empty Close.
Bytes close_frame(std::uint16_t code, std::string_view reason = {});

Frame shared_text_frame(std::string_view payload);
/// Several frames as one piece, for one send.
Frame concat(std::span<const Frame> frames);

}  // namespace talar::live
