#include "server/live/deflate.hpp"

#include <zlib.h>

#include <array>
#include <new>

namespace talar::live {
namespace {

constexpr std::size_t worth_deflating = 128;  // bytes: below that a message fits its packet anyway
constexpr int level = 1;                      // the fastest: 6 takes a fifth off a whole state for thrice the work
constexpr int raw_deflate = -15;              // without zlib's header; a window of 15 bits
constexpr int memory_level = 8;

/// What ends every compressed message and is not sent: the empty block that a sync flush writes (RFC 7692 7.2.1).
constexpr std::string_view tail{"\x00\x00\xff\xff", 4};

struct Deflater : z_stream {
  Deflater() : z_stream{} {
    if (deflateInit2(this, level, Z_DEFLATED, raw_deflate, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(this); }
  Deflater(const Deflater&) = delete;
};

struct Inflater : z_stream {
  Inflater() : z_stream{} {
    if (inflateInit2(this, raw_deflate) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(this); }
  Inflater(const Inflater&) = delete;

  void offer(std::string_view bytes) {
    next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    avail_in = static_cast<uInt>(bytes.size());
  }
  /// Behind a whole block, with no bit of a next one: zlib says so in flag 128 and in the bits left.
  bool between_blocks() const { return (data_type & 128) != 0 && (data_type & 63) == 0; }
};

/// Inflates what was offered to its end. A stream may end in the middle (BFINAL, RFC 7692 7.2.3.4): the next begins.
/// `ended`: nothing came behind the last such end.
Inflated::Outcome drain(Inflater& inflater, std::size_t max, std::string& text, bool& ended) {
  static thread_local std::array<Bytef, 16 * 1024> piece;
  do {
    inflater.next_out = piece.data();
    inflater.avail_out = static_cast<uInt>(piece.size());
    const int result = inflate(&inflater, Z_SYNC_FLUSH);
    const std::size_t bytes = piece.size() - inflater.avail_out;
    if (bytes > max - text.size()) return Inflated::Outcome::too_big;
    text.append(reinterpret_cast<const char*>(piece.data()), bytes);
    ended = result == Z_STREAM_END;
    if (ended)
      inflateReset(&inflater);
    else if (result != Z_OK && result != Z_BUF_ERROR)  // the latter: everything has been read and said already
      return Inflated::Outcome::broken;
  } while (inflater.avail_in > 0 || (!ended && inflater.avail_out == 0));
  return Inflated::Outcome::fine;
}

}  // namespace

std::optional<std::string> deflated(std::string_view payload) {
  if (payload.size() < worth_deflating) return std::nullopt;
  static thread_local Deflater deflater;
  deflateReset(&deflater);
  // Just so much room that running out of it means: not smaller.
  std::string bytes(payload.size() + tail.size(), '\0');
  deflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(payload.data()));  // zlib only reads it
  deflater.avail_in = static_cast<uInt>(payload.size());
  deflater.next_out = reinterpret_cast<Bytef*>(bytes.data());
  deflater.avail_out = static_cast<uInt>(bytes.size());
  if (deflate(&deflater, Z_SYNC_FLUSH) != Z_OK || deflater.avail_out == 0) return std::nullopt;
  bytes.resize(bytes.size() - deflater.avail_out - tail.size());
  return bytes;
}

Inflated inflated(std::string_view compressed, std::size_t max) {
  using enum Inflated::Outcome;
  if (compressed.empty()) return {};  // no block at all: some peers say the empty message like that
  static thread_local Inflater inflater;
  inflateReset(&inflater);
  Inflated result;
  bool ended = false;
  inflater.offer(compressed);
  result.outcome = drain(inflater, max, result.text, ended);
  if (result.outcome == fine && !ended) {
    inflater.offer(tail);
    result.outcome = drain(inflater, max, result.text, ended);
    // A message that was cut short must not pass for a whole one.
    if (result.outcome == fine && !ended && !inflater.between_blocks()) result.outcome = broken;
  }
  if (result.outcome != fine) result.text.clear();
  return result;
}

}  // namespace talar::live
