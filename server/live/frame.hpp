// A server's WebSocket frame, cut once into bytes that every socket shares.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace talar::live {

using Frame = std::shared_ptr<const std::string>;

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

Frame text_frame(std::string_view payload);
/// Of a payload that deflated() gave: RSV1 is set.
Frame compressed_text_frame(std::string_view deflated);
Frame ping_frame();
Frame pong_frame(std::string_view payload);
/// Without a code: the empty Close that answers an empty Close.
Frame close_frame(std::uint16_t code, std::string_view reason = {});
/// The bytes of several frames as one piece, for one send.
Frame concat(std::span<const Frame> frames);

}  // namespace talar::live
