// A meeting as an audience saw it, made of the hall's events by the hall's own rules.
#pragma once

#include <set>

#include "protocol/events.hpp"
#include "protocol/parts.hpp"
#include "protocol/record.hpp"
#include "server/hall/state.hpp"

namespace talar::web {

class Film {
 public:
  /// Items and lines of the minutes that this audience's record tells today. Of others nothing is shown, although it
  /// was at the time: they were closed, removed or left out later.
  struct Shown {
    std::set<ItemId> items;
    std::set<std::int64_t> entries;
  };
  Film(MeetingId meeting, Audience audience, Shown shown) : audience_(audience), shown_(std::move(shown)) {
    replay_.meeting = meeting;
  }

  /// `state` is a hall somewhere before the meeting; it goes on with the event. Nothing is to follow the end.
  enum class At { before, meeting, end };
  At take(hall::State& state, const Recorded& recorded);
  /// Once no more is taken.
  Replay cut(const hall::State& state);

  /// Characters of what has been made so far.
  std::size_t size() const { return size_; }

 private:
  void begin(hall::State& state, Instant at);
  void step(const hall::State& state);
  void conceal(hall::State& state) const;
  View look(const hall::State& state, const Parts& parts) const;

  const Audience audience_;
  const Shown shown_;
  Replay replay_;
  View view_;  // as of the last step
  Parts owed_;
  At at_ = At::before;
  Instant second_;  // when the step that is being made began
  std::size_t size_ = 0;
};

}  // namespace talar::web
