// A chamber with a working group, for tests: founded as people found one, and looked at on the hall thread.
#pragma once

#include <thread>

#include "server/live/sequencer.hpp"
#include "tests/integration/house.hpp"

namespace talar::test {

/// The state of a hall at this moment; without events when there is no such hall.
inline hall::State state_of(House& house, const HallId& hall) {
  std::promise<hall::State> state;
  house.halls().with(
      hall, [&](const live::Sequencer* sequencer) { state.set_value(sequencer ? sequencer->state() : hall::State{}); });
  return state.get_future().get();
}

/// Waits until the hall is as wanted: letters are on their way to others meanwhile.
inline hall::State until_state(House& house, const HallId& hall,
                               const std::function<bool(const hall::State&)>& wanted) {
  const auto end = std::chrono::steady_clock::now() + patience;
  for (;;) {
    hall::State state = state_of(house, hall);
    if (wanted(state) || std::chrono::steady_clock::now() > end) return state;
    std::this_thread::yield();
  }
}

/// Until nothing is under way.
inline hall::State until_delivered(House& house, const HallId& hall) {
  return until_state(house, hall, [](const hall::State& state) { return state.letters.empty(); });
}

/// The first deputy presides over it, the second belongs to it, the secretary takes its minutes.
inline json found_group(const char* name = "کارگروه رودخانه‌ها") {
  return {{"type", "found_group"},
          {"name", name},
          {"members",
           {{{"person", people::deputy(0).text()}, {"seat", "president"}},
            {{"person", people::deputy(1).text()}, {"seat", "expert"}},
            {{"person", people::secretary.text()}, {"seat", "secretary"}}}}};
}

/// Founds it and waits until its hall is there.
inline HallId founded_group(House& house, Device& staff) {
  staff.must(found_group());
  const hall::State chamber = until_delivered(house, house.hall());
  EXPECT_EQ(chamber.groups.size(), 1u);
  return chamber.groups.begin()->first;
}

}  // namespace talar::test
