#include "server/live/reader.hpp"

#include <gtest/gtest.h>

#include "tests/unit/live/frames.hpp"

namespace talar::live::test {
namespace {

constexpr std::size_t message_max = 70'000;

struct Case {
  std::string name;
  std::string bytes;
  std::vector<std::string> said;
  std::uint16_t fault = 0;
  Compression compression = Compression::none;
};

/// Feeds the input in pieces: one of `first` bytes, then of `size`.
std::pair<std::vector<std::string>, std::uint16_t> read(const Case& test, std::size_t first, std::size_t size) {
  std::string bytes = test.bytes;
  Reader reader(message_max, test.compression);
  Notes notes;
  std::uint16_t fault = 0;
  for (std::span<char> rest(bytes), piece; !rest.empty() && fault == 0; rest = rest.subspan(piece.size())) {
    piece = rest.first(std::min(rest.size() == bytes.size() ? first : size, rest.size()));
    fault = reader.feed(piece, notes);
  }
  return {notes.said, fault};
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::vector<Case> conversations() {
  const std::string salam = "سلام، تالار";
  const std::string medium(126, 'm'), large(65'536, 'l');
  const auto f = client_frame;
  return {
      {"text", f(fin | text, "hello"), {"text:hello"}},
      {"empty text", f(fin | text, ""), {"text:"}},
      {"binary", f(fin | binary, "\xff\xfe"), {"binary:\xff\xfe"}},
      {"Persian", f(fin | text, salam), {"text:" + salam}},
      {"16-bit length", f(fin | text, medium), {"text:" + medium}},
      {"65535 bytes", f(fin | text, large.substr(1)), {"text:" + large.substr(1)}},
      {"64-bit length", f(fin | text, large), {"text:" + large}},
      {"two in a row", f(fin | text, "a") + f(fin | text, "b"), {"text:a", "text:b"}},
      {"empty ones in a row", f(fin | text, "") + f(fin | ping, "") + f(fin | text, ""), {"text:", "ping:", "text:"}},
      {"ping with payload", f(fin | ping, "x"), {"ping:x"}},
      {"ping of 125", f(fin | ping, std::string(125, 'p')), {"ping:" + std::string(125, 'p')}},
      {"pong unasked", f(fin | pong, "y"), {"pong:y"}},
      {"fragments", f(text, "a") + f(continuation, "b") + f(fin, "c"), {"text:abc"}},
      {"empty fragments", f(text, "") + f(continuation, "") + f(fin, ""), {"text:"}},
      {"ping between fragments", f(text, "a") + f(fin | ping, "p") + f(fin, "b"), {"ping:p", "text:ab"}},
      {"a character over three fragments",
       f(text, "\xf0\x9f") + f(continuation, "\x8c") + f(fin, "\x9f!"),
       {"text:\xf0\x9f\x8c\x9f!"}},
      {"close with nothing", f(fin | close, ""), {"close:0:"}},
      {"close with code", f(fin | close, close_payload(1000)), {"close:1000:"}},
      {"close with reason", f(fin | close, close_payload(4321, "خدا نگهدار")), {"close:4321:خدا نگهدار"}},
      {"nothing after close", f(fin | close, close_payload(1001)) + f(fin | text, "late"), {"close:1001:"}},
      {"exactly the limit", f(fin | text, repeat("x", message_max)), {"text:" + repeat("x", message_max)}},
  };
}

std::vector<Case> abuses() {
  const auto f = client_frame;
  std::string unmasked = f(fin | text, "hi");
  unmasked[1] = static_cast<char>(unmasked[1] & 0x7F);
  const std::string mask(4, '\0');
  return {
      {"unmasked", unmasked, {}, 1002},
      {"RSV1", f(fin | rsv1 | text, "x"), {}, 1002},
      {"RSV2", f(fin | 0x20 | text, "x"), {}, 1002},
      {"RSV3", f(fin | 0x10 | text, "x"), {}, 1002},
      {"RSV1 on ping", f(fin | rsv1 | ping, ""), {}, 1002},
      {"opcode 3", f(fin | 0x3, "x"), {}, 1002},
      {"opcode 7", f(fin | 0x7, "x"), {}, 1002},
      {"opcode B", f(fin | 0xB, "x"), {}, 1002},
      {"opcode F", f(fin | 0xF, "x"), {}, 1002},
      {"continuation of nothing", f(fin, "x"), {}, 1002},
      {"continuation after the end", f(text, "a") + f(fin, "b") + f(fin, "c"), {"text:ab"}, 1002},
      {"text inside of a message", f(text, "a") + f(fin | text, "b"), {}, 1002},
      {"fragmented ping", f(ping, "x"), {}, 1002},
      {"fragmented close", f(close, ""), {}, 1002},
      {"ping of 126", f(fin | ping, std::string(126, 'p')), {}, 1002},
      {"close of one byte", f(fin | close, "x"), {}, 1002},
      {"close code 0", f(fin | close, close_payload(0)), {}, 1002},
      {"close code 999", f(fin | close, close_payload(999)), {}, 1002},
      {"close code 1004", f(fin | close, close_payload(1004)), {}, 1002},
      {"close code 1005", f(fin | close, close_payload(1005)), {}, 1002},
      {"close code 1006", f(fin | close, close_payload(1006)), {}, 1002},
      {"close code 1015", f(fin | close, close_payload(1015)), {}, 1002},
      {"close code 1016", f(fin | close, close_payload(1016)), {}, 1002},
      {"close code 2999", f(fin | close, close_payload(2999)), {}, 1002},
      {"close code 5000", f(fin | close, close_payload(5000)), {}, 1002},
      {"close reason not text", f(fin | close, close_payload(1000, "\xff")), {}, 1007},
      {"close reason cut short", f(fin | close, close_payload(1000, "\xd8")), {}, 1007},
      {"text not UTF-8", f(fin | text, "a\xc0\xaf"), {}, 1007},
      {"text with a surrogate", f(fin | text, "\xed\xa0\x80"), {}, 1007},
      {"text past U+10FFFF", f(fin | text, "\xf4\x90\x80\x80"), {}, 1007},
      {"text cut in a character", f(fin | text, "\xe2\x82"), {}, 1007},
      {"bad byte in a later fragment", f(text, "ok") + f(fin, "\x80"), {}, 1007},
      {"bad byte in the first of fragments", f(text, "\xff"), {}, 1007},
      {"length not minimal (16)", std::string("\x81\xfe\x00\x7d", 4) + mask, {}, 1002},
      {"length not minimal (64)", std::string("\x81\xff\x00\x00\x00\x00\x00\x00\xff\xff", 10) + mask, {}, 1002},
      {"length with the top bit", std::string("\x81\xff\x80\x00\x00\x00\x00\x00\x00\x01", 10) + mask, {}, 1002},
      {"a length of petabytes", std::string("\x81\xff\x00\x10\x00\x00\x00\x00\x00\x00", 10) + mask, {}, 1009},
      {"one byte too large", f(fin | text, repeat("x", message_max + 1)), {}, 1009},
      {"too large in fragments", f(text, repeat("x", message_max)) + f(fin, "x"), {}, 1009},
  };
}

/// The messages of RFC 7692 7.2.3, and others.
std::vector<Case> compressed() {
  const auto f = client_frame;
  const std::string hello("\xf2\x48\xcd\xc9\xc9\x07\x00", 7), stored("\x00\x05\x00\xfa\xffHello\x00", 11);
  const std::string two_blocks("\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", 13);
  const std::string ended("\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 8), ended_bare = ended.substr(0, 7);
  const std::string salam = repeat("سلام، تالار. ", 40), packed = *deflated(salam);
  const std::string half = packed.substr(0, packed.size() / 2);
  std::vector<Case> cases{
      {"Hello", f(fin | rsv1 | text, hello), {"text:Hello"}},
      {"Hello over two frames", f(rsv1 | text, hello.substr(0, 3)) + f(fin, hello.substr(3)), {"text:Hello"}},
      {"Hello, stored", f(fin | rsv1 | text, stored), {"text:Hello"}},
      {"Hello, ended (BFINAL)", f(fin | rsv1 | text, ended), {"text:Hello"}},
      {"Hello, ended and nothing behind", f(fin | rsv1 | text, ended_bare), {"text:Hello"}},
      {"Hello, ended, and again", f(fin | rsv1 | text, ended_bare + ended), {"text:HelloHello"}},
      {"Hello in two blocks", f(fin | rsv1 | text, two_blocks), {"text:Hello"}},
      {"the empty message", f(fin | rsv1 | text, std::string(1, '\0')), {"text:"}},
      {"no byte at all", f(fin | rsv1 | text, ""), {"text:"}},
      {"empty frames around it", f(rsv1 | text, "") + f(continuation, hello) + f(fin, ""), {"text:Hello"}},
      {"binary", f(fin | rsv1 | binary, hello), {"binary:Hello"}},
      {"Persian", f(fin | rsv1 | text, packed), {"text:" + salam}},
      {"plain ones among them",
       f(fin | text, "a") + f(fin | rsv1 | text, hello) + f(text, "b") + f(fin, "c"),
       {"text:a", "text:Hello", "text:bc"}},
      {"ping between fragments",
       f(rsv1 | text, hello.substr(0, 1)) + f(fin | ping, "p") + f(fin, hello.substr(1)),
       {"ping:p", "text:Hello"}},
      {"just the limit",
       f(fin | rsv1 | text, *deflated(repeat("x", message_max))),
       {"text:" + repeat("x", message_max)}},
      {"one byte past the limit", f(fin | rsv1 | text, *deflated(repeat("x", message_max + 1))), {}, 1009},
      {"past the limit before it is inflated", f(fin | rsv1 | text, repeat("x", message_max + 1)), {}, 1009},
      {"past the limit in fragments", f(rsv1 | text, repeat("x", message_max)) + f(fin, "x"), {}, 1009},
      {"a bomb", f(fin | rsv1 | text, *deflated(repeat("0", 10'000'000))), {}, 1009},
      {"a block of no known type", f(fin | rsv1 | text, "\x07\xff"), {}, 1007},
      {"cut short", f(fin | rsv1 | text, half), {}, 1007},
      {"with the tail that is not sent", f(fin | rsv1 | text, hello + std::string("\0\0\xff\xff", 4)), {}, 1007},
      {"a distance before the message", f(fin | rsv1 | text, std::string("\xf2\x00\x11\x00\x00", 5)), {}, 1007},
      {"not UTF-8 inside", f(fin | rsv1 | text, *deflated(repeat("\xff", 500))), {}, 1007},
      {"a character cut short inside", f(fin | rsv1 | text, *deflated(salam + "\xd8")), {}, 1007},
      {"RSV1 on a continuation", f(rsv1 | text, hello.substr(0, 3)) + f(fin | rsv1, hello.substr(3)), {}, 1002},
      {"RSV1 on a ping", f(fin | rsv1 | ping, ""), {}, 1002},
      {"RSV1 on a pong", f(fin | rsv1 | pong, ""), {}, 1002},
      {"RSV1 on a close", f(fin | rsv1 | close, ""), {}, 1002},
      {"RSV1 and RSV2", f(fin | rsv1 | 0x20 | text, hello), {}, 1002},
      {"RSV3", f(fin | 0x10 | text, hello), {}, 1002},
  };
  for (Case& test : cases) test.compression = Compression::deflate;
  return cases;
}

void expect_at_every_split(const Case& test) {
  SCOPED_TRACE(test.name);
  const auto [whole, whole_fault] = read(test, test.bytes.size(), 1);
  EXPECT_EQ(whole, test.said);
  EXPECT_EQ(whole_fault, test.fault);
  // Every first cut of the short ones, and the long ones around their header and end, then in pieces of 1, 2, 3, 7.
  const std::size_t size = test.bytes.size();
  for (std::size_t first = 1; first < size; ++first) {
    if (size > 400 && first > 20 && first + 20 < size) continue;
    const auto [said, fault] = read(test, first, size);
    ASSERT_EQ(said, test.said) << "cut at " << first;
    ASSERT_EQ(fault, test.fault) << "cut at " << first;
  }
  for (const std::size_t piece : {1, 2, 3, 7}) {
    const auto [said, fault] = read(test, piece, piece);
    ASSERT_EQ(said, test.said) << "in pieces of " << piece;
    ASSERT_EQ(fault, test.fault) << "in pieces of " << piece;
  }
}

TEST(Reader, every_conversation_reads_the_same_at_every_split) {
  for (const Case& test : conversations()) expect_at_every_split(test);
}

TEST(Reader, every_abuse_earns_its_close_code_at_every_split) {
  for (const Case& test : abuses()) expect_at_every_split(test);
}

TEST(Reader, every_compressed_message_reads_the_same_at_every_split) {
  for (const Case& test : compressed()) expect_at_every_split(test);
}

TEST(Reader, knows_whether_it_is_in_the_middle_of_something) {
  Reader reader(message_max, Compression::none);
  Notes notes;
  std::string fragments = client_frame(text, "ab") + client_frame(fin | ping, "") + client_frame(fin, "cd");
  EXPECT_FALSE(reader.in_the_middle());
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    EXPECT_EQ(reader.feed({&fragments[i], 1}, notes), 0);
    EXPECT_EQ(reader.in_the_middle(), i + 1 < fragments.size()) << i;
  }
}

TEST(Reader, all_conversations_in_one_stream_read_the_same_at_every_split) {
  Case all{"all", {}, {}};
  for (const Case& test : conversations()) {
    if (test.bytes.size() > 1'000 || test.name.find("close") != std::string::npos) continue;
    all.bytes += test.bytes;
    all.said.insert(all.said.end(), test.said.begin(), test.said.end());
  }
  for (std::size_t first = 1; first < all.bytes.size(); ++first) {
    ASSERT_EQ(read(all, first, all.bytes.size()).first, all.said) << "cut at " << first;
  }
}

TEST(Reader, refuses_a_large_message_before_its_payload_comes) {
  Reader reader(100, Compression::none);
  Notes notes;
  std::string header = client_frame(fin | text, std::string(101, 'x')).substr(0, 8);
  EXPECT_EQ(reader.feed(header, notes), 1009);
}

TEST(Reader, stops_in_the_middle_of_its_input_when_the_sink_says_so) {
  Reader reader(message_max, Compression::none);
  Notes notes;
  notes.stop_after = 2;
  std::string bytes = client_frame(fin | text, "a") + client_frame(fin | text, "b") + client_frame(fin | text, "c");
  EXPECT_EQ(reader.feed(bytes, notes), 0);
  EXPECT_EQ(notes.said, (std::vector<std::string>{"text:a", "text:b"}));
  std::string more = client_frame(fin | text, "d");
  EXPECT_EQ(reader.feed(more, notes), 0);
  EXPECT_EQ(notes.said.size(), 2u);
}

TEST(Reader, ignores_everything_after_a_fault) {
  Reader reader(message_max, Compression::none);
  Notes notes;
  std::string bad = client_frame(fin | 0x3, "");
  std::string good = client_frame(fin | text, "a");
  EXPECT_EQ(reader.feed(bad, notes), 1002);
  EXPECT_EQ(reader.feed(good, notes), 0);
  EXPECT_TRUE(notes.said.empty());
}

}  // namespace
}  // namespace talar::live::test
