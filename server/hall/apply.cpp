#include "server/hall/apply.hpp"

#include "protocol/entries.hpp"

#include "server/hall/hall.hpp"
#include "server/hall/presence.hpp"

namespace talar::hall {
namespace {

/// Of the meeting that the event belongs to, if it is at hand.
Record* record_of(State& state, const Event& event) {
  const auto id = meeting_of(event);
  if (!id) return nullptr;
  if (const auto kept = state.records.find(*id); kept != state.records.end()) return &kept->second;
  const auto found = state.meetings.find(*id);
  return found == state.meetings.end() ? nullptr : &found->second.record;
}

}  // namespace

void apply(State& state, const Recorded& recorded) {
  TALAR_ASSERT("seq counts without gaps", recorded.seq == state.seq + 1);
  TALAR_ASSERT("a hall is founded first, and once",
               (state.seq == 0) == std::holds_alternative<HallFounded>(recorded.event));
  state.seq = recorded.seq;
  const bool could = could_open(state);
  std::visit([&](const auto& event) { apply_on(state, recorded, event); }, recorded.event);
  if (Record* const record = record_of(state, recorded.event)) record->seq = recorded.seq;
  // Whatever took the quorum away: the wait for another begins (MTG-11).
  if (could && !could_open(state)) state.meetings.at(*state.current).quorum_lost_at = recorded.at;
#ifdef TALAR_CHECK_INVARIANTS
  check(state);
#endif
}

void note(Meeting& meeting, const Recorded& recorded, Entry entry) {
  if (meeting.record.entries.size() >= lines_until_full(entry.kind)) return;
  entry.at = recorded.at;
  meeting.record.entries.emplace(recorded.seq, std::move(entry));
}

Entry line(const Recorded& recorded) {
  auto entry = entry_of(recorded.event);
  TALAR_ASSERT("only an event that writes a line is noted", entry);
  return std::move(*entry);
}

void note(Meeting& meeting, const Recorded& recorded) {
  note(meeting, recorded, line(recorded));
}

}  // namespace talar::hall
