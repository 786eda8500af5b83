// RFC 6455, section 8.1, and RFC 3629: what is text and what is not. After Markus Kuhn's stress test; each row goes as
// one frame and as two, cut at every byte.
#include "tests/conformance/tables.hpp"

namespace talar::test {
namespace {

struct Row {
  std::string name;
  std::string bytes;
};
using Rows = std::vector<Row>;

std::string encoded(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

Rows texts() {
  Rows rows{
      {"Greek", "κόσμε"},
      {"Persian", "سلام، تالار"},
      {"Persian digits and a joiner", "۱۲۳ می‌خواهم"},
      {"Arabic marks", "بِسْمِ"},
      {"Chinese", "你好"},
      {"an emoji", "🌟"},
      {"a family of joined emojis", "👩‍👩‍👧"},
      {"a flag", "🇮🇷"},
      {"letters with accents", "Hellö-ß-ñ"},
      {"combining marks", "e\xcc\x81o\xcc\x88"},
      {"a byte order mark", "\xef\xbb\xbf"},
      {"one, two, three, four bytes in a row", "a\xc2\x80\xe0\xa0\x80\xf0\x90\x80\x80z"},
      {"four, three, two, one bytes in a row", "\xf4\x8f\xbf\xbf\xef\xbf\xbf\xdf\xbf\x7f"},
  };
  // First and last of each length, and both sides of every gap in the table of RFC 3629.
  for (const char32_t c : {0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xFFFD,
                           0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF})
    rows.push_back({"the character " + hex(encoded(c)), encoded(c)});
  // Noncharacters are characters here.
  for (char32_t plane = 0; plane <= 16; ++plane)
    for (const char32_t last : {0xFFFE, 0xFFFF})
      if (plane != 0 || last != 0xFFFF)
        rows.push_back({"the noncharacter " + hex(encoded(plane << 16 | last)), encoded(plane << 16 | last)});
  for (const char32_t c : {0xFDD0, 0xFDEF}) rows.push_back({"the noncharacter " + hex(encoded(c)), encoded(c)});
  return rows;
}

Rows no_texts() {
  Rows rows;
  const auto add = [&](const std::string& name, const std::vector<std::string>& all) {
    for (const std::string& bytes : all) rows.push_back({name + " " + hex(bytes), bytes});
  };
  add("a continuation byte alone", {"\x80", "\xbf"});
  add("continuation bytes in a row", {"\x80\xbf", "\x80\xbf\x80", "\x80\xbf\x80\xbf", "\x80\xbf\x80\xbf\x80\xbf\x80"});
  add("a first byte alone", {"\xc2", "\xdf", "\xe0", "\xe1", "\xed", "\xef", "\xf0", "\xf1", "\xf4"});
  add("a first byte and a blank", {"\xc2 ", "\xdf ", "\xe0 ", "\xef ", "\xf0 ", "\xf4 "});
  add("the last byte is missing", {"\xe0\xa0", "\xe1\x80", "\xef\xbf", "\xf0\x90\x80", "\xf1\x80\x80", "\xf4\x8f\xbf"});
  add("the last two bytes are missing", {"\xf0\x90", "\xf4\x8f"});
  add("a letter instead of the last byte", {"\xe2\x82z", "\xf0\x9f\x8cz", "\xdfz"});
  add("a first byte instead of the last", {"\xe2\x82\xc2", "\xf0\x9f\x8c\xf0", "\xdf\xdf"});
  add("many unfinished ones", {"\xc2\xe0\xa0\xf0\x90\x80\xdf\xef\xbf"});
  add("a byte that never occurs", {"\xc0", "\xc1", "\xf5", "\xf6", "\xf7", "\xf8", "\xf9", "\xfa", "\xfb", "\xfc",
                                   "\xfd", "\xfe", "\xff", "\xfe\xfe\xff\xff"});
  add("an overlong slash",
      {"\xc0\xaf", "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xf8\x80\x80\x80\xaf", "\xfc\x80\x80\x80\x80\xaf"});
  add("the longest overlong form",
      {"\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\xf8\x87\xbf\xbf\xbf", "\xfc\x83\xbf\xbf\xbf\xbf"});
  add("an overlong zero",
      {"\xc0\x80", "\xe0\x80\x80", "\xf0\x80\x80\x80", "\xf8\x80\x80\x80\x80", "\xfc\x80\x80\x80\x80\x80"});
  add("a surrogate",
      {"\xed\xa0\x80", "\xed\xad\xbf", "\xed\xae\x80", "\xed\xaf\xbf", "\xed\xb0\x80", "\xed\xbe\x80", "\xed\xbf\xbf"});
  add("a pair of surrogates",
      {"\xed\xa0\x80\xed\xb0\x80", "\xed\xa0\x80\xed\xbf\xbf", "\xed\xad\xbf\xed\xb0\x80", "\xed\xad\xbf\xed\xbf\xbf",
       "\xed\xae\x80\xed\xb0\x80", "\xed\xae\x80\xed\xbf\xbf", "\xed\xaf\xbf\xed\xb0\x80", "\xed\xaf\xbf\xed\xbf\xbf"});
  add("past U+10FFFF", {"\xf4\x90\x80\x80", "\xf4\xbf\xbf\xbf", "\xf7\xbf\xbf\xbf", "\xf8\x88\x80\x80\x80",
                        "\xfb\xbf\xbf\xbf\xbf", "\xfc\x84\x80\x80\x80\x80", "\xfd\xbf\xbf\xbf\xbf\xbf"});
  add("good text first", {"κόσμε\xed\xa0\x80 edited", "سلام\xff", "🌟\x80"});
  return rows;
}

/// In one frame, and in two at every cut.
std::vector<std::string> frames_of(std::string_view payload) {
  std::vector<std::string> ways{masked(fin | text, payload)};
  for (std::size_t cut = 0; cut <= payload.size(); ++cut)
    ways.push_back(masked(text, payload.substr(0, cut)) + masked(fin, payload.substr(cut)));
  return ways;
}

}  // namespace

Cases utf8_cases() {
  Cases cases;
  for (const auto& [name, bytes] : texts()) {
    Case test{"text: " + name, "RFC 6455 8.1, RFC 3629 3 and 4", {""}, {}};
    // One connection takes all the ways: each is answered by the same name.
    std::vector<std::string> ways = frames_of(naming(bytes));
    ways.push_back(in_fragments(naming(bytes), 1));
    for (const std::string& way : ways) {
      test.ways[0] += way;
      test.said.push_back("field:" + bytes);
    }
    cases.push_back(test);
  }
  for (const auto& [name, bytes] : no_texts()) {
    Case test{"no text: " + name, "RFC 6455 8.1, RFC 3629 3 and 4", frames_of(bytes), {"close:1007"}};
    test.ways.push_back(masked(fin | text, naming(bytes)));
    // Already the fragment that spoils it is refused; nothing more has to come.
    test.ways.push_back(masked(text, bytes + "!"));
    test.ways.push_back(in_fragments(naming(bytes), 1));
    cases.push_back(test);
  }
  return cases;
}

}  // namespace talar::test
