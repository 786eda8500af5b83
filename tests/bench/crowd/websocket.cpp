#include "websocket.hpp"

#include <cstring>

#include "fault.hpp"

namespace crowd {
namespace {

std::uint32_t next_mask() {
  static std::uint32_t state = 0x9E3779B9u;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

}  // namespace

void cut_frame(std::string& out, Opcode opcode, std::string_view payload) {
  constexpr char masked = static_cast<char>(0x80);
  out += static_cast<char>(0x80 | static_cast<unsigned>(opcode));
  if (payload.size() < 126) {
    out += static_cast<char>(masked | static_cast<char>(payload.size()));
  } else {
    const int bytes = payload.size() <= 0xFFFF ? 2 : 8;
    out += static_cast<char>(masked | (bytes == 2 ? 126 : 127));
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(payload.size() >> (8 * i));
  }
  const std::uint32_t mask = next_mask();
  char key[4];
  std::memcpy(key, &mask, sizeof key);
  out.append(key, sizeof key);
  for (std::size_t i = 0; i < payload.size(); ++i) out += static_cast<char>(payload[i] ^ key[i % 4]);
}

std::optional<WireFrame> next_frame(std::string_view bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto first = static_cast<unsigned char>(bytes[0]), second = static_cast<unsigned char>(bytes[1]);
  if ((first & 0x80) == 0) fail("a fragmented message, which no server here sends");
  if ((first & 0x30) != 0) fail("reserved bits are set");
  if ((second & 0x80) != 0) fail("a server's frame must not be masked");
  std::size_t header = 2, length = second;
  if (length >= 126) {
    header = length == 126 ? 4 : 10;
    if (bytes.size() < header) return std::nullopt;
    length = big_endian(bytes.substr(2, header - 2));
  }
  if (bytes.size() - header < length) return std::nullopt;
  return WireFrame{static_cast<Opcode>(first & 15), (first & 0x40) != 0, bytes.substr(header, length), header + length};
}

Inflater::Inflater() {
  if (inflateInit2(&stream_, -15) != Z_OK) fail("zlib does not start");
}

Inflater::~Inflater() {
  inflateEnd(&stream_);
}

std::string_view Inflater::inflate(std::string_view payload) {
  if (payload == last_payload_ && !last_payload_.empty()) return last_text_;
  last_payload_ = payload;
  std::string input(payload);
  input.append("\0\0\xff\xff", 4);
  last_text_.clear();
  inflateReset(&stream_);
  stream_.next_in = reinterpret_cast<Bytef*>(input.data());
  stream_.avail_in = static_cast<uInt>(input.size());
  char piece[16 * 1024];
  do {
    stream_.next_out = reinterpret_cast<Bytef*>(piece);
    stream_.avail_out = sizeof piece;
    const int result = ::inflate(&stream_, Z_SYNC_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) fail("a compressed message is broken");
    last_text_.append(piece, sizeof piece - stream_.avail_out);
  } while (stream_.avail_out == 0);
  return last_text_;
}

}  // namespace crowd
