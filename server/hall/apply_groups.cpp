#include "server/hall/apply.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {
namespace {

void keep(State& state, ReferralId id, ReferralView referral) {
  make_room(state.referrals, limits::referrals, referral_to_forget(state));
  state.referrals.emplace(id, std::move(referral));
}

void answered(State& state, const Recorded& recorded, ReferralId id, const std::string& report) {
  ReferralView& referral = state.referrals.at(id);
  TALAR_ASSERT("GRP-12", !referral.report);
  referral.report = report;
  referral.reported_at = recorded.at;
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const GroupFounded& e) {
  make_room(state.groups, limits::groups, group_to_forget(state));
  state.groups.emplace(e.group, Group{e.name, e.until, recorded.at, {}, e.members});
  state.letters.emplace(e.letter, Letter{e.group, {}});
}

void apply_on(State& state, const Recorded& recorded, const GroupDissolved& e) {
  state.groups.at(e.group).dissolved_at = recorded.at;
}

void apply_on(State& state, const Recorded& recorded, const ItemReferred& e) {
  keep(state, e.referral, {e.content, recorded.at, {}, {}, {}, {}});
  state.letters.emplace(e.letter, Letter{e.content.to, e.referral});
  Meeting& meeting = state.meetings.at(e.meeting);
  meeting.items.at(e.item).referral = e.referral;
  if (state.current == e.meeting) note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const ReferralReceived& e) {
  keep(state, e.referral, {e.content, recorded.at, e.from_name, {}, {}, {}});
}

void apply_on(State& state, const Recorded& recorded, const ReportSent& e) {
  answered(state, recorded, e.referral, e.text);
  state.letters.emplace(e.letter, Letter{state.referrals.at(e.referral).content.from, e.referral});
}

void apply_on(State& state, const Recorded& recorded, const ReportReceived& e) {
  answered(state, recorded, e.referral, e.text);
  if (!state.current) return;
  Meeting& meeting = state.meetings.at(*state.current);
  const ReferralContent& asked = state.referrals.at(e.referral).content;
  Entry entry = line(recorded);
  if (meeting.items.contains(asked.item)) {
    entry.item = asked.item;
  } else if (!meeting.ended_at) {  // of an earlier meeting's item, which this one's minutes can only name
    entry.reason = Reason(asked.title);
  } else {
    return;
  }
  note(meeting, recorded, std::move(entry));
}

void apply_on(State& state, const Recorded&, const LetterConfirmed& e) {
  const auto letter = state.letters.find(e.letter);
  if (!letter->second.referral) state.groups.at(letter->second.to).founders.clear();
  state.letters.erase(letter);
}

}  // namespace talar::hall
