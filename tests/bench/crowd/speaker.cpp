#include "speaker.hpp"

#include "fault.hpp"

namespace crowd {
namespace {

constexpr std::size_t source = 1'000'000;  // an address of its own

}  // namespace

Publisher::Publisher(Bench& bench, const Dialect& dialect, const Device* device)
    : bench_(bench),
      dialect_(dialect),
      request_(dialect.publication({Compression::none, device})),
      peer_(bench.loop, *this, source),
      sent_at_(ring) {}

void Publisher::join() {
  peer_.connect(bench_.endpoint, request_);
  bench_.loop.until("the publisher has joined", [&] { return ready_; });
}

std::int64_t Publisher::publish_as(const std::string& frame) {
  peer_.queue(frame);
  ++published_;
  ++unanswered_;
  sent_at_[static_cast<std::size_t>(published_) % ring] = now_us();
  return published_;
}

void Publisher::fill(std::int64_t slowest, std::int64_t window) {
  while (published_ - slowest < window && (!dialect_.answers() || unanswered_ < window)) publish();
  flush();
}

void Publisher::opened(Peer& peer) {
  if (const std::string greeting = dialect_.greeting(nullptr); !greeting.empty()) peer.say(greeting);
  if (!dialect_.waits_for_state()) ready_ = true;
}

void Publisher::said(Peer& peer, std::string_view text) {
  const Heard heard = dialect_.hear(text);
  if (heard.kind == Heard::Kind::ready) ready_ = true;
  if (heard.kind == Heard::Kind::refused) fail("a publication was refused: " + std::string(text));
  if (heard.kind == Heard::Kind::done) --unanswered_;
  if (!heard.answer.empty()) peer.say(heard.answer);
}

Person::Person(Bench& bench, const Device& device)
    : bench_(bench),
      request_(bench.dialect->subscription({Compression::none, &device})),
      peer_(bench.loop, *this, source) {}

void Person::join() {
  peer_.connect(bench_.endpoint, request_);
  bench_.loop.until("the person has joined", [&] { return ready_; });
}

void Person::ask(const std::string& command) {
  order(command, 1);
  wait_for_answers();
}

std::string Person::try_to(const std::string& command) {
  refusal_.clear();
  strict_ = false;
  ask(command);
  strict_ = true;
  return refusal_;
}

void Person::order(const std::string& command, std::size_t ahead) {
  wait_for_answers(ahead - 1);
  ++unanswered_;
  peer_.say(command_frame(command));
}

void Person::wait_for_answers(std::size_t at_most) {
  bench_.loop.until("a command is answered", [&] { return unanswered_ <= at_most; });
}

void Person::opened(Peer& peer) {
  peer.say(bench_.dialect->greeting(nullptr));
}

void Person::said(Peer&, std::string_view text) {
  const std::string_view type = type_of(text);
  if (type == "done") {
    --unanswered_;
  } else if (type == "refused") {
    if (strict_) fail("a command was refused: " + std::string(text));
    refusal_ = Json::parse(text)["code"].scalar;
    --unanswered_;
  } else if (type == "patch") {
    view_.merge(Json::parse(text)["patch"]);
  } else {
    const Json frame = Json::parse(text);
    if (frame["me"]) me_ = frame["me"];
    if (!frame["view"]) return;
    view_ = frame["view"];
    ready_ = true;
  }
}

}  // namespace crowd
