#include "server/hall/apply.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded&, const MinutesPublished& e) {
  if (const auto past = state.past.find(e.meeting); past != state.past.end()) {
    past->second.minutes_published = true;
  } else {
    state.meetings.at(e.meeting).minutes_published = true;
  }
}

}  // namespace talar::hall
