// A server's reader of RFC 6455: bytes in, in any split; messages and control frames out. No I/O, no clock.
// Limits are checked on the header, before anything is stored. Extensions are declined, so every RSV bit is an error.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace talar::live {

/// Counts through UTF-8 in pieces of any size. Overlong forms, surrogates and values past U+10FFFF are not text.
class Utf8 {
 public:
  bool feed(std::string_view bytes);
  bool complete() const { return needed_ == 0; }

 private:
  std::uint8_t needed_ = 0;
  std::uint8_t low_ = 0x80;
  std::uint8_t high_ = 0xBF;
};

class Reader {
 public:
  enum class Next : bool { stop, go_on };

  /// What was read. The views live until the call returns. `stop`: nothing more of this input is looked at.
  struct Sink {
    virtual Next message(std::string_view payload, bool text) = 0;
    virtual Next ping(std::string_view payload) = 0;
    virtual Next pong(std::string_view payload) = 0;
    /// The last of all. `code` is 0 when the peer gave none.
    virtual void closed(std::uint16_t code, std::string_view reason) = 0;

   protected:
    ~Sink() = default;
  };

  explicit Reader(std::size_t message_max) : message_max_(message_max) {}
  /// 0, or the close code that the peer's fault earns; then nothing more may be fed. Unmasks in place.
  [[nodiscard]] std::uint16_t feed(std::span<char> bytes, Sink& sink);

 private:
  struct Header {
    std::uint8_t opcode = 0;
    bool fin = false;
    std::size_t length = 0;
    std::array<unsigned char, 4> mask{};
  };

  /// Bytes taken from the front of `bytes`; the header is whole when `in_payload_` is set.
  std::size_t take_header(std::span<const char> bytes, std::uint16_t& fault);
  std::uint16_t check(const Header& header) const;
  std::uint16_t frame(std::string_view payload, Sink& sink);
  std::uint16_t data(std::string_view payload, Sink& sink);
  std::uint16_t close(std::string_view payload, Sink& sink);

  std::size_t message_max_;
  Header header_;
  std::array<unsigned char, 14> head_{};  // of a header that came in pieces
  std::uint8_t head_size_ = 0;
  bool in_payload_ = false;
  bool in_message_ = false;  // a fragmented one
  bool text_ = false;
  bool done_ = false;
  std::string payload_;  // of a frame that came in pieces
  std::string message_;  // of a message that came in fragments
  Utf8 utf8_;            // of that message
};

}  // namespace talar::live
