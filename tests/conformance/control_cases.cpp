// RFC 6455, section 5.5: ping, pong, and where control frames may stand. Section 7: closing.
#include "tests/conformance/tables.hpp"

namespace talar::test {

Cases control_cases() {
  const auto f = masked;
  const std::string is_echoed = "RFC 6455 5.5.2 and 5.5.3, identical application data";
  const std::string control = "RFC 6455 5.5, at most 125 bytes, never fragmented";
  std::string all_bytes;
  for (int byte = 0; byte < 256; ++byte) all_bytes += static_cast<char>(byte);
  Cases cases{
      {"a ping", is_echoed, {f(fin | ping, "")}, {"pong:"}},
      {"a ping with a word", is_echoed, {f(fin | ping, "Hello")}, {"pong:Hello"}},
      {"a ping of bytes that are no text", is_echoed, {f(fin | ping, "\xff\xfe\xc0")}, {"pong:\xff\xfe\xc0"}},
      {"a ping with a zero byte",
       is_echoed,
       {f(fin | ping, std::string("a\0b", 3))},
       {"pong:" + std::string("a\0b", 3)}},
      {"every byte value comes back",
       is_echoed,
       {f(fin | ping, all_bytes.substr(0, 125)) + f(fin | ping, all_bytes.substr(125, 125)) +
        f(fin | ping, all_bytes.substr(250))},
       {"pong:" + all_bytes.substr(0, 125), "pong:" + all_bytes.substr(125, 125), "pong:" + all_bytes.substr(250)}},
      {"a ping of 125", is_echoed, {f(fin | ping, std::string(125, 'x'))}, {"pong:" + std::string(125, 'x')}},
      {"a ping of 124", is_echoed, {f(fin | ping, std::string(124, 'x'))}, {"pong:" + std::string(124, 'x')}},
      {"a pong that nobody asked for", "RFC 6455 5.5.3, unsolicited", {f(fin | pong, "")}, {}},
      {"a pong of 125 that nobody asked for",
       "RFC 6455 5.5.3, unsolicited",
       {f(fin | pong, std::string(125, 'x'))},
       {}},
      {"a pong, then a ping", "RFC 6455 5.5.3", {f(fin | pong, "no") + f(fin | ping, "yes")}, {"pong:yes"}},
      {"pings among texts are answered in order",
       "RFC 6455 5.5.2",
       {f(fin | ping, "1") + f(fin | text, ping_text(2)) + f(fin | ping, "3") + f(fin | text, ping_text(4))},
       {"pong:1", "t:2", "pong:3", "t:4"}},
      {"a ping of 126", control, {f(fin | ping, std::string(126, 'x'))}, {"close:1002"}},
      {"a ping of 126 by its header", control, {header(fin | ping, 126, 2)}, {"close:1002"}},
      {"a ping of 65,536 by its header", control, {header(fin | ping, 65'536, 8)}, {"close:1002"}},
      {"a ping with its length in 16 bits", control, {header(fin | ping, 5, 2)}, {"close:1002"}},
      {"a pong of 126", control, {f(fin | pong, std::string(126, 'x'))}, {"close:1002"}},
      {"a close of 126", control, {f(fin | close, std::string(126, 'x'))}, {"close:1002"}},
      {"a fragmented ping", control, {f(ping, ""), f(ping, "a") + f(fin, "b")}, {"close:1002"}},
      {"a fragmented pong", control, {f(pong, "a") + f(fin, "b")}, {"close:1002"}},
      {"a fragmented close", control, {f(close, "\x03\xe8") + f(fin, "")}, {"close:1002"}},
      {"a fragmented ping inside of a message", control, {f(text, "{") + f(ping, "a")}, {"close:1002"}},
  };
  Case many{"300 pings in one piece", is_echoed, {""}, {}};
  for (int i = 0; i < 300; ++i) {
    many.ways[0] += f(fin | ping, std::to_string(i));
    many.said.push_back("pong:" + std::to_string(i));
  }
  cases.push_back(many);
  return cases;
}

Cases closing_cases() {
  const auto f = masked;
  const std::string closing = "RFC 6455 5.5.1 and 7.1", codes = "RFC 6455 7.4";
  const std::string reason = "خدا نگهدار", longest(123, 'r');
  Cases cases{
      {"a close with nothing", closing, {f(fin | close, "")}, {"close"}},
      {"a close of one byte", closing, {f(fin | close, "x"), f(fin | close, std::string(1, '\0'))}, {"close:1002"}},
      {"a close with a reason", closing, {close_frame(1000, "bye")}, {"close:1000"}},
      {"a close with a Persian reason", closing, {close_frame(4000, reason)}, {"close:4000"}},
      {"a close with the longest reason", closing, {close_frame(1000, longest)}, {"close:1000"}},
      {"a close with a reason too long", closing, {close_frame(1000, longest + "r")}, {"close:1002"}},
      {"a close with a reason that is no text",
       "RFC 6455 5.5.1 and 8.1",
       {close_frame(1000, "\xff"), close_frame(1000, "ok\xc0\xaf"), close_frame(1000, "\xed\xa0\x80")},
       {"close:1007"}},
      {"a close with a reason cut short",
       "RFC 6455 5.5.1 and 8.1",
       {close_frame(1000, reason.substr(0, 3))},
       {"close:1007"}},
      {"two closes are answered once", closing, {close_frame(1000) + close_frame(1001)}, {"close:1000"}},
      {"a text behind the close", closing, {close_frame(1000) + f(fin | text, ping_text(1))}, {"close:1000"}},
      {"a ping behind the close", closing, {close_frame(1000) + f(fin | ping, "late")}, {"close:1000"}},
      {"a breach behind the close", closing, {close_frame(1000) + f(fin | 0x3, "")}, {"close:1000"}},
      {"noise behind the close", closing, {close_frame(1000) + std::string(70'000, '\xff')}, {"close:1000"}},
      {"half a frame behind the close", closing, {close_frame(1000) + "\x81"}, {"close:1000"}},
      {"a close inside of a message",
       closing,
       {f(text, "{") + close_frame(1001), f(text, "{") + f(0, " ") + close_frame(1001)},
       {"close:1001"}},
      {"a close behind a breach", "RFC 6455 7.1.7", {f(fin | 0x3, "") + close_frame(1000)}, {"close:1002"}},
      {"a close behind a text that is no text",
       "RFC 6455 7.1.7",
       {f(fin | text, "\xff") + close_frame(1000)},
       {"close:1007"}},
      {"two breaches are told once", "RFC 6455 7.1.7", {f(fin | 0x3, "") + f(fin | text, "\xff")}, {"close:1002"}},
      {"answers come before the close",
       closing,
       {f(fin | text, ping_text(1)) + f(fin | ping, "p") + f(fin | text, ping_text(2)) + close_frame(3000)},
       {"t:1", "pong:p", "t:2", "close:3000"}},
      {"answers come before a breach is told",
       "RFC 6455 7.1.7",
       {f(fin | text, ping_text(1)) + f(fin | ping, "p") + f(fin | 0xB, "")},
       {"t:1", "pong:p", "close:1002"}},
  };
  for (const unsigned code :
       {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    cases.push_back({"close code " + std::to_string(code),
                     codes,
                     {close_frame(code), close_frame(code, "why")},
                     {"close:" + std::to_string(code)}});
  for (const unsigned code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 65'535})
    cases.push_back({"close code " + std::to_string(code) + " may not be sent",
                     codes,
                     {close_frame(code), close_frame(code, "why")},
                     {"close:1002"}});
  return cases;
}

}  // namespace talar::test
