// What the box does on its own thread: everything that touches the disk.
#include <pthread.h>

#include <utility>

#include "protocol/ballot_paper.hpp"
#include "protocol/base64.hpp"
#include "server/ballots/box.hpp"
#include "server/ballots/encoding.hpp"
#include "server/ballots/vote.hpp"

namespace talar::ballots {

void Box::post(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  work_.notify_one();
}

void Box::run() {
  pthread_setname_np(pthread_self(), "ballots");
  try {
    for (bool last = false; !last;) {
      Round round = take();
      last = round.last;
      write(std::move(round.ballots));
      for (const auto& task : round.tasks) task();
      if (round.make_key) make_key();
      if (log_full_) log_full_ = !kept_.empty_log();
    }
    forget_ready_key();
    kept_.empty_log();
  } catch (const storage::StorageError& error) {
    fail(error);
  } catch (const std::exception& error) {
    fail({error.what(), storage::StorageError::Outcome::refused});
  }
}

Box::Round Box::take() {
  std::unique_lock lock(mutex_);
  const auto something = [this] { return stopping_ || !ready_ || !tasks_.empty() || due(); };
  while (!something()) {
    if (waiting_.empty() && !log_full_) {
      work_.wait(lock);
    } else {
      const auto until = waiting_.empty() ? Clock::now() : waiting_since_;
      if (work_.wait_until(lock, until + options_.patience) == std::cv_status::timeout) break;
    }
  }
  Round round{{}, std::exchange(tasks_, {}), !ready_ && !stopping_, stopping_};
  if (due() || stopping_ || std::exchange(flush_, false)) round.ballots = std::exchange(waiting_, {});
  return round;
}

bool Box::due() const {
  return waiting_.size() >= options_.group || (!waiting_.empty() && Clock::now() >= waiting_since_ + options_.patience);
}

void Box::write(std::vector<Waiting> waiting) {
  if (waiting.empty()) return;
  std::vector<storage::KeptBallot> ballots;
  for (const Waiting& each : waiting) ballots.push_back(each.ballot);
  std::map<VoteId, std::int64_t> fresh;
  for (const VoteId vote : kept_.keep(std::move(ballots))) ++fresh[vote];
  for (const auto& [vote, more] : fresh) count_up(vote, more);
  for (const Waiting& each : waiting) each.acknowledge(each.ballot.hash);
}

void Box::count_up(VoteId id, std::int64_t more) {
  std::int64_t cast = 0;
  bool worth_telling = false;
  {
    const std::lock_guard lock(mutex_);
    const auto vote = find(id);
    if (!vote) return;
    const std::int64_t before = std::exchange(vote->cast, vote->cast + more);
    cast = vote->cast;
    const auto reached = [&](std::int64_t number) { return before < number && number <= cast; };
    worth_telling =
        before / options_.turnout_step != cast / options_.turnout_step || (vote->expected && reached(*vote->expected));
  }
  if (worth_telling) options_.on_turnout(id, cast);
}

SealedBallots Box::contents(const Vote& vote) const {
  SealedBallots sealed;
  std::string hashes;
  for (const storage::KeptBallot& kept : kept_.of(vote.opened.vote)) {
    auto ballot = read_ballot(paper_of(kept.message), vote.opened.form);
    if (!ballot)
      throw storage::StorageError("the ballot box holds a ballot that it has not taken: the database was changed",
                                  storage::StorageError::Outcome::refused);
    sealed.ballots.push_back(std::move(*ballot));
    hashes += as_bytes(kept.hash);
  }
  sealed.digest = to_hex(as_bytes(storage::digest(hashes)));
  return sealed;
}

void Box::make_key() {
  const SigningKey key = SigningKey::generate();
  storage::BallotKey kept{key.public_der(), key.private_der()};
  kept_.keep(kept);
  wipe(kept.private_key);
  const std::string name = to_base64(kept.public_key);
  const std::lock_guard lock(mutex_);
  keys_[name] = std::make_shared<SigningKey>(key);
  ready_ = name;
}

// One that was given out stays: a vote may have opened with it that has not been opened here yet. If none has, start()
// forgets it.
void Box::forget_ready_key() {
  std::optional<std::string> key;
  {
    const std::lock_guard lock(mutex_);
    key.swap(ready_);
  }
  if (key) kept_.forget(*from_base64(*key));
}

void Box::leave(VoteId id, Ending ending) {
  std::string key;
  {
    const std::lock_guard lock(mutex_);
    if (const auto vote = find(id)) {
      key = vote->opened.key;
      vote->sealed = true;  // whoever holds it now
      votes_.erase(id);
      keys_.erase(key);
    }
  }
  const std::string public_key = from_base64(key).value_or("");
  ending == Ending::counted ? kept_.settle(id, public_key) : kept_.discard(id, public_key);
  log_full_ = true;
}

void Box::fail(const storage::StorageError& error) {
  {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    waiting_ = {};
    tasks_ = {};
  }
  options_.on_failure(error);
}

}  // namespace talar::ballots
