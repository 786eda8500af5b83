// Many devices that follow one hall. Knows how far the slowest of them is, and holds all to the same story.
#pragma once

#include <deque>
#include <functional>
#include <map>

#include "bench.hpp"
#include "json.hpp"
#include "peer.hpp"
#include "stream.hpp"

namespace crowd {

class Audience final : private Peer::Owner {
 public:
  /// Observers, or one device for each of `people`.
  Audience(Bench& bench, std::size_t size) : Audience(bench, *bench.dialect, size) {}
  Audience(Bench& bench, std::vector<Device> people) : Audience(bench, *bench.dialect, std::move(people)) {}
  Audience(Bench& bench, const Dialect& dialect, std::size_t size);
  Audience(Bench& bench, const Dialect& dialect, std::vector<Device> people);

  /// Connects whoever is not connected, so many at once, and waits until all know the hall as of now.
  enum class Return { afresh, resuming };
  void join(Return how = Return::afresh, std::size_t at_once = 256);
  void drop();

  /// The first `count` stop reading and no longer count as slowest.
  void stall(std::size_t count, int receive_buffer);
  void wake();

  std::size_t size() const { return peers_.size(); }
  /// The newest event that every device knows.
  std::int64_t slowest() const { return slowest_; }
  std::size_t patches() const { return stream_.told(); }
  std::size_t states() const { return states_; }
  std::uint64_t bytes_in() const;
  std::size_t resumed_tls() const { return resumed_tls_; }
  std::size_t state_bytes() const { return state_bytes_; }

  /// Everybody knows the newest patch that anybody knows.
  bool abreast() const;
  /// Everybody is as far as a witness who joins now, and what they folded is what the witness is told. Faults if not.
  void verify();

  // Told, when set:
  std::function<void(std::int64_t from, std::int64_t to)> arrived;         // one device went on to another event
  std::function<void(std::int64_t event)> everybody;                       // the slowest device is there now
  std::function<void(std::size_t index, std::string_view text)> personal;  // neither state nor patch

  void say(std::size_t index, std::string_view text) { peers_[index].say(text); }
  const Json& view(std::size_t index) const { return folded_.at(index); }

 private:
  static constexpr std::size_t ring = 1 << 16;
  struct Standing {
    std::int64_t seq = -1;
    std::int64_t event = 0;
    bool ready = false;
    bool stalled = false;
    bool fresh = true;  // what it knows is a state, not yet a patch
  };

  void opened(Peer& peer) override;
  void said(Peer& peer, std::string_view text) override;
  void lost(Peer& peer, const std::string& why) override;

  void fold(std::size_t index, const char* part, std::string_view text);
  void set_ready(Standing& standing);
  void move(Standing& standing, std::int64_t to);
  void advance();
  std::uint32_t& at(std::int64_t event) { return at_[static_cast<std::size_t>(event) % ring]; }

  Bench& bench_;
  const Dialect& dialect_;
  std::vector<Device> people_;
  std::vector<std::string> requests_;  // one for all observers, or one each
  std::deque<Peer> peers_;
  std::vector<Standing> standings_;
  std::map<std::size_t, Json> folded_;  // of a few
  Stream stream_;
  std::vector<std::uint32_t> at_;  // devices by the newest event they know
  std::int64_t slowest_ = 0, newest_ = 0;
  std::size_t ready_ = 0, joining_ = 0, states_ = 0, state_bytes_ = 0, resumed_tls_ = 0;
  Return return_ = Return::afresh;
  std::string epoch_;
};

}  // namespace crowd
