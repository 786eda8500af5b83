#include "server/hall/clocks.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking& a, const Tick&) {
  const auto place = current_in(a.state, {MeetingState::convened, MeetingState::open});
  if (!place) return place.error();
  Events events;
  for (const auto clock : {due_vote, due_list, due_quorum})
    for (Event& event : clock(a, *place)) events.push_back(std::move(event));
  if (events.empty()) return refuse(RefusalCode::wrong_vote_state);
  return events;
}

}  // namespace talar::hall
