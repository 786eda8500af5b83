// A small, blocking WebSocket client for tests: it sends what it is told, also what is forbidden, and checks every
// frame of the server against RFC 6455.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/integration/socket.hpp"

namespace talar::test {

using nlohmann::json;
using Headers = std::vector<std::string>;

/// A masked client frame; `first` is its first byte.
inline std::string masked(unsigned first, std::string_view payload) {
  std::string bytes{static_cast<char>(first)};
  const std::size_t extra = payload.size() < 126 ? 0 : payload.size() <= 0xFFFF ? 2 : 8;
  bytes += static_cast<char>(0x80 | (extra == 0 ? payload.size() : extra == 2 ? 126 : 127));
  for (std::size_t i = extra; i-- > 0;) bytes += static_cast<char>(payload.size() >> (8 * i));
  constexpr std::string_view mask{"\x5a\x01\xfe\x33", 4};
  bytes += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
  return bytes;
}

/// RFC 7692 7.2.2, one message for itself.
inline std::string inflate_message(std::string compressed) {
  compressed += std::string_view("\x00\x00\xff\xff", 4);
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, -15), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_in = static_cast<uInt>(compressed.size());
  std::string text;
  std::string piece(64 * 1024, '\0');
  do {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const int result = inflate(&stream, Z_SYNC_FLUSH);
    EXPECT_TRUE(result == Z_OK || result == Z_BUF_ERROR) << "a message that inflates";
    if (result != Z_OK && result != Z_BUF_ERROR) break;
    text.append(piece, 0, piece.size() - stream.avail_out);
  } while (stream.avail_out == 0);
  EXPECT_EQ(stream.avail_in, 0u);
  inflateEnd(&stream);
  return text;
}

struct ClientOptions {
  Tls tls = Tls::off;
  int receive_buffer = 0;
  std::string behind{};  // bytes sent in one piece with the upgrade request
};

class Client {
 public:
  enum Opcode : unsigned { text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA };
  struct Message {
    unsigned opcode = 0;
    std::string payload;
  };

  /// Upgrades; throws with the server's answer when it declines.
  Client(std::uint16_t port, std::string_view path, const Headers& headers = {}, const ClientOptions& options = {})
      : Client(port, Request{upgrade(port, path, headers)}, options) {
    if (!head_.starts_with("HTTP/1.1 101 ")) throw std::runtime_error(head_ + buffer_);
    EXPECT_NE(head_.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), std::string::npos) << "Sec-WebSocket-Accept of RFC 6455";
  }

  /// Sends this request, whatever it is, and reads the head of the answer.
  struct Request {
    std::string bytes;
  };
  Client(std::uint16_t port, const Request& request, const ClientOptions& options = {})
      : socket_(port, options.tls, options.receive_buffer) {
    socket_.send(request.bytes + options.behind);
    std::size_t end;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) more();
    head_ = buffer_.substr(0, end + 4);
    buffer_.erase(0, end + 4);
    deflate_ = head_.find("permessage-deflate") != std::string::npos;
  }

  void send_raw(std::string_view bytes) { socket_.send(bytes); }
  void send_text(std::string_view payload) { send_raw(masked(0x80 | text, payload)); }
  void send(const json& frame) { send_text(frame.dump()); }
  void send_close(unsigned code) {
    send_raw(masked(0x80 | close, std::string{static_cast<char>(code >> 8), static_cast<char>(code)}));
  }

  /// The next frame; nothing when the server has ended the stream.
  std::optional<Message> receive() {
    while (frame_size() == 0) {
      const std::string bytes = receive_bytes();
      if (bytes.empty()) return std::nullopt;
      buffer_ += bytes;
    }
    EXPECT_FALSE(closed_) << "a frame after Close";
    Message message{static_cast<unsigned char>(buffer_[0]) & 0x0Fu,
                    buffer_.substr(head_size(), frame_size() - head_size())};
    EXPECT_EQ(buffer_[0] & 0x30, 0) << "nobody has defined these bits";
    const bool is_deflated = buffer_[0] & 0x40;
    EXPECT_TRUE(!is_deflated || (deflate_ && message.opcode == text)) << "RSV1 where nobody agreed to it";
    EXPECT_TRUE(buffer_[0] & 0x80) << "the server does not fragment";
    EXPECT_FALSE(buffer_[1] & 0x80) << "a server does not mask";
    if (is_deflated) {
      message.payload = inflate_message(message.payload);
      ++deflated_;
    }
    buffer_.erase(0, frame_size());
    closed_ = message.opcode == close;
    return message;
  }

  /// The next text frame; pings are answered. Throws at anything else.
  json receive_json() {
    for (;;) {
      const auto message = receive();
      if (!message) throw std::runtime_error("the server has ended the stream");
      if (message->opcode == text) return json::parse(message->payload);
      if (message->opcode == close)
        throw std::runtime_error("the server has closed: " + std::to_string(code_of(*message)));
      if (message->opcode == ping) send_raw(masked(0x80 | pong, message->payload));
    }
  }

  /// Reads on until Close and gives its code; 1006 when the stream ends without one.
  unsigned receive_close() {
    while (const auto message = receive()) {
      if (message->opcode == close) return code_of(*message);
    }
    return 1006;
  }
  /// True when the server ends the stream, as it does after Close.
  bool ended() {
    while (const auto message = receive()) {
      if (message->opcode != close) return false;
    }
    return true;
  }

  const std::string& head() const { return head_; }
  /// Messages that came compressed.
  int deflated() const { return deflated_; }

  /// The code of a Close; 1005 when it has none.
  static unsigned code_of(const Message& message) {
    if (message.payload.size() < 2) return 1005;
    return static_cast<unsigned>(static_cast<unsigned char>(message.payload[0]) << 8 |
                                 static_cast<unsigned char>(message.payload[1]));
  }

 private:
  static std::string upgrade(std::uint16_t port, std::string_view path, const Headers& headers) {
    std::string request = "GET " + std::string(path) + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                          "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: talar.v1\r\n";
    for (const std::string& header : headers) request += header + "\r\n";
    return request + "\r\n";
  }

  std::string receive_bytes() { return socket_.receive(); }
  void more() {
    const std::string bytes = receive_bytes();
    if (bytes.empty()) throw std::runtime_error("the server has ended the stream: " + buffer_);
    buffer_ += bytes;
  }

  std::size_t head_size() const {
    const auto length = static_cast<unsigned char>(buffer_[1]) & 0x7F;
    return length == 127 ? 10 : length == 126 ? 4 : 2;
  }
  /// Of the first frame in the buffer; 0 while it is not whole.
  std::size_t frame_size() const {
    if (buffer_.size() < 2 || buffer_.size() < head_size()) return 0;
    std::size_t length = static_cast<unsigned char>(buffer_[1]) & 0x7F;
    if (length >= 126) {
      length = 0;
      for (std::size_t i = 2; i < head_size(); ++i) length = length << 8 | static_cast<unsigned char>(buffer_[i]);
    }
    return buffer_.size() < head_size() + length ? 0 : head_size() + length;
  }

  Socket socket_;
  std::string buffer_;
  std::string head_;
  bool deflate_ = false;  // is agreed
  int deflated_ = 0;
  bool closed_ = false;
};

}  // namespace talar::test
