#include "server/web/snapshots.hpp"

namespace talar::web {
namespace {

bool has_begun(const hall::State& state, MeetingId meeting) {
  return state.current == meeting || state.past.contains(meeting);
}

void thin_out(std::vector<hall::State>& states) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < states.size(); i += 2) states[kept++] = std::move(states[i]);
  states.resize(kept);
}

}  // namespace

hall::State Snapshots::before(const HallId& hall, MeetingId meeting) const {
  const std::lock_guard lock(mutex_);
  const auto found = halls_.find(hall);
  if (found == halls_.end()) return {};
  const auto& states = found->second.states;
  for (auto state = states.rbegin(); state != states.rend(); ++state)
    if (!has_begun(*state, meeting)) return *state;
  return {};
}

void Snapshots::offer(const HallId& hall, const hall::State& state) {
  const std::lock_guard lock(mutex_);
  auto& [apart, states] = halls_[hall];
  if (state.seq < (states.empty() ? 0 : states.back().seq) + apart) return;
  states.push_back(state);
  if (states.size() < states_max) return;
  thin_out(states);
  apart *= 2;
}

}  // namespace talar::web
