#include "dialect.hpp"

#include <sys/random.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "fault.hpp"

namespace crowd {
namespace {

// So long that a frame has about 300 bytes in every dialect.
constexpr std::size_t talar_text = 178, bare_text = 300;

std::string event_text(std::int64_t event, std::size_t size) {
  char head[32];
  std::snprintf(head, sizeof head, "#%06lld ", static_cast<long long>(event));
  std::string text = head;
  while (text.size() < size) text += "the hall is asked to note what was said here ";
  text.resize(size);
  return text;
}

/// The newest, as a state or a merged patch may show more than one.
std::int64_t event_in(std::string_view text) {
  std::int64_t newest = -1;
  for (auto at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    std::int64_t event = -1;
    std::from_chars(text.data() + at + 1, text.data() + text.size(), event);
    newest = std::max(newest, event);
  }
  return newest;
}

std::string upgrade(const std::string& path, std::uint16_t port, const std::string& headers) {
  return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         headers + "\r\n";
}

class Talar : public Dialect {
 public:
  Talar(std::string hall, std::uint16_t port) : hall_(std::move(hall)), port_(port) {}

  std::string subscription(const Call& call) const override {
    std::string path = "/live/" + hall_, headers = "Sec-WebSocket-Protocol: talar.v1\r\n";
    if (call.device) {
      path += "?device=" + call.device->id;
      headers += "Origin: http://127.0.0.1:" + std::to_string(port_) + "\r\nCookie: " + call.device->cookie + "\r\n";
    }
    if (call.compression == Compression::deflate)
      headers +=
          "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover\r\n";
    return upgrade(path, port_, headers);
  }
  std::string greeting(const Resume* resume) const override {
    if (!resume || resume->seq < 0) return R"({"type":"hello"})";
    return R"({"type":"hello","resume":{"epoch":")" + resume->epoch + R"(","seq":)" + std::to_string(resume->seq) +
           "}}";
  }
  std::string publish(std::int64_t event) const override {
    return command_frame(R"({"type":"post_message","text":)" + ('"' + event_text(event, talar_text)) + "\"}");
  }
  Heard hear(std::string_view text) const override {
    const std::string_view type = type_of(text);
    const auto seq = [&] { return number_after(text, "\"seq\":"); };
    if (type == "patch") return {Heard::Kind::event, event_in(text), seq()};
    if (type == "state") return {Heard::Kind::ready, event_in(text), seq()};
    if (type == "done") return {Heard::Kind::done, -1, seq()};
    if (type == "refused") return {Heard::Kind::refused};
    return {};
  }
  bool waits_for_state() const override { return true; }
  bool answers() const override { return true; }

 private:
  std::string hall_;
  std::uint16_t port_;
};

/// ws, nchan and the floor: an event is its text.
class Bare : public Dialect {
 public:
  enum class State { none, sent };
  Bare(std::string subscribe, std::string publish, State state, std::uint16_t port)
      : subscribe_(std::move(subscribe)), publish_(std::move(publish)), state_(state), port_(port) {}

  std::string subscription(const Call&) const override { return upgrade(subscribe_, port_, ""); }
  std::string publication(const Call&) const override { return upgrade(publish_, port_, ""); }
  std::string publish(std::int64_t event) const override { return event_text(event, bare_text); }
  Heard hear(std::string_view text) const override {
    if (text.starts_with('#')) return {Heard::Kind::event, event_in(text)};
    return {state_ == State::sent && text.starts_with('{') ? Heard::Kind::ready : Heard::Kind::other};
  }
  bool waits_for_state() const override { return state_ == State::sent; }

 private:
  std::string subscribe_, publish_;
  State state_;
  std::uint16_t port_;
};

class SocketIo : public Dialect {
 public:
  explicit SocketIo(std::uint16_t port) : port_(port) {}

  std::string subscription(const Call&) const override {
    return upgrade("/socket.io/?EIO=4&transport=websocket", port_, "");
  }
  std::string publish(std::int64_t event) const override {
    return R"(42["say",")" + event_text(event, bare_text - 12) + "\"]";
  }
  Heard hear(std::string_view text) const override {
    if (text.starts_with("42")) return {Heard::Kind::event, event_in(text)};
    if (text.starts_with("40")) return {Heard::Kind::ready};
    if (text.starts_with('0')) return {Heard::Kind::other, -1, -1, "40"};
    if (text == "2") return {Heard::Kind::other, -1, -1, "3"};
    return {};
  }
  bool waits_for_state() const override { return true; }

 private:
  std::uint16_t port_;
};

}  // namespace

std::unique_ptr<Dialect> make_dialect(const std::string& name, const std::string& hall, std::uint16_t port) {
  if (name == "talar") return std::make_unique<Talar>(hall, port);
  if (name == "floor") return std::make_unique<Bare>("/", "/", Bare::State::sent, port);
  if (name == "ws") return std::make_unique<Bare>("/", "/", Bare::State::none, port);
  if (name == "nchan") return std::make_unique<Bare>("/sub", "/pub", Bare::State::none, port);
  if (name == "socketio") return std::make_unique<SocketIo>(port);
  fail("no dialect is called " + name);
}

std::string_view type_of(std::string_view frame) {
  constexpr std::string_view head = R"({"type":")";
  if (!frame.starts_with(head)) return {};
  frame.remove_prefix(head.size());
  return frame.substr(0, frame.find('"'));
}

std::int64_t number_after(std::string_view frame, std::string_view key) {
  const auto at = frame.find(key);
  std::int64_t value = -1;
  if (at != std::string_view::npos) std::from_chars(frame.data() + at + key.size(), frame.data() + frame.size(), value);
  return value;
}

std::string command_frame(std::string_view command) {
  static std::uint64_t random = 0, count = 0;
  if (random == 0 && getrandom(&random, sizeof random, 0) != sizeof random) fail("no randomness");
  char id[40];
  std::snprintf(id, sizeof id, "%08llx-%04llx-4%03llx-8000-%012llx",
                static_cast<unsigned long long>(random & 0xFFFFFFFF),
                static_cast<unsigned long long>(random >> 32 & 0xFFFF),
                static_cast<unsigned long long>(random >> 48 & 0xFFF), static_cast<unsigned long long>(++count));
  std::string frame = R"({"type":"do","id":")";
  frame += id;
  frame += R"(","command":)";
  frame += command;
  return frame += '}';
}

}  // namespace crowd
