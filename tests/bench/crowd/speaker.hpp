// Whoever gives commands: publishes events, or asks one thing after the other and waits for the answer.
#pragma once

#include <map>

#include "bench.hpp"
#include "json.hpp"
#include "peer.hpp"

namespace crowd {

/// Publishes numbered events, whichever the contender.
class Publisher final : private Peer::Owner {
 public:
  Publisher(Bench& bench, const Dialect& dialect, const Device* device);

  void join();
  /// The next event leaves with the next flush; its number.
  std::int64_t publish() { return publish_as(dialect_.publish(published_ + 1)); }
  /// The same with a frame of one's own, which carries the next number.
  std::int64_t publish_as(const std::string& frame);
  /// Publishes until nothing more may be under way.
  void fill(std::int64_t slowest, std::int64_t window);
  void flush() { peer_.flush(); }

  std::int64_t published() const { return published_; }
  std::int64_t sent_at(std::int64_t event) const { return sent_at_[static_cast<std::size_t>(event) % ring]; }

 private:
  static constexpr std::size_t ring = 1 << 16;

  void opened(Peer& peer) override;
  void said(Peer& peer, std::string_view text) override;
  void lost(Peer&, const std::string& why) override { fail("the publisher was lost: " + why); }

  Bench& bench_;
  const Dialect& dialect_;
  std::string request_;
  Peer peer_;
  std::vector<std::int64_t> sent_at_;
  std::int64_t published_ = 0, unanswered_ = 0;
  bool ready_ = false;
};

/// A person with a device who keeps the whole view and gives commands in turn.
class Person final : private Peer::Owner {
 public:
  Person(Bench& bench, const Device& device);

  void join();
  /// Waits for the answer; faults when it is refused.
  void ask(const std::string& command);
  /// The same, but a refusal is given back by its code.
  std::string try_to(const std::string& command);
  /// Does not wait; up to `ahead` may be unanswered.
  void order(const std::string& command, std::size_t ahead = 24);
  void wait_for_answers(std::size_t at_most = 0);
  template <class Seen>
  void wait_until(const char* what, Seen seen) {
    bench_.loop.until(what, seen);
  }

  const Json& view() const { return view_; }
  const Json& meeting() const { return view_["meetings"][view_["current"].scalar]; }
  const Json& me() const { return me_; }

 private:
  void opened(Peer& peer) override;
  void said(Peer& peer, std::string_view text) override;
  void lost(Peer&, const std::string& why) override { fail("a person was lost: " + why); }

  Bench& bench_;
  std::string request_;
  Peer peer_;
  Json view_, me_;
  std::string refusal_;
  std::size_t unanswered_ = 0;
  bool strict_ = true, ready_ = false;
};

}  // namespace crowd
