// A server's reader of RFC 6455 and 7692: bytes in, in any split; messages and control frames out. No I/O, no clock.
// Limits are checked on the header, before anything is stored, and again while a compressed message is inflated.
// A compressed message that cannot be inflated earns 1007, like text that is not text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "server/live/deflate.hpp"
#include "server/live/frame.hpp"
#include "server/live/utf8.hpp"

namespace talar::live {

class Reader {
 public:
  enum class Next : bool { stop, go_on };

  /// What was read. The views live until the call returns. `stop`: nothing more is looked at, now or later.
  struct Sink {
    virtual Next message(std::string_view payload, bool text) = 0;
    virtual Next ping(std::string_view payload) = 0;
    virtual Next pong(std::string_view payload) = 0;
    /// The last of all. `code` is 0 when the peer gave none.
    virtual void closed(std::uint16_t code, std::string_view reason) = 0;

   protected:
    ~Sink() = default;
  };

  /// `message_max` bounds a message as it comes and, inflated, as it is delivered.
  Reader(std::size_t message_max, Compression compression) : message_max_(message_max), compression_(compression) {}

  /// 0, or the close code that the peer's fault earns; after that everything is ignored. Unmasks in place.
  [[nodiscard]] std::uint16_t feed(std::span<char> bytes, Sink& sink);
  /// A frame or a fragmented message has begun and is not whole. Otherwise nothing is held here.
  bool in_the_middle() const { return head_size_ > 0 || in_message_; }

 private:
  static constexpr std::uint16_t fine = 0;

  /// Takes header bytes off the front; sets in_payload_ when the header is whole.
  std::uint16_t take_header(std::span<char>& bytes);
  std::uint16_t check_first_two() const;
  std::uint16_t check_length();
  /// Takes payload bytes off the front; delivers the frame when it is whole.
  std::uint16_t take_payload(std::span<char>& bytes, Sink& sink);
  std::uint16_t frame(std::string_view payload, Sink& sink);
  std::uint16_t data(std::string_view payload, Sink& sink);
  /// The payload of a whole message, as it came.
  std::uint16_t whole(std::string_view payload, Sink& sink);
  std::uint16_t closing(std::string_view payload, Sink& sink);
  std::uint16_t go(Next next);

  unsigned opcode() const { return head_[0] & 0x0F; }
  bool rsv1() const { return head_[0] & 0x40; }
  bool final() const { return head_[0] & 0x80; }
  bool control() const { return head_[0] & 0x08; }
  unsigned short_length() const { return head_[1] & 0x7F; }
  std::size_t head_needed() const;

  std::size_t message_max_;
  Compression compression_;
  std::size_t length_ = 0;               // of the frame whose payload is being read
  std::array<std::uint8_t, 14> head_{};  // the frame's header, mask at its end
  std::uint8_t head_size_ = 0;
  bool in_payload_ = false;
  bool in_message_ = false;  // between the fragments of one
  bool text_ = false;        // that message is
  bool deflated_ = false;    // and that
  bool over_ = false;
  std::string payload_;  // of a frame that comes in pieces
  std::string message_;  // fragments so far
  Utf8 utf8_;            // of those fragments, unless they are deflated
};

}  // namespace talar::live
