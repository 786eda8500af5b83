// One hall, on the hall thread: commands in, events to the journal, patches out once they are durable.
//
// Work goes in rounds. A round takes every command that waits, decides and applies them in order, and gives their
// events to the journal as one piece; while the disk works, the patches are rendered. When the round is durable it is
// shown: one patch per audience, then the receipts. Only one round is under way at a time, so that between rounds
// `state_` is exactly what everybody may know. An audience to which the last patch is still going out gets the next one
// when that has ended, for all rounds since then; the receipts of its people wait with it (P-26).
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/hall/state.hpp"
#include "server/live/askers.hpp"
#include "server/live/calls.hpp"
#include "server/live/fanout.hpp"
#include "server/live/feed.hpp"
#include "server/live/memory.hpp"
#include "server/live/roll.hpp"
#include "storage/committer.hpp"

namespace talar::live {

class Sequencer;

/// What every sequencer works with; lives longer than they do.
struct House {
  asio::io_context& context;  // of the hall thread
  const storage::Journal& journal;
  storage::Committer& committer;
  const Fanout& fanout;
  const Limits& limits;
  Metrics& metrics;
  std::function<Instant()> clock;
  std::function<std::uint64_t()> draw;
  std::string epoch;                               // of this run of the server
  std::function<void(const std::string&)> failed;  // the journal cannot be read
  std::function<void(const Sequencer&)> durable;   // all of its state is, right now
  /// Of secret votes. next: the key for the one that opens next, if it is ready; it stays the same until it is used.
  struct BallotKeys {
    std::function<std::optional<std::string>()> next;
    std::function<void()> used;
  } ballot_keys;
};

/// A command on its way, from a connection or from the server's own people. `founding` events are taken as they are.
struct Asked {
  using Done = std::function<void(Result<std::int64_t>)>;

  hall::Context::Kind kind = hall::Context::Kind::system;
  std::optional<PersonId> person{};
  bool proven = true;  // Identity::proven
  std::optional<CommandId> id{};
  Command command{};
  std::vector<Event> founding{};
  std::optional<ConnectionId> from{};
  Done done{};
  std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
};

class Sequencer {
 public:
  /// Replays the hall from the journal; a hall without events is about to be founded.
  Sequencer(House& house, HallId id);

  const HallId& id() const { return id_; }
  /// As of the last accepted command, which may still be on its way to the disk.
  const hall::State& state() const { return state_; }
  /// As it was last shown to them: durable.
  const View& view(Audience audience) const { return feeds_[static_cast<std::size_t>(audience)].view(); }
  std::int64_t seq() const { return durable_seq_; }
  std::vector<DeviceId> connected_devices() const { return roll_.devices(); }
  bool chair_connected() const { return state_.chair && roll_.connected(*state_.chair); }

  // The calls of the network threads.
  void join(ConnectionId from, const Identity& identity, const Hello& hello);
  void leave(ConnectionId from);
  void fresh_state(ConnectionId from, Audience audience);
  /// Somebody's place in a text, for the others of the desk who have a moment.
  void point(ConnectionId from, const Point& point);
  /// One network thread has offered these audiences their patches.
  void flushed(AudienceSet audiences);
  void ask(Asked asked);

  /// Looks for deadlines that have passed.
  void time_moved() { begin_round(); }
  /// Between rounds: what follows from its state, in other halls and at the ballot box, is done.
  void tell_house();
  /// Refuses what waits and what still comes; the round under way is finished.
  void stop_taking();
  /// What is durable goes out, whether its audience is ready or not: nothing follows.
  void finish();
  /// The journal failed: what was under way is unknown, and nothing is said about it.
  void give_up();

 private:
  struct Answer {
    Asked asked;
    Result<std::int64_t> result;
    bool repeated = false;
  };
  struct Round {
    std::vector<storage::Entry> entries;
    std::vector<Answer> answers;
    Parts touched;
    std::array<std::optional<Feed::Step>, audiences> steps;  // rendered before it is durable
    std::chrono::steady_clock::time_point submitted;
  };
  struct Joining {
    ConnectionId from;
    Identity identity;
    Hello hello;
  };
  using Personals = std::map<ConnectionId, Personal>;

  // A round.
  std::optional<RefusalCode> no_room_for(const Asked& asked);
  void begin_soon();
  void begin_round();
  Asked next();
  void decide(Round& round, Asked asked);
  Result<std::vector<Event>> judge(const Asked& asked, Instant at) const;
  void record(Round& round, const Asked& asked, std::vector<Event> events, Instant at);
  void submit(Round round);
  void show(Round round);
  void answer(std::vector<Answer> answers);
  void answer_alone(std::vector<Answer> answers);

  // Out.
  enum class To { whoever_is_ready, everyone };
  Feed::Step render(Audience audience);
  /// The owed patches of the audiences that are ready for one, and what waited for them. Between rounds only.
  void publish(Round& round, To whom = To::whoever_is_ready);
  void publish_owed();
  void rest(std::size_t audience, Feed::Clock::duration time);

  // Time.
  void wait_for_deadline();
  bool deadline_passed() const;
  Instant event_time() const;

  // People.
  void admit(const Joining& joining);
  void enter(ConnectionId from, Roll::Line line);
  /// Whether what this person may do here takes a passphrase.
  bool takes_passphrase(PersonId person) const;
  To tell_persons(const Parts& touched);
  To tell_person(ConnectionId to, Roll::Line& line);
  void tell_place(ConnectionId from, const Roll::Line& line, const Point& point) const;
  void stop_pointing(ConnectionId from, Roll::Line& line) const;
  void begin_anew(Personal& personal);
  Audience audience_of(ConnectionId connection);
  Audience own_audience(const Identity& identity) const;
  Bytes welcome(Audience audience, const std::optional<Me>& me);
  Bytes shared_welcome(Audience audience);
  std::string epoch(Audience audience) const;
  Feed& feed(Audience audience) { return feeds_[static_cast<std::size_t>(audience)]; }

  House& house_;
  const HallId id_;
  hall::State state_;
  std::int64_t durable_seq_ = 0;
  Instant last_at_;  // of the last event: the record's time never runs backwards
  std::array<Feed, audiences> feeds_;
  /// To people without a seat in the same millisecond it is the same: a herd's.
  struct Greeting {
    Instant at;
    std::int64_t seq = -1;
    Bytes frame;
  };
  std::array<Greeting, audiences> greetings_;
  Roll roll_;
  CommandMemory memory_;
  Askers askers_;
  std::deque<Asked> waiting_;
  std::vector<Joining> joining_;
  Personals later_;  // to go out with the next patches of their audiences
  std::optional<Round> under_way_;
  bool begin_posted_ = false;
  bool taking_ = true;
  bool given_up_ = false;
  asio::steady_timer deadline_timer_;
  std::array<asio::steady_timer, audiences> rest_timers_;
};

}  // namespace talar::live
