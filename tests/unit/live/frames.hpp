// Client frames for tests, and a sink that writes down what a reader says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/live/reader.hpp"

namespace talar::live::test {

inline constexpr unsigned fin = 0x80, rsv1 = 0x40;
inline constexpr unsigned continuation = 0x0, text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA;

/// A masked frame; `first` is the first byte: flags and opcode.
inline std::string client_frame(unsigned first, std::string_view payload) {
  std::string bytes{static_cast<char>(first)};
  const std::size_t extra = payload.size() < 126 ? 0 : payload.size() <= 0xFFFF ? 2 : 8;
  bytes += static_cast<char>(0x80 | (extra == 0 ? payload.size() : extra == 2 ? 126 : 127));
  for (std::size_t i = extra; i-- > 0;) bytes += static_cast<char>(payload.size() >> (8 * i));
  constexpr std::string_view mask{"\x37\xfa\x21\x3d", 4};
  bytes += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
  return bytes;
}

inline std::string close_payload(unsigned code, std::string_view reason = {}) {
  return std::string{static_cast<char>(code >> 8), static_cast<char>(code)}.append(reason);
}

/// Notes: "text:…", "binary:…", "ping:…", "pong:…", "close:CODE:…".
struct Notes final : Reader::Sink {
  std::vector<std::string> said;
  std::size_t stop_after = ~std::size_t{0};

  Reader::Next note(std::string what) {
    said.push_back(std::move(what));
    return said.size() < stop_after ? Reader::Next::go_on : Reader::Next::stop;
  }
  Reader::Next message(std::string_view payload, bool is_text) override {
    return note((is_text ? "text:" : "binary:") + std::string(payload));
  }
  Reader::Next ping(std::string_view payload) override { return note("ping:" + std::string(payload)); }
  Reader::Next pong(std::string_view payload) override { return note("pong:" + std::string(payload)); }
  void closed(std::uint16_t code, std::string_view reason) override {
    note("close:" + std::to_string(code) + ":" + std::string(reason));
  }
};

}  // namespace talar::live::test
