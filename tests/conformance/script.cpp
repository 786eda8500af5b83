#include "tests/conformance/script.hpp"

#include <atomic>
#include <functional>
#include <thread>

namespace talar::test {
namespace {

std::string line_of(const Client::Message& message) {
  switch (message.opcode) {
    case Client::text: {
      const json frame = json::parse(message.payload);
      if (frame.at("type") == "pong") return "t:" + frame.at("t").dump();
      if (frame.at("type") != "refused") return frame.at("type");
      const std::string code = frame.at("code");
      return code == "unknown_field" ? "field:" + frame.at("field").get<std::string>() : code;
    }
    case Client::ping:
      return "ping:" + message.payload;
    case Client::pong:
      return "pong:" + message.payload;
    case Client::close:
      return message.payload.empty() ? "close" : "close:" + std::to_string(Client::code_of(message));
    default:
      return "opcode:" + std::to_string(message.opcode);
  }
}

void send(Client& client, std::string_view bytes, Pace pace) {
  const std::size_t piece = pace == Pace::byte_by_byte ? 1 : bytes.size();
  try {
    for (; !bytes.empty(); bytes.remove_prefix(piece)) client.send_raw(bytes.substr(0, piece));
  } catch (const std::exception&) {
    // The server has closed and waits no longer: what it said before is what counts.
  }
}

/// The last line is a Close: the peer's own, when the script has none.
std::vector<std::string> with_close(std::vector<std::string> said, std::string& bytes) {
  if (said.empty() || !said.back().starts_with("close")) {
    said.push_back("close:1000");
    bytes += close_frame(1000);
  }
  return said;
}

void run(House& house, Tls tls, const Case& test, std::string bytes, Pace pace) {
  const auto expected = with_close(test.said, bytes);
  Headers headers;
  if (test.deflate == Deflate::offered) headers.push_back("Sec-WebSocket-Extensions: permessage-deflate");
  Client client(house.port(), "/live/rasht", headers, {.tls = tls});
  send(client, bytes, pace);
  EXPECT_EQ(transcript(client), expected) << (pace == Pace::at_once ? "at once" : "byte by byte");
}

void run(House& house, const HandshakeCase& test) {
  std::string bytes = test.request;
  const auto expected = test.status == 101 ? with_close(test.said, bytes) : std::vector<std::string>{};
  Client client(house.port(), Client::Request{bytes});
  const std::string& head = client.head();
  EXPECT_EQ(head.substr(0, 13), "HTTP/1.1 " + std::to_string(test.status) + " ");
  for (const std::string& wanted : test.head_has) EXPECT_NE(head.find(wanted), std::string::npos) << wanted << head;
  for (const std::string& unwanted : test.head_lacks) EXPECT_EQ(head.find(unwanted), std::string::npos) << unwanted;
  if (test.status == 101) {
    EXPECT_EQ(transcript(client), expected);
  }
}

/// Several at a time: a case waits more than it works.
template <class Test>
void in_parallel(const std::vector<Test>& tests, const std::function<void(const Test&)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (std::size_t at; (at = next++) < tests.size();) {
        SCOPED_TRACE(tests[at].name + " (" + tests[at].reference + ")");
        EXPECT_NO_THROW(work(tests[at]));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

std::string header(unsigned first, std::uint64_t length, std::size_t bytes) {
  std::string head{static_cast<char>(first)};
  head += static_cast<char>(0x80 | (bytes == 1 ? length : bytes == 2 ? 126 : 127));
  for (std::size_t i = bytes == 1 ? 0 : bytes; i-- > 0;) head += static_cast<char>(length >> (8 * i));
  return head + "mask";
}

std::string with_mask(unsigned first, std::string_view payload, std::string_view mask) {
  std::string bytes = header(first, payload.size(), payload.size() < 126 ? 1 : payload.size() <= 0xFFFF ? 2 : 8);
  bytes.replace(bytes.size() - 4, 4, mask);
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
  return bytes;
}

std::string unmasked(unsigned first, std::string_view payload) {
  std::string bytes = header(first, payload.size(), payload.size() < 126 ? 1 : 2);
  bytes[1] = static_cast<char>(bytes[1] & 0x7F);
  return bytes.substr(0, bytes.size() - 4).append(payload);
}

std::string close_frame(unsigned code, std::string_view reason) {
  return masked(fin | close, std::string{static_cast<char>(code >> 8), static_cast<char>(code)}.append(reason));
}

std::string ping_text(unsigned number, std::size_t size) {
  const std::string begin = R"({"type":"ping",)", end = R"("t":)" + std::to_string(number) + "}";
  const std::size_t needed = begin.size() + end.size();
  return begin + std::string(size > needed ? size - needed : 0, ' ') + end;
}

std::string naming(std::string_view name) {
  return R"({"type":"ping","t":1,")" + std::string(name) + R"(":1})";
}

std::string in_fragments(std::string_view payload, std::size_t size, unsigned flags) {
  std::string bytes;
  unsigned first = flags | text;
  for (; payload.size() > size; payload.remove_prefix(size), first = continuation)
    bytes += masked(first, payload.substr(0, size));
  return bytes + masked(fin | first, payload);
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::vector<std::string> transcript(Client& client) {
  std::vector<std::string> lines;
  while (const auto message = client.receive()) lines.push_back(line_of(*message));
  return lines;
}

void expect_all(House& house, const Cases& cases, Tls tls) {
  in_parallel<Case>(cases, [&](const Case& test) {
    constexpr std::size_t worth_dribbling = 500;  // bytes
    for (const std::string& way : test.ways) run(house, tls, test, way, Pace::at_once);
    if (test.ways.front().size() <= worth_dribbling) run(house, tls, test, test.ways.front(), Pace::byte_by_byte);
  });
}

void expect_all(House& house, const std::vector<HandshakeCase>& cases) {
  in_parallel<HandshakeCase>(cases, [&](const HandshakeCase& test) { run(house, test); });
}

HouseOptions patient_house() {
  HouseOptions options;
  options.limits.hello = options.limits.idle = 60s;
  options.limits.controls_burst = options.limits.messages_burst = options.limits.commands_burst = 10'000;
  return options;
}

}  // namespace talar::test
