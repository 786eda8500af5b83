// Takes the letters of each hall to the halls they are for, on the hall thread.
//
// A letter is taken once the round that wrote it is durable, and again after a start as long as it stands in its hall's
// state. It founds the other hall, or is a command there whose id follows from the letter's, so that taking it twice
// does nothing. Only when the other hall has it on disk does its own hall learn of it (ConfirmLetter): wherever a crash
// comes between, the letter arrives exactly once. A hall that will not have its letter is asked again after the next
// start, not before.
#pragma once

#include <functional>
#include <set>

#include "server/hall/groups.hpp"
#include "server/live/sequencer.hpp"

namespace talar::live {

class Courier {
 public:
  struct Addresses {
    std::function<Sequencer*(const HallId&)> find;
    std::function<Sequencer&(const HallId&)> create;
  };

  explicit Courier(Addresses addresses) : addresses_(std::move(addresses)) {}

  /// Whatever the hall has written and is not under way. Between its rounds: all of it is durable.
  void collect(const Sequencer& from);

 private:
  using Letter = hall::Outgoing;

  void take(const HallId& from, Letter letter);
  void taken(const HallId& from, const HallId& to, LetterId letter, const Result<std::int64_t>& result);
  void confirm(const HallId& from, LetterId letter);

  Addresses addresses_;
  std::set<LetterId> under_way_;
};

}  // namespace talar::live
