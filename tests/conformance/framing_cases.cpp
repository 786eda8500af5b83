// RFC 6455, section 5.2 and 5.4: headers, lengths, masks, reserved bits and opcodes, fragments.
#include "tests/conformance/tables.hpp"

namespace talar::test {
namespace {

constexpr std::size_t most = limits::frame_in_bytes;
const std::string hex_digits = "0123456789ABCDEF";

void lengths(Cases& cases) {
  const std::string reference = "RFC 6455 5.2, payload length";
  for (const std::size_t size : {23, 124, 125, 126, 127, 128, 255, 256, 4'095, 4'096, 16'384, 65'534, 65'535, 65'536})
    cases.push_back(
        {"a text of " + std::to_string(size), reference, {masked(fin | text, ping_text(7, size))}, {"t:7"}});
  cases.push_back({"an empty text", reference, {masked(fin | text, "")}, {"malformed_json"}});
  cases.push_back({"three empty texts and one",
                   reference,
                   {repeat(masked(fin | text, ""), 3) + masked(fin | text, ping_text(1))},
                   {"malformed_json", "malformed_json", "malformed_json", "t:1"}});
  for (const std::uint64_t length : {0, 1, 125})
    cases.push_back({"length " + std::to_string(length) + " in 16 bits",
                     "RFC 6455 5.2, the minimal number of bytes",
                     {header(fin | text, length, 2)},
                     {"close:1002"}});
  for (const std::uint64_t length : {0, 125, 126, 65'535})
    cases.push_back({"length " + std::to_string(length) + " in 64 bits",
                     "RFC 6455 5.2, the minimal number of bytes",
                     {header(fin | text, length, 8)},
                     {"close:1002"}});
  for (const std::uint64_t length : {std::uint64_t{1} << 63, ~std::uint64_t{0}})
    cases.push_back({"length " + std::to_string(length),
                     "RFC 6455 5.2, the most significant bit MUST be 0",
                     {header(fin | text, length, 8)},
                     {"close:1002"}});
}

void size_limits(Cases& cases) {
  const std::string reference = "RFC 6455 7.4.1 and 10.4";
  const std::string full(most, ' ');
  // No payload follows: whoever waited for it, or made room for it, would not answer.
  cases.push_back(
      {"one byte too many is refused by its header", reference, {header(fin | text, most + 1, 8)}, {"close:1009"}});
  for (const int bits : {20, 24, 31, 32, 40, 62})
    cases.push_back({"2^" + std::to_string(bits) + " bytes are refused by their header",
                     reference,
                     {header(fin | text, std::uint64_t{1} << bits, 8)},
                     {"close:1009"}});
  cases.push_back(
      {"binary of 2^40 bytes", reference, {header(fin | binary, std::uint64_t{1} << 40, 8)}, {"close:1009"}});
  cases.push_back(
      {"too large in its second fragment", reference, {masked(text, full) + header(fin, 1, 1)}, {"close:1009"}});
  cases.push_back({"too large in a fragment in the middle",
                   reference,
                   {masked(text, full.substr(9)) + masked(continuation, "") + header(continuation, 10, 1)},
                   {"close:1009"}});
  cases.push_back(
      {"exactly the limit in two fragments", reference, {in_fragments(ping_text(3, most), most - 9)}, {"t:3"}});
  cases.push_back({"the limit twice", reference, {repeat(masked(fin | text, ping_text(4, most)), 2)}, {"t:4", "t:4"}});
  cases.push_back({"a message before the too large one is answered",
                   reference,
                   {masked(fin | text, ping_text(5)) + header(fin | text, most + 1, 8)},
                   {"t:5", "close:1009"}});
}

void masks(Cases& cases) {
  const std::string reference = "RFC 6455 5.3";
  const std::vector<std::string> keys{std::string(4, '\0'), "\xff\xff\xff\xff", std::string("\x01\x00\x00\x00", 4),
                                      std::string("\x00\x00\x00\x80", 4), "abcd"};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Case test{"mask " + std::to_string(i), reference, {""}, {}};
    // Every length up to three machine words, so that each way out of a word is taken.
    for (unsigned size = 20; size < 60; ++size) {
      test.ways[0] += with_mask(fin | text, ping_text(size, size), keys[i]);
      test.said.push_back("t:" + std::to_string(size));
    }
    cases.push_back(test);
  }
  const std::string must = "RFC 6455 5.1, a server MUST close upon a frame that is not masked";
  cases.push_back({"an unmasked text", must, {unmasked(fin | text, ping_text(1))}, {"close:1002"}});
  cases.push_back({"an unmasked empty text", must, {unmasked(fin | text, "")}, {"close:1002"}});
  cases.push_back({"an unmasked ping", must, {unmasked(fin | ping, "x")}, {"close:1002"}});
  cases.push_back({"an unmasked pong", must, {unmasked(fin | pong, "")}, {"close:1002"}});
  cases.push_back({"an unmasked close", must, {unmasked(fin | close, "\x03\xe8")}, {"close:1002"}});
  cases.push_back({"an unmasked last fragment", must, {masked(text, "{") + unmasked(fin, "}")}, {"close:1002"}});
}

void reserved(Cases& cases) {
  const std::string bits = "RFC 6455 5.2, RSV1, RSV2, RSV3";
  for (unsigned rsv = rsv3; rsv <= (rsv1 | rsv2 | rsv3); rsv += rsv3) {
    const std::string name = "reserved bits " + std::to_string(rsv >> 4);
    cases.push_back({name + " on a text", bits, {masked(fin | rsv | text, ping_text(1))}, {"close:1002"}});
    cases.push_back({name + " on a ping", bits, {masked(fin | rsv | ping, "")}, {"close:1002"}});
  }
  cases.push_back({"a reserved bit on a close", bits, {masked(fin | rsv2 | close, "\x03\xe8")}, {"close:1002"}});
  cases.push_back({"a reserved bit on a pong", bits, {masked(fin | rsv3 | pong, "")}, {"close:1002"}});
  cases.push_back(
      {"a reserved bit on a continuation", bits, {masked(text, "{") + masked(fin | rsv1, "}")}, {"close:1002"}});
  cases.push_back({"a reserved bit on the second text",
                   bits,
                   {masked(fin | text, ping_text(1)) + masked(fin | rsv1 | text, ping_text(2))},
                   {"t:1", "close:1002"}});
  const std::string opcodes = "RFC 6455 5.2, opcode";
  for (const unsigned opcode : {0x3, 0x4, 0x5, 0x6, 0x7, 0xB, 0xC, 0xD, 0xE, 0xF}) {
    const std::string name = std::string("opcode ") + hex_digits[opcode];
    cases.push_back(
        {name,
         opcodes,
         {masked(fin | opcode, ""), masked(fin | opcode, "x"), masked(opcode, "x"), header(fin | opcode, 9'999, 2)},
         {"close:1002"}});
    cases.push_back(
        {name + " inside of a message", opcodes, {masked(text, "{") + masked(fin | opcode, "x")}, {"close:1002"}});
  }
  const std::string binary_is = "RFC 6455 7.4.1, 1003: a type of data it cannot accept";
  cases.push_back({"binary", binary_is, {masked(fin | binary, "{}")}, {"close:1003"}});
  cases.push_back({"binary that is not UTF-8", binary_is, {masked(fin | binary, "\xff\xfe")}, {"close:1003"}});
  cases.push_back({"empty binary", binary_is, {masked(fin | binary, "")}, {"close:1003"}});
  cases.push_back({"binary in fragments",
                   binary_is,
                   {masked(binary, "a") + masked(continuation, "\xff") + masked(fin, "c")},
                   {"close:1003"}});
}

}  // namespace

Cases framing_cases() {
  Cases cases;
  lengths(cases);
  size_limits(cases);
  masks(cases);
  reserved(cases);
  return cases;
}

Cases fragment_cases() {
  const std::string reference = "RFC 6455 5.4";
  const std::string whole = ping_text(8);
  const auto f = masked;
  return {
      {"two fragments, at every cut",
       reference,
       [&] {
         std::vector<std::string> ways;
         for (std::size_t cut = 0; cut <= whole.size(); ++cut)
           ways.push_back(f(text, whole.substr(0, cut)) + f(fin, whole.substr(cut)));
         return ways;
       }(),
       {"t:8"}},
      {"fragments of one byte", reference, {in_fragments(whole, 1)}, {"t:8"}},
      {"fragments of 65,536 bytes in 1,024 pieces", reference, {in_fragments(ping_text(8, 65'536), 64)}, {"t:8"}},
      {"empty fragments before, between and behind",
       reference,
       {f(text, "") + f(0, "") + f(0, whole.substr(0, 4)) + f(0, "") + f(0, whole.substr(4)) + f(fin, "")},
       {"t:8"}},
      {"nothing but empty fragments", reference, {f(text, "") + f(0, "") + f(fin, "")}, {"malformed_json"}},
      {"a thousand empty fragments", reference, {f(text, whole) + repeat(f(0, ""), 1'000) + f(fin, "")}, {"t:8"}},
      {"a ping between the fragments",
       reference,
       {f(text, whole.substr(0, 4)) + f(fin | ping, "p") + f(fin, whole.substr(4))},
       {"pong:p", "t:8"}},
      {"pings and pongs between all the fragments",
       reference,
       {f(text, "{") + f(fin | ping, "1") + f(0, whole.substr(1, 3)) + f(fin | pong, "?") + f(fin | ping, "2") +
        f(0, whole.substr(4)) + f(fin | ping, "") + f(fin, "")},
       {"pong:1", "pong:2", "pong:", "t:8"}},
      {"a ping of 125 bytes inside of a large message",
       reference,
       {f(text, ping_text(8, 60'000).substr(0, 30'000)) + f(fin | ping, std::string(125, 'p')) +
        f(fin, ping_text(8, 60'000).substr(30'000))},
       {"pong:" + std::string(125, 'p'), "t:8"}},
      {"two fragmented messages in a row",
       reference,
       {in_fragments(ping_text(1), 5) + in_fragments(ping_text(2), 6)},
       {"t:1", "t:2"}},
      {"whole and fragmented ones in turn",
       reference,
       {f(fin | text, ping_text(1)) + in_fragments(ping_text(2), 9) + f(fin | text, ping_text(3))},
       {"t:1", "t:2", "t:3"}},
      {"a continuation of nothing", reference, {f(0, "x"), f(fin, "x"), f(fin, ""), f(0, "")}, {"close:1002"}},
      {"a continuation after a whole text", reference, {f(fin | text, whole) + f(fin, "x")}, {"t:8", "close:1002"}},
      {"a continuation after the last fragment",
       reference,
       {in_fragments(whole, 9) + f(fin, "x")},
       {"t:8", "close:1002"}},
      {"a continuation after a ping", reference, {f(fin | ping, "p") + f(fin, "x")}, {"pong:p", "close:1002"}},
      {"a text inside of a text",
       reference,
       {f(text, "{") + f(fin | text, whole), f(text, "{") + f(text, whole)},
       {"close:1002"}},
      {"a binary inside of a text", reference, {f(text, "{") + f(fin | binary, "x")}, {"close:1002"}},
      {"a text inside of a binary", reference, {f(binary, "{") + f(fin | text, "x")}, {"close:1002"}},
      {"a text behind a ping inside of a text",
       reference,
       {f(text, "{") + f(fin | ping, "p") + f(fin | text, "x")},
       {"pong:p", "close:1002"}},
  };
}

}  // namespace talar::test
