// How much each person asks of a hall, over all of their connections: whoever opens more may not ask for more.
#pragma once

#include <unordered_map>

#include "protocol/id.hpp"
#include "server/live/limits.hpp"
#include "server/live/rate.hpp"

namespace talar::live {

class Askers {
 public:
  explicit Askers(const Limits& limits) : limits_(limits) {}

  /// One more command of theirs waits from now on; false when that is too many.
  bool enter(PersonId person, Rate::Clock::time_point now) {
    Book& book = books_[person];
    if (book.waiting >= limits_.commands_waiting_per_person) return false;
    if (!book.rate.take(now, limits_.commands_per_second, limits_.commands_burst)) return false;
    ++book.waiting;
    return true;
  }
  /// It waits no longer.
  void leave(PersonId person) { --books_.at(person).waiting; }

 private:
  struct Book {
    Rate rate;
    std::size_t waiting = 0;
  };

  const Limits& limits_;
  std::unordered_map<PersonId, Book> books_;  // kept when they go: coming back must not fill the rate up
};

}  // namespace talar::live
