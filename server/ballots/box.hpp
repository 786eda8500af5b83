// The ballot box: makes the keys, signs what it cannot see, takes what it has signed, keeps it until it is counted.
//
// A vote's way through it: take_key() before the vote opens, open() once that is on record, sign() and cast() while it
// lasts, seal() to count, finish() once the result is on record. A voided vote is discarded instead. All of it can be
// done again after a crash: start() is told which votes are under way.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "protocol/refusal.hpp"
#include "protocol/voting.hpp"
#include "server/ballots/blind_rsa.hpp"
#include "storage/ballots.hpp"

namespace talar::ballots {

/// key: the public one in base64, as VoteOpened has it.
struct VoteUnderWay {
  VoteId vote;
  std::string key;
  VoteForm form;
};

/// ballots: by their hashes. digest: as in SecretCount.
struct SealedBallots {
  std::vector<Ballot> ballots;
  std::string digest;
};

struct BoxOptions {
  // Written as soon as so many wait, or the first of them has waited so long: who watches the file grow sees groups.
  std::size_t group = 8;
  std::chrono::milliseconds patience{1'000};
  std::size_t waiting_max = 4'000;  // then more are refused for the moment
  std::int64_t turnout_step = 5;
  /// All of these run on the box's thread. After `on_failure`, which is called once, nothing is written and nothing
  /// acknowledged any more: what became of everything cast and not yet acknowledged is unknown (StorageError).
  std::function<void(const storage::StorageError&)> on_failure = [](const auto&) {};
  /// When so many more have been cast, or as many as expect() asked for.
  std::function<void(VoteId, std::int64_t cast)> on_turnout = [](VoteId, std::int64_t) {};
};

/// Any thread may ask; only start() and stop() wait for the disk. Bytes are bytes, not base64.
class Box {
 public:
  Box(const storage::Database& database, BoxOptions options);
  ~Box();

  /// Once, before all else: opens these votes, forgets all other keys and begins to make fresh ones. Throws
  /// StorageError.
  void start(const std::vector<VoteUnderWay>& votes);
  /// Writes what waits and ends the thread. Idempotent; not from the box's thread.
  void stop();

  /// A fresh public key in base64, given out this once; nothing while the next one is being made.
  std::optional<std::string> take_key();
  /// VoteOpened is on record. Does nothing when it is open already.
  void open(const VoteUnderWay& vote);
  /// The person's right to it is on record. Refused: vote_not_open (sealed, too), no_ballot_key (its private key is
  /// lost), out_of_bounds.
  Result<std::string> sign(VoteId vote, std::string_view blinded) const;

  /// The ballot's hash, once it is on disk; the same again for the same ballot. Refused: out_of_bounds, bad_ballot,
  /// vote_not_open, bad_signature, too_many_commands (too many wait: come again), shutting_down. Runs before cast()
  /// returns or on the box's thread; after a failure maybe never.
  using Acknowledge = std::function<void(Result<storage::Digest>)>;
  void cast(std::string message, std::string signature, Acknowledge acknowledge);
  /// On disk; nothing when the vote is not open here.
  std::optional<std::int64_t> counted(VoteId vote) const;
  /// on_turnout will be called when so many have been cast, at once if they have been.
  void expect(VoteId vote, std::int64_t cast);

  /// From now on nothing is signed and nothing taken; `sealed` is told on the box's thread what is in it. Can be asked
  /// again.
  void seal(VoteId vote, std::function<void(SealedBallots)> sealed);
  /// VoteClosed is on record: the key is forgotten and the traces of the order are removed.
  void finish(VoteId vote);
  /// VoteVoided is on record: key and ballots are forgotten.
  void discard(VoteId vote);

 private:
  struct Vote;
  struct Waiting {
    std::shared_ptr<Vote> vote;
    storage::KeptBallot ballot;
    Acknowledge acknowledge;
  };
  struct Round {
    std::vector<Waiting> ballots;
    std::deque<std::function<void()>> tasks;
    bool make_key = false;
    bool last = false;
  };
  using Clock = std::chrono::steady_clock;

  std::shared_ptr<Vote> find(VoteId vote) const;
  Result<std::shared_ptr<Vote>> vote_for(std::string_view message, std::string_view signature) const;
  /// To the box's thread.
  void post(std::function<void()> task);

  // On the box's thread:
  enum class Ending { counted, voided };
  void run();
  /// What there is to do, as soon as there is anything.
  Round take();
  bool due() const;
  void write(std::vector<Waiting> waiting);
  void count_up(VoteId vote, std::int64_t more);
  SealedBallots contents(const Vote& vote) const;
  void make_key();
  void forget_ready_key();
  void leave(VoteId vote, Ending ending);
  void fail(const storage::StorageError& error);

  const BoxOptions options_;
  storage::Ballots kept_;  // of the box's thread, once that runs
  bool log_full_ = false;  // likewise

  mutable std::mutex mutex_;
  std::condition_variable work_;
  // Guarded by mutex_:
  std::map<VoteId, std::shared_ptr<Vote>> votes_;
  std::map<std::string, std::shared_ptr<const SigningKey>> keys_;  // given out or about to be, by the public ones
  std::optional<std::string> ready_;
  std::vector<Waiting> waiting_;
  Clock::time_point waiting_since_;
  std::deque<std::function<void()>> tasks_;
  bool flush_ = false;  // what waits must not wait longer
  bool stopping_ = false;
  bool failed_ = false;

  std::thread thread_;
};

}  // namespace talar::ballots
