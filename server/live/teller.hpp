// Tends the ballot box on the hall thread: opens it for a secret vote that is on record as open, has it counted when
// its time is up or everything is in it, and clears it away once the result is on record.
//
// It looks at a hall after each durable round, and once at the start. Each step follows from what is on record and can
// be done again: wherever a crash comes between, a vote is counted, and counted once.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "server/ballots/box.hpp"
#include "server/live/sequencer.hpp"

namespace talar::live {

class Teller {
 public:
  struct Surroundings {
    asio::io_context& context;  // of the hall thread
    ballots::Box& box;
    std::function<Instant()> clock;
    std::function<Sequencer*(const HallId&)> find;
  };

  explicit Teller(Surroundings around) : around_(std::move(around)), timer_(around_.context) {}

  /// Before the threads start. Throws StorageError.
  void start(const std::vector<Sequencer*>& halls);
  /// Between the hall's rounds: all of it is durable.
  void look(const Sequencer& hall);
  /// The box has told of new ballots.
  void turnout(VoteId vote);
  void time_moved();

  /// For the next secret vote that opens, the same until one has; nothing while it is being made.
  const std::optional<std::string>& next_key();
  void key_used() { next_key_.reset(); }

 private:
  struct Watched {
    HallId hall;
    bool sealing = false;    // its ballots are being counted
    std::int64_t noted = 0;  // turnout that was told to the hall
  };

  void tend(VoteId id, Watched& watched);
  void note_turnout(VoteId id, const hall::Vote& vote, Watched& watched);
  void seal(VoteId id, Watched& watched);
  void count(VoteId id, ballots::SealedBallots sealed);
  void clear_away(const Sequencer& hall);
  void wait();

  const Surroundings around_;
  std::map<VoteId, Watched> votes_;  // open or being counted
  std::optional<std::string> next_key_;
  asio::steady_timer timer_;
};

}  // namespace talar::live
