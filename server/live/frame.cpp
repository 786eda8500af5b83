#include "server/live/frame.hpp"

namespace talar::live {
namespace {

enum class Opcode : unsigned char {
  text = 0x1,
  compressed_text = 0x41 /* RSV1 */,
  close = 0x8,
  ping = 0x9,
  pong = 0xA
};

void append(std::string& bytes, Opcode opcode, std::string_view payload) {
  bytes.reserve(bytes.size() + payload.size() + 10);
  bytes += static_cast<char>(0x80 | static_cast<unsigned char>(opcode));
  const std::size_t length_bytes = payload.size() < 126 ? 0 : payload.size() <= 0xFFFF ? 2 : 8;
  bytes += static_cast<char>(length_bytes == 0 ? payload.size() : length_bytes == 2 ? 126 : 127);
  for (std::size_t i = length_bytes; i-- > 0;) bytes += static_cast<char>(payload.size() >> (8 * i));
  bytes += payload;
}

Bytes cut(Opcode opcode, std::string_view payload) {
  std::string bytes;
  append(bytes, opcode, payload);
  return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace

Bytes text_frame(std::string_view payload) {
  return cut(Opcode::text, payload);
}

void append_text_frame(std::string& frames, std::string_view payload) {
  append(frames, Opcode::text, payload);
}

Bytes ping_frame() {
  static const Bytes frame = cut(Opcode::ping, {});
  return frame;
}

Bytes pong_frame(std::string_view payload) {
  return cut(Opcode::pong, payload);
}

Bytes close_frame(std::uint16_t code, std::string_view reason) {
  if (code == 0) return cut(Opcode::close, {});
  std::string payload{static_cast<char>(code >> 8), static_cast<char>(code)};
  payload += reason;
  return cut(Opcode::close, payload);
}

Frame shared_text_frame(std::string_view payload) {
  Frame frame{text_frame(payload), {}};
  const auto shorter = deflated(payload);
  frame.deflated = shorter ? cut(Opcode::compressed_text, *shorter) : frame.plain;
  return frame;
}

Frame concat(std::span<const Frame> frames) {
  if (frames.size() == 1) return frames.front();
  std::string plain, deflated;
  for (const Frame& frame : frames) {
    plain += *frame.plain;
    deflated += *frame.deflated;
  }
  return {std::make_shared<const std::string>(std::move(plain)),
          std::make_shared<const std::string>(std::move(deflated))};
}

}  // namespace talar::live
