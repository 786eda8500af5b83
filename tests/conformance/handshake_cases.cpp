// RFC 6455, section 4.2: requests that become WebSockets, and all the others. RFC 7692, 7.1: offers of compression.
#include "tests/conformance/tables.hpp"

namespace talar::test {
namespace {

using Lines = std::vector<std::string>;

/// A good request, but for what is said.
struct Wish {
  std::string method = "GET";
  std::string target = "/live/rasht";
  std::string version = "HTTP/1.1";
  std::string without{};  // the name of a header
  Lines with{};           // more headers
  std::string behind{};
};

std::string request(const Wish& wish, const std::string& host) {
  const Lines good{"Host: " + host,
                   "Connection: Upgrade",
                   "Upgrade: websocket",
                   "Sec-WebSocket-Version: 13",
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                   "Sec-WebSocket-Protocol: talar.v1"};
  std::string bytes = wish.method + " " + wish.target + " " + wish.version + "\r\n";
  for (const std::string& line : good)
    if (wish.without.empty() || !line.starts_with(wish.without + ":")) bytes += line + "\r\n";
  for (const std::string& line : wish.with) bytes += line + "\r\n";
  return bytes + "\r\n" + wish.behind;
}

struct Row {
  std::string name;
  std::string reference;
  Wish wish;
  unsigned status = 0;
  Lines head_has{}, said{};
};

std::vector<Row> accepted() {
  const std::string section = "RFC 6455 4.2.1", behind = "RFC 6455 4.2.2 and 5.1";
  const std::string key = "Sec-WebSocket-Key", upgrade = "Upgrade", connection = "Connection",
                    protocol = "Sec-WebSocket-Protocol";
  const auto with_protocol = [&](Lines lines) { return Wish{.without = protocol, .with = std::move(lines)}; };
  return {
      {"the example of the standard",
       "RFC 6455 1.3",
       {},
       101,
       {"\r\nUpgrade: websocket\r\n", "\r\nConnection: Upgrade\r\n",
        "\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", "\r\nSec-WebSocket-Protocol: talar.v1\r\n"}},
      {"another key",
       "RFC 6455 4.2.2",
       {.without = key, .with = {"Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw=="}},
       101,
       {"\r\nSec-WebSocket-Accept: HSmrc0sMlYUkAGmm5OPpG2HaGWk=\r\n"}},
      {"Upgrade in capitals", section, {.without = upgrade, .with = {"Upgrade: WEBSOCKET"}}, 101},
      {"Upgrade among others", section, {.without = upgrade, .with = {"Upgrade: h2c, websocket"}}, 101},
      {"Connection in small letters", section, {.without = connection, .with = {"Connection: upgrade"}}, 101},
      {"Connection among others", section, {.without = connection, .with = {"Connection: keep-alive, Upgrade"}}, 101},
      {"Connection in two headers",
       section,
       {.without = connection, .with = {"Connection: keep-alive", "Connection: Upgrade"}},
       101},
      {"header names in any case",
       section,
       {.without = key, .with = {"sEC-wEBSOCKET-kEY: dGhlIHNhbXBsZSBub25jZQ=="}},
       101,
       {"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="}},
      {"a key between blanks",
       section,
       {.without = key, .with = {"Sec-WebSocket-Key: \t dGhlIHNhbXBsZSBub25jZQ== \t"}},
       101,
       {"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="}},
      {"our subprotocol among others",
       section,
       with_protocol({"Sec-WebSocket-Protocol: chat, talar.v1, talar.v2"}),
       101,
       {"\r\nSec-WebSocket-Protocol: talar.v1\r\n"}},
      {"our subprotocol in the second header", "RFC 6455 11.3.4",
       with_protocol({"Sec-WebSocket-Protocol: chat", "Sec-WebSocket-Protocol: talar.v1"}), 101},
      {"our own origin", "RFC 6455 10.2", {.with = {"Origin: http://HOST"}}, 101},
      {"no origin at all", "RFC 6455 4.2.1, not a browser", {}, 101},
      {"an absolute target", "RFC 9112 3.2.2", {.target = "http://HOST/live/rasht"}, 101},
      {"a target with a query", section, {.target = "/live/rasht?device=x"}, 101},
      {"headers that nobody knows", section, {.with = {"X-Nobody: knows", "Sec-WebSocket-Nobody: knows"}}, 101},
      {"a ping behind the request", behind, {.behind = masked(fin | ping, "early")}, 101, {}, {"pong:early"}},
      {"a conversation behind the request",
       behind,
       {.behind = masked(fin | text, ping_text(1)) + masked(fin | ping, "2") + in_fragments(ping_text(3), 4)},
       101,
       {},
       {"t:1", "pong:2", "t:3"}},
      {"60,000 bytes behind the request",
       behind,
       {.behind = masked(fin | text, ping_text(1, 60'000))},
       101,
       {},
       {"t:1"}},
      {"a close behind the request", behind, {.behind = close_frame(1001)}, 101, {}, {"close:1001"}},
      {"a breach behind the request", behind, {.behind = unmasked(fin | text, "x")}, 101, {}, {"close:1002"}},
      {"another request behind the request",
       behind,
       {.behind = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"},
       101,
       {},
       {"close:1002"}},
  };
}

std::vector<Row> refused() {
  const std::string section = "RFC 6455 4.2.1", version = "RFC 6455 4.2.2 and 4.4", http = "RFC 9112";
  const std::string key = "Sec-WebSocket-Key", upgrade = "Upgrade", connection = "Connection",
                    ours = "Sec-WebSocket-Version", protocol = "Sec-WebSocket-Protocol";
  const auto key_is = [&](std::string value) { return Wish{.without = key, .with = {key + ": " + value}}; };
  const Lines tells_version{"\r\nSec-WebSocket-Version: 13\r\n", "\r\nUpgrade: websocket\r\n"};
  return {
      {"no key", section, {.without = key}, 400},
      {"an empty key", section, key_is(""), 400},
      {"a key of 15 bytes", section, key_is("dGhlIHNhbXBsZSBub25j"), 400},
      {"a key of 17 bytes", section, key_is("dGhlIHNhbXBsZSBub25jZTE="), 400},
      {"a key of 18 bytes", section, key_is("dGhlIHNhbXBsZSBub25jZTEy"), 400},
      {"a key that is not base 64", section, key_is("dGhlIHNhbXBsZSBub25j!!=="), 400},
      {"a key without its padding", section, key_is("dGhlIHNhbXBsZSBub25jZQ"), 400},
      {"two keys", "RFC 6455 11.3.1, at most once", {.with = {key + ": dGhlIHNhbXBsZSBub25jZQ=="}}, 400},
      {"no version", version, {.without = ours}, 426, tells_version},
      {"version 8", version, {.without = ours, .with = {ours + ": 8"}}, 426, tells_version},
      {"version 14", version, {.without = ours, .with = {ours + ": 14"}}, 426, tells_version},
      {"version 013", version, {.without = ours, .with = {ours + ": 013"}}, 426, tells_version},
      {"versions 13 and 8", "RFC 6455 11.3.5, at most once", {.with = {ours + ": 8"}}, 426, tells_version},
      {"versions in one header", version, {.without = ours, .with = {ours + ": 13, 8"}}, 426, tells_version},
      {"no Upgrade", section, {.without = upgrade}, 426},
      {"an Upgrade to something else", section, {.without = upgrade, .with = {"Upgrade: h2c"}}, 426},
      {"an Upgrade to websockets", section, {.without = upgrade, .with = {"Upgrade: websockets"}}, 426},
      {"no Connection", section, {.without = connection}, 426},
      {"a Connection that stays", section, {.without = connection, .with = {"Connection: keep-alive"}}, 426},
      {"no subprotocol", "RFC 6455 4.1, ours is needed", {.without = protocol}, 400},
      {"a subprotocol of others",
       "RFC 6455 4.1, ours is needed",
       {.without = protocol, .with = {protocol + ": chat"}},
       400},
      {"a subprotocol that only begins like ours",
       "RFC 6455 4.1",
       {.without = protocol, .with = {protocol + ": talar.v12"}},
       400},
      {"POST", section, {.method = "POST", .with = {"Content-Length: 0"}}, 405},
      {"HEAD", section, {.method = "HEAD"}, 405},
      {"PUT", section, {.method = "PUT"}, 405},
      {"CONNECT", section, {.method = "CONNECT"}, 405},
      {"get in small letters", "RFC 9110 9.1", {.method = "get"}, 405},
      {"HTTP/1.0", "RFC 6455 4.2.1, RFC 9110 7.8: its Upgrade is ignored", {.version = "HTTP/1.0"}, 426},
      {"HTTP/2.0", section, {.version = "HTTP/2.0"}, 505},
      {"HTTP/0.9", section, {.version = "HTTP/0.9"}, 505},
      {"no version of HTTP", http, {.version = ""}, 505},
      {"no Host", "RFC 6455 4.2.1, RFC 9112 3.2", {.without = "Host"}, 400},
      {"two Hosts", "RFC 9112 3.2", {.with = {"Host: elsewhere"}}, 400},
      {"a Host with a blank", "RFC 9112 3.2", {.without = "Host", .with = {"Host: a b"}}, 400},
      {"a target of another host", "RFC 9112 3.2.2", {.target = "http://elsewhere/live/rasht"}, 400},
      {"an unknown hall", section, {.target = "/live/nowhere"}, 404},
      {"no hall", section, {.target = "/live/"}, 404},
      {"another resource", section, {.target = "/"}, 404},
      {"another resource of ours", section, {.target = "/healthz"}, 404},
      {"a foreign origin", "RFC 6455 10.2", {.with = {"Origin: http://elsewhere"}}, 403},
      {"the null origin", "RFC 6455 10.2", {.with = {"Origin: null"}}, 403},
      {"our host on another port as origin", "RFC 6455 10.2", {.with = {"Origin: http://127.0.0.1:1"}}, 403},
      {"a body", "RFC 9110 9.3.1", {.with = {"Content-Length: 5"}, .behind = "hello"}, 400},
      {"a chunked body", http, {.with = {"Transfer-Encoding: chunked"}, .behind = "0\r\n\r\n"}, 400},
      {"a header of 20,000 bytes", "RFC 6585 5", {.with = {"X-Long: " + std::string(20'000, 'x')}}, 431},
      {"2,000 headers", "RFC 6585 5", {.with = Lines(2'000, "X-Many: times")}, 431},
      {"a target of 20,000 bytes", "RFC 9112 3", {.target = "/live/" + std::string(20'000, 'x')}, 431},
      {"a header over two lines", "RFC 9112 5.2", {.with = {"X-Folded: a\r\n b"}}, 400},
      {"a bare line feed", "RFC 9112 2.2", {.with = {"X-Bare: a\nX-Other: b"}}, 400},
      {"a blank before the colon", "RFC 9112 5.1", {.with = {"X-Blank : a"}}, 400},
      {"a header without a name", "RFC 9112 5", {.with = {": a"}}, 400},
      {"a zero byte in a header", "RFC 9110 5.5", {.with = {std::string("X-Zero: a\0b", 11)}}, 400},
      {"offers of extensions that cannot be read",
       "RFC 6455 9.1",
       {.with = {"Sec-WebSocket-Extensions: permessage-deflate; ="}},
       400},
      {"a second offer that cannot be read",
       "RFC 6455 9.1",
       {.with = {"Sec-WebSocket-Extensions: permessage-deflate", "Sec-WebSocket-Extensions: a b"}},
       400},
  };
}

std::string replaced(std::string bytes, std::string_view what, std::string_view by) {
  for (std::size_t at; (at = bytes.find(what)) != std::string::npos;) bytes.replace(at, what.size(), by);
  return bytes;
}

std::string host_of(const House& house) {
  return "127.0.0.1:" + std::to_string(house.port());
}

}  // namespace

std::vector<HandshakeCase> handshake_cases(const House& house) {
  std::vector<HandshakeCase> cases;
  for (const std::vector<Row>& rows : {accepted(), refused()}) {
    for (const Row& row : rows) {
      const std::string bytes = replaced(request(row.wish, host_of(house)), "//HOST", "//" + host_of(house));
      Lines lacks{"Sec-WebSocket-Extensions"};
      if (row.status != 101) lacks.push_back("Sec-WebSocket-Accept");
      cases.push_back({"handshake: " + row.name, row.reference, bytes, row.status, row.head_has, lacks, row.said});
    }
  }
  return cases;
}

std::vector<HandshakeCase> offer_cases(const House& house) {
  const std::string agreed =
      "\r\nSec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover";
  const std::string yes = agreed + "\r\n", with_window = agreed + "; server_max_window_bits=15\r\n", no;
  const std::string deflate = "permessage-deflate", client_bits = deflate + "; client_max_window_bits",
                    server_bits = deflate + "; server_max_window_bits";
  const std::string both_takeovers = deflate + "; server_no_context_takeover; client_no_context_takeover";
  const std::string list = "RFC 6455 9.1", takeover = "RFC 7692 7.1.1", window = "RFC 7692 7.1.2",
                    parameters = "RFC 7692 7.1", none = "RFC 7692 5";
  const std::vector<std::tuple<Lines, std::string, std::string>> rows{
      {{deflate}, yes, takeover},
      {{client_bits}, yes, window},
      {{client_bits + "=8"}, yes, window},
      {{client_bits + "=9"}, yes, window},
      {{client_bits + "=15"}, yes, window},
      {{client_bits + "=\"12\""}, yes, list},
      {{client_bits + "=7"}, no, window},
      {{client_bits + "=16"}, no, window},
      {{client_bits + "=08"}, no, window},
      {{client_bits + "=0"}, no, window},
      {{client_bits + "=ten"}, no, window},
      {{server_bits + "=15"}, with_window, window},
      {{server_bits + "=14"}, no, window},
      {{server_bits + "=8"}, no, window},
      {{server_bits + "=16"}, no, window},
      {{server_bits}, no, window},
      {{both_takeovers}, yes, takeover},
      {{both_takeovers + "; client_max_window_bits; server_max_window_bits=15"}, with_window, window},
      {{deflate + "; server_no_context_takeover=1"}, no, takeover},
      {{deflate + "; client_no_context_takeover=\"x\""}, no, takeover},
      {{deflate + "; unknown"}, no, parameters},
      {{deflate + "; unknown=1"}, no, parameters},
      {{client_bits + "; client_max_window_bits"}, no, parameters},
      {{both_takeovers + "; server_no_context_takeover"}, no, parameters},
      {{server_bits + "=15; server_max_window_bits=15"}, no, parameters},
      {{server_bits + "=10, " + deflate}, yes, none},
      {{server_bits + "=10", deflate}, yes, list},
      {{"foo, bar; baz=\"qux\"", deflate + ", x"}, yes, list},
      {{deflate + "; unknown, " + server_bits + "=15, " + deflate}, with_window, none},
      {{deflate + ", " + server_bits + "=15"}, yes, none},
      {{"x-webkit-deflate-frame"}, no, none},
      {{"permessage-bzip2, permessage-lz4"}, no, none},
      {{",, , " + deflate + " ,"}, yes, list},
      {{deflate + "\t;\tclient_max_window_bits\t=\t10"}, yes, list},
      {{""}, no, list},
  };
  std::vector<HandshakeCase> cases;
  for (const auto& [headers, answer, reference] : rows) {
    Wish wish;
    for (const std::string& header : headers) wish.with.push_back("Sec-WebSocket-Extensions: " + header);
    HandshakeCase test{"offer " + std::to_string(cases.size() + 1) + ": " + headers.front(), reference,
                       request(wish, host_of(house)), 101};
    (answer.empty() ? test.head_lacks : test.head_has).push_back(answer.empty() ? "Sec-WebSocket-Extensions" : answer);
    // What was agreed holds, and nothing else.
    wish.with.clear();
    test.request += masked(fin | rsv1 | text, std::string(1, '\0'));
    test.said = {answer.empty() ? "close:1002" : "malformed_json"};
    cases.push_back(test);
  }
  return cases;
}

}  // namespace talar::test
