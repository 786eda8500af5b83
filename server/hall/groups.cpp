#include "server/hall/groups.hpp"

#include <algorithm>

#include "protocol/tehran.hpp"
#include "server/hall/assert.hpp"
#include "server/hall/referrals.hpp"

namespace talar::hall {
namespace {

std::vector<Event> founding(const State& state, const HallId& own, const Group& group) {
  HallFounded founded;
  founded.name = group.name;
  founded.kind = HallKind::working_group;
  founded.place = state.place;
  founded.term = state.term;
  founded.charter = state.charter;
  founded.charter.schedule.reset();  // GRP-4: it meets when it wants to
  founded.parent = own;
  founded.until = group.until;
  return {founded, MembersEnrolled{group.founders}};
}

Command content_of(const State& state, ReferralId id) {
  const ReferralView& referral = state.referrals.at(id);
  if (is_received(referral)) return ReceiveReport{id, *referral.report};
  return ReceiveReferral{id, referral.content, state.name};
}

}  // namespace

bool is_over(const Group& group, Instant now) {
  return group.dissolved_at || (group.until && *group.until < tehran::day_of(now));
}

std::vector<Outgoing> outgoing(const State& state, const HallId& own) {
  std::vector<Outgoing> letters;
  for (const auto& [id, letter] : state.letters) {
    if (!letter.referral) {
      letters.push_back({id, letter.to, founding(state, own, state.groups.at(letter.to))});
      continue;
    }
    const auto group = state.groups.find(letter.to);
    if (group != state.groups.end() && !group->second.founders.empty()) continue;
    letters.push_back({id, letter.to, content_of(state, *letter.referral)});
  }
  return letters;
}

void check_groups(const State& state) {
  TALAR_ASSERT("PRO-2", state.proposals.size() <= limits::proposals);
  for (const auto& [id, proposal] : state.proposals) {
    TALAR_ASSERT("PRO-3", proposal.decided_at.has_value() == (proposal.state != ProposalState::submitted));
  }
  TALAR_ASSERT("GRP-1", state.groups.size() <= limits::groups);
  TALAR_ASSERT("GRP-1", state.groups.empty() || state.kind == HallKind::chamber);
  TALAR_ASSERT("GRP-8", state.referrals.size() <= limits::referrals);
  for (const auto& [id, referral] : state.referrals) {
    TALAR_ASSERT("GRP-12", referral.report.has_value() == referral.reported_at.has_value());
    if (!referral.taken_up) continue;
    TALAR_ASSERT("GRP-11", is_received(referral) || referral.report);
  }
  for (const auto& [id, letter] : state.letters) {
    if (letter.referral) {
      TALAR_ASSERT("GRP-14", state.referrals.contains(*letter.referral));
    } else {
      TALAR_ASSERT("GRP-4", !state.groups.at(letter.to).founders.empty());
    }
  }
}

}  // namespace talar::hall
