// A device as the protocol means it: says hello, folds the view, gives commands, remembers where it left off.
#pragma once

#include <cstdio>
#include <functional>

#include "tests/integration/client.hpp"

namespace talar::test {

/// A command id that no other test command has.
inline std::string fresh_id() {
  static std::uint64_t last = 0;
  char text[37];
  std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012llx", static_cast<unsigned long long>(++last));
  return text;
}

class Device {
 public:
  using Where = std::pair<std::string, std::int64_t>;

  explicit Device(std::unique_ptr<Client> client) : client_(std::move(client)) {}

  Device& hello(const json& more = json::object()) {
    json frame{{"type", "hello"}};
    frame.update(more);
    client_->send(frame);
    return *this;
  }
  Device& resume(const Where& where) { return hello({{"resume", {{"epoch", where.first}, {"seq", where.second}}}}); }

  /// Takes the next frame in, as a client does, and gives it.
  json next() { return take(client_->receive_json()); }
  json take(json frame) {
    const std::string type = frame.at("type");
    if (type == "welcome") {
      epoch = frame.at("epoch");
      audience = frame.at("audience");
      if (frame.contains("me")) me = frame.at("me");
    } else if (type == "state") {
      ++states;
      view = frame.at("view");
      seq = frame.at("seq");
    } else if (type == "patch") {
      ++patches;
      EXPECT_GT(frame.at("seq").get<std::int64_t>(), seq) << "patches go forward";
      view.merge_patch(frame.at("patch"));
      seq = frame.at("seq");
    } else if (type == "me_changed") {
      me = frame.at("me");
    }
    return frame;
  }
  /// Reads on to the next frame of this type.
  json until(std::string_view type) {
    for (;;) {
      json frame = next();
      if (frame.at("type") == type) return frame;
    }
  }
  /// Reads on until the view is as wanted.
  Device& until_view(const std::function<bool(const json&)>& wanted) {
    while (!wanted(view)) next();
    return *this;
  }
  /// By the hall's numbers: of members, chair and staff (P-17).
  Device& until_seq(std::int64_t wanted) {
    while (seq < wanted) next();
    return *this;
  }

  std::string ask(const json& command, std::string id = fresh_id()) {
    client_->send({{"type", "do"}, {"id", id}, {"command", command}});
    return id;
  }
  /// The answer to one's command: done or refused.
  json answer(const std::string& id) {
    for (;;) {
      json frame = next();
      if ((frame.at("type") == "done" || frame.at("type") == "refused") && frame.value("id", "") == id) return frame;
    }
  }
  /// Asks, and throws unless it is done; gives its seq.
  std::int64_t must(const json& command) {
    const json frame = answer(ask(command));
    if (frame.at("type") != "done") throw std::runtime_error(command.dump() + " -> " + frame.dump());
    return frame.at("seq");
  }
  /// Asks and expects a refusal; gives its code.
  std::string refused(const json& command) {
    const json frame = answer(ask(command));
    EXPECT_EQ(frame.at("type"), "refused") << command;
    return frame.value("code", "");
  }

  Client& client() { return *client_; }
  Where where() const { return {epoch, seq}; }

  json view;
  json me;
  std::string epoch;
  std::string audience;
  std::int64_t seq = -1;
  int states = 0;
  int patches = 0;

 private:
  std::unique_ptr<Client> client_;
};

}  // namespace talar::test
