#include "server/hall/sight.hpp"

namespace talar::hall {

std::map<ProposalId, ProposalView> view_proposals(const State& state, Sight sight, const Parts& parts) {
  std::map<ProposalId, ProposalView> proposals;
  if (!sight.is_desk()) return proposals;  // PRO-7
  each_entry(state.proposals, parts.only(parts.proposals),
             [&](ProposalId id, const ProposalView& proposal) { proposals.emplace(id, proposal); });
  return proposals;
}

std::map<HallId, GroupView> view_groups(const State& state, const Parts& parts) {
  std::map<HallId, GroupView> groups;
  each_entry(state.groups, parts.only(parts.groups), [&](const HallId& id, const Group& group) {
    groups.emplace(id, GroupView{group.name, group.until, group.founded_at, group.dissolved_at});
  });
  return groups;
}

std::map<ReferralId, ReferralView> view_referrals(const State& state, Sight sight, const Parts& parts) {
  std::map<ReferralId, ReferralView> referrals;
  if (!sight.is_inside()) return referrals;  // GRP-15
  each_entry(state.referrals, parts.only(parts.referrals),
             [&](ReferralId id, const ReferralView& referral) { referrals.emplace(id, referral); });
  return referrals;
}

}  // namespace talar::hall
