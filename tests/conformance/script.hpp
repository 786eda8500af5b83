// What a peer says on a raw socket, and everything that the server must say to it until the end of the stream.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/integration/house.hpp"

namespace talar::test {

inline constexpr unsigned fin = 0x80, rsv1 = 0x40, rsv2 = 0x20, rsv3 = 0x10;
inline constexpr unsigned continuation = 0x0, text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA;

enum class Deflate { not_offered, offered };

struct Case {
  std::string name;
  std::string reference;          // where the RFCs say so
  std::vector<std::string> ways;  // streams behind the handshake that must all be answered alike
  /// The answer, as `transcript` writes it. Unless it ends with a Close, the peer closes with 1000 and is answered.
  std::vector<std::string> said;
  Deflate deflate = Deflate::not_offered;
};
using Cases = std::vector<Case>;

/// A handshake, whatever it is, and the answer to it.
struct HandshakeCase {
  std::string name;
  std::string reference;
  std::string request;  // may have frames behind it
  unsigned status = 0;
  std::vector<std::string> head_has{}, head_lacks{};
  std::vector<std::string> said{};  // behind a 101
};

// Frames ------------------------------------------------------------------------------------------------------------

std::string with_mask(unsigned first, std::string_view payload, std::string_view mask);
std::string unmasked(unsigned first, std::string_view payload);
/// The header of a masked frame whose length takes `bytes` (1, 2 or 8) bytes, and its mask.
std::string header(unsigned first, std::uint64_t length, std::size_t bytes);
std::string close_frame(unsigned code, std::string_view reason = {});

// Texts: the server of talar.v1 shows what has arrived
// -----------------------------------------------------------------

/// Answered by "t:NUMBER". Filled up with blanks to `size`, in the middle.
std::string ping_text(unsigned number, std::size_t size = 0);
/// Refused by the name of the field: "field:NAME".
std::string naming(std::string_view name);
/// The frames of a text in fragments of `size` bytes.
std::string in_fragments(std::string_view payload, std::size_t size, unsigned flags = 0);
std::string repeat(std::string_view piece, std::size_t times);

// Running -----------------------------------------------------------------------------------------------------------

enum class Pace { at_once, byte_by_byte };

/// Everything until the server ends the stream, one line per frame: "t:7", "field:x", "malformed_json" (the code of
/// another refusal), "ping:x", "pong:x", "close:1002", "close" (an empty one).
std::vector<std::string> transcript(Client& client);

/// Runs them all, several at a time; each complaint is a failure of the test.
void expect_all(House& house, const Cases& cases, Tls tls = Tls::off);
void expect_all(House& house, const std::vector<HandshakeCase>& cases);

/// A house whose limits no case meets unless it means to.
HouseOptions patient_house();

}  // namespace talar::test
