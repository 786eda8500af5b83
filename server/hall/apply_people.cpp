#include "server/hall/apply.hpp"
#include "server/hall/order.hpp"
#include "server/hall/presence.hpp"

namespace talar::hall {
namespace {

/// CHR-1: the president presides from the first moment, if nobody does.
void seat_president(State& state, const Member& member) {
  if (!state.chair && member.seat == Seat::president) state.chair = member.person;
}

/// Whatever a charter leaves out holds as the types have it.
Charter complete(Charter charter) {
  if (!charter.floor) charter.floor.emplace();
  if (!charter.presence) charter.presence.emplace();
  if (!charter.voting) charter.voting.emplace();
  return charter;
}

/// Keeps the figures of every quorum: they are shown at each coming and going, of four thousand if need be.
void count_voter(State& state, const Member& member, std::int64_t by) {
  if (!member.votes) return;
  state.voters += by;
  for (auto& [id, meeting] : state.meetings)
    if (is_present(meeting, member.person) && !represented_by(meeting, member.person)) meeting.voters_present += by;
}

}  // namespace

void apply_on(State& state, const Recorded&, const HallFounded& e) {
  state.name = e.name;
  state.name_en = e.name_en;
  state.kind = e.kind;
  state.place = e.place;
  state.term = e.term;
  state.charter = complete(e.charter);
  state.parent = e.parent;
  state.until = e.until;
}

void apply_on(State& state, const Recorded&, const MembersEnrolled& e) {
  for (const Member& member : e.members) {
    const bool fresh = state.members.emplace(member.person, Enrolled{member, ++state.last_order}).second;
    TALAR_ASSERT("PPL-2", fresh);
    count_voter(state, member, 1);
    seat_president(state, member);
  }
}

void apply_on(State& state, const Recorded&, const MemberEdited& e) {
  Member& member = state.members.at(e.member.person).member;
  count_voter(state, member, -1);
  member = e.member;
  count_voter(state, member, 1);
  seat_president(state, e.member);
  arrange_floor(state);
}

void apply_on(State& state, const Recorded&, const MemberRemoved& e) {
  TALAR_ASSERT("PPL-6", state.chair != e.person);
  count_voter(state, state.members.at(e.person).member, -1);
  state.members.erase(e.person);
  for (auto& [id, meeting] : state.meetings) {
    meeting.attendance.erase(e.person);
    for (auto& [item, content] : meeting.items) content.recused.erase(e.person);
  }
}

void apply_on(State& state, const Recorded&, const CharterAmended& e) {
  state.charter = complete(e.charter);
  arrange_floor(state);
}

void apply_on(State& state, const Recorded&, const TermBegun& e) {
  state.term = e.term;
  state.meetings_numbered = 0;
  state.resolutions_numbered = 0;
  for (auto& [id, meeting] : state.meetings)
    if (meeting.state == MeetingState::drafted) meeting.term = e.term;
}

void apply_on(State& state, const Recorded& recorded, const ChairHanded& e) {
  state.chair = e.to;
  if (!state.current) return;
  Meeting& meeting = state.meetings.at(*state.current);
  if (meeting.ended_at) return;
  note(meeting, recorded);
}

}  // namespace talar::hall
