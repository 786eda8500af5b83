#include <array>
#include <vector>

#include "server/live/reader.hpp"
#include "tests/fuzz/targets.hpp"

namespace talar::test {
namespace {

using live::Compression;
using live::Reader;

constexpr std::array<std::size_t, 4> limits{16, 125, 1'000, 64 * 1024};
constexpr std::array<std::size_t, 8> pieces{1, 2, 3, 5, 7, 64, 1'000, 16 * 1024};

/// Another opinion than server/live/utf8: decodes every character and looks at its value.
bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<std::uint8_t>(bytes[i++]);
    if (lead < 0x80) continue;
    const int more = lead >> 5 == 0b110 ? 1 : lead >> 4 == 0b1110 ? 2 : lead >> 3 == 0b11110 ? 3 : 0;
    if (more == 0) return false;
    std::uint32_t value = lead & (0x3F >> more);
    for (int k = 0; k < more; ++k, ++i) {
      if (i == bytes.size() || (bytes[i] & 0xC0) != 0x80) return false;
      value = value << 6 | (bytes[i] & 0x3F);
    }
    constexpr std::array<std::uint32_t, 4> smallest{0, 0x80, 0x800, 0x10000};
    if (value < smallest[static_cast<std::size_t>(more)] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
      return false;
  }
  return true;
}

struct Heard final : Reader::Sink {
  std::size_t message_max = 0;
  std::vector<std::string> lines;
  bool over = false;

  Reader::Next note(std::string line) {
    check(!over, "nothing follows a Close");
    lines.push_back(std::move(line));
    return Reader::Next::go_on;
  }
  Reader::Next message(std::string_view payload, bool text) override {
    check(payload.size() <= message_max, "a message is within the limit");
    check(!text || is_utf8(payload), "a text is UTF-8");
    return note((text ? "text:" : "binary:") + std::string(payload));
  }
  Reader::Next ping(std::string_view payload) override {
    check(payload.size() <= 125, "a control frame is short");
    return note("ping:" + std::string(payload));
  }
  Reader::Next pong(std::string_view payload) override {
    check(payload.size() <= 125, "a control frame is short");
    return note("pong:" + std::string(payload));
  }
  void closed(std::uint16_t code, std::string_view reason) override {
    check(code == 0 || (code >= 1000 && code <= 4999 && code != 1005 && code != 1006), "a close code may be sent");
    check(is_utf8(reason) && reason.size() <= 123, "a reason is a short text");
    note("close:" + std::to_string(code) + ":" + std::string(reason));
    over = true;
  }
};

struct Outcome {
  std::vector<std::string> lines;
  std::uint16_t fault = 0;
  bool in_the_middle = false;
  bool operator==(const Outcome&) const = default;
};

Outcome read(std::string stream, std::size_t message_max, Compression compression, std::size_t piece) {
  Reader reader(message_max, compression);
  Heard heard;
  heard.message_max = message_max;
  Outcome outcome;
  for (std::span<char> rest(stream); !rest.empty();) {
    const auto next = rest.first(std::min(piece, rest.size()));
    rest = rest.subspan(next.size());
    const auto fault = reader.feed(next, heard);
    check(outcome.fault == 0 || fault == 0, "one fault is all");
    check(fault == 0 || fault == 1002 || fault == 1007 || fault == 1009, "a fault has one of our codes");
    if (fault != 0) {
      check(!heard.over, "nothing is wrong behind a Close");
      outcome.fault = fault;
      heard.over = true;  // nothing may come any more
    }
  }
  outcome.lines = std::move(heard.lines);
  outcome.in_the_middle = !heard.over && reader.in_the_middle();
  return outcome;
}

}  // namespace

void fuzz_reader(Bytes input) {
  if (input.size() < 2) return;
  const auto message_max = limits[input[0] & 3];
  const auto compression = input[0] & 4 ? Compression::deflate : Compression::none;
  const std::string stream = text_of(input.subspan(2));
  const Outcome whole = read(stream, message_max, compression, std::max<std::size_t>(stream.size(), 1));
  check(read(stream, message_max, compression, pieces[input[1] & 7]) == whole, "any split reads the same");
}

}  // namespace talar::test
