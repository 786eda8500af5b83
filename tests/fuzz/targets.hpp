// What the fuzzers call with any bytes at all: each function throws Broken when something does not hold.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace talar::test {

using Bytes = std::span<const std::uint8_t>;

struct Broken : std::logic_error {
  using std::logic_error::logic_error;
};

inline void check(bool holds, const std::string& what) {
  if (!holds) throw Broken(what);
}

inline std::string text_of(Bytes bytes) {
  return {bytes.begin(), bytes.end()};
}

/// A stream of frames; its first two bytes choose limit, compression and how it is split. Whole or in pieces it reads
/// the same, and what is delivered is within the limit and, if text, UTF-8.
void fuzz_reader(Bytes input);
/// A message, deflated and inflated; a payload, inflated.
void fuzz_deflate(Bytes input);
/// A text frame: what is read encodes and reads again to the same; what is refused can be told.
void fuzz_codec(Bytes input);
/// A stream of requests; its first byte chooses how it is split.
void fuzz_request(Bytes input);
/// A Sec-WebSocket-Extensions header.
void fuzz_offers(Bytes input);
/// A text and updates of it: they do what a simpler piece of code does, and their difference leads back.
void fuzz_changes(Bytes input);

}  // namespace talar::test
