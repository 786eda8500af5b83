// RFC 6455 from the client's side: frames cut with a mask, frames read without one; RFC 7692 read only, without
// context.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crowd {

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// Appends a whole masked frame.
void cut_frame(std::string& out, Opcode opcode, std::string_view payload);

struct WireFrame {
  Opcode opcode = Opcode::text;
  bool compressed = false;
  std::string_view payload;
  std::size_t bytes = 0;  // with its header
};

/// The frame that `bytes` begins with; nothing when it is not whole yet. Throws Fault for what no server may send.
std::optional<WireFrame> next_frame(std::string_view bytes);

/// Ten thousand devices get the same bytes, so the last message is remembered.
class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;

  std::string_view inflate(std::string_view payload);

 private:
  z_stream stream_{};
  std::string last_payload_;
  std::string last_text_;
};

}  // namespace crowd
