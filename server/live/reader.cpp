#include "server/live/reader.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace talar::live {
namespace {

enum Opcode : unsigned { continuation = 0x0, text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA };

constexpr std::uint16_t protocol_error = static_cast<std::uint16_t>(CloseCode::protocol_error);
constexpr std::uint16_t invalid_text = static_cast<std::uint16_t>(CloseCode::invalid_text);
constexpr std::uint16_t too_big = static_cast<std::uint16_t>(CloseCode::too_big);

/// `offset`: how many bytes of the frame's payload came before these.
void unmask(std::span<char> bytes, const std::uint8_t* mask, std::size_t offset) {
  std::array<std::uint8_t, 8> key;
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = mask[(offset + i) % 4];
  std::uint64_t key_word;
  std::memcpy(&key_word, key.data(), sizeof key_word);
  std::size_t at = 0;
  for (; at + sizeof key_word <= bytes.size(); at += sizeof key_word) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    word ^= key_word;
    std::memcpy(bytes.data() + at, &word, sizeof word);
  }
  for (; at < bytes.size(); ++at) bytes[at] = static_cast<char>(bytes[at] ^ key[at % 8]);
}

/// What a peer may say in a Close (RFC 6455 7.4, and IANA's registry up to 1014).
bool may_be_sent(unsigned code) {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

}  // namespace

std::uint16_t Reader::feed(std::span<char> bytes, Sink& sink) {
  std::uint16_t fault = fine;
  // One turn per frame. A frame without payload is delivered in the turn that completes its header.
  while (!bytes.empty() && !over_ && fault == fine) {
    if (!in_payload_) fault = take_header(bytes);
    if (in_payload_) fault = take_payload(bytes, sink);
  }
  if (fault != fine) over_ = true;
  return fault;
}

std::size_t Reader::head_needed() const {
  if (head_size_ < 2) return 2;
  const std::size_t more = short_length() == 126 ? 2 : short_length() == 127 ? 8 : 0;
  return 2 + more + 4;
}

std::uint16_t Reader::take_header(std::span<char>& bytes) {
  while (head_size_ < head_needed()) {
    if (bytes.empty()) return fine;
    head_[head_size_++] = static_cast<std::uint8_t>(bytes.front());
    bytes = bytes.subspan(1);
    if (head_size_ == 2) {
      if (const auto fault = check_first_two(); fault != fine) return fault;
    }
  }
  if (const auto fault = check_length(); fault != fine) return fault;
  in_payload_ = true;
  return fine;
}

std::uint16_t Reader::check_first_two() const {
  const bool reserved = head_[0] & 0x30;
  const bool masked = head_[1] & 0x80;
  const bool may_be_deflated = compression_ == Compression::deflate && (opcode() == text || opcode() == binary);
  if (reserved || !masked || (rsv1() && !may_be_deflated)) return protocol_error;
  switch (opcode()) {
    case continuation:
      return in_message_ ? fine : protocol_error;
    case text:
    case binary:
      return in_message_ ? protocol_error : fine;
    case close:
    case ping:
    case pong:
      return final() && short_length() <= 125 ? fine : protocol_error;
    default:
      return protocol_error;
  }
}

std::uint16_t Reader::check_length() {
  std::uint64_t length = short_length();
  if (length >= 126) {
    const std::uint64_t smallest = length == 126 ? 126 : 0x1'0000;  // the shortest form is the only one
    const std::size_t end = head_size_ - 4u;
    length = 0;
    for (std::size_t i = 2; i < end; ++i) length = length << 8 | head_[i];
    if (length < smallest || length >> 63) return protocol_error;
  }
  if (!control() && length > message_max_ - message_.size()) return too_big;
  length_ = static_cast<std::size_t>(length);
  return fine;
}

std::uint16_t Reader::take_payload(std::span<char>& bytes, Sink& sink) {
  const auto piece = bytes.first(std::min(bytes.size(), length_ - payload_.size()));
  bytes = bytes.subspan(piece.size());
  unmask(piece, head_.data() + head_size_ - 4, payload_.size());
  if (piece.size() == length_) {  // whole, in place, without a copy
    head_size_ = 0;
    in_payload_ = false;
    return frame({piece.data(), piece.size()}, sink);
  }
  payload_.append(piece.data(), piece.size());
  if (payload_.size() < length_) return fine;
  head_size_ = 0;
  in_payload_ = false;
  // Leaves nothing behind: an idle connection holds no buffer.
  return frame(std::exchange(payload_, {}), sink);
}

std::uint16_t Reader::frame(std::string_view payload, Sink& sink) {
  switch (opcode()) {
    case close:
      return closing(payload, sink);
    case ping:
      return go(sink.ping(payload));
    case pong:
      return go(sink.pong(payload));
    default:
      return data(payload, sink);
  }
}

std::uint16_t Reader::data(std::string_view payload, Sink& sink) {
  if (opcode() != continuation) {
    text_ = opcode() == text;
    deflated_ = rsv1();
    utf8_ = {};
  }
  if (text_ && !deflated_ && !utf8_.feed(payload)) return invalid_text;
  in_message_ = !final();
  if (in_message_) {
    message_ += payload;
    return fine;
  }
  if (message_.empty()) return whole(payload, sink);
  return whole(std::exchange(message_, {}).append(payload), sink);
}

std::uint16_t Reader::whole(std::string_view payload, Sink& sink) {
  if (!deflated_) return text_ && !utf8_.complete() ? invalid_text : go(sink.message(payload, text_));
  const Inflated message = inflated(payload, message_max_);
  if (message.outcome == Inflated::Outcome::too_big) return too_big;
  if (message.outcome == Inflated::Outcome::broken) return invalid_text;
  if (text_ && (!utf8_.feed(message.text) || !utf8_.complete())) return invalid_text;
  return go(sink.message(message.text, text_));
}

std::uint16_t Reader::closing(std::string_view payload, Sink& sink) {
  if (payload.size() == 1) return protocol_error;
  std::uint16_t code = 0;
  if (!payload.empty()) {
    code =
        static_cast<std::uint16_t>(static_cast<std::uint8_t>(payload[0]) << 8 | static_cast<std::uint8_t>(payload[1]));
    if (!may_be_sent(code)) return protocol_error;
    payload.remove_prefix(2);
    Utf8 utf8;
    if (!utf8.feed(payload) || !utf8.complete()) return invalid_text;
  }
  over_ = true;
  sink.closed(code, payload);
  return fine;
}

std::uint16_t Reader::go(Next next) {
  if (next == Next::stop) over_ = true;
  return fine;
}

}  // namespace talar::live
