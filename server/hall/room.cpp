#include "server/hall/room.hpp"

#include <algorithm>

#include "server/hall/referrals.hpp"

namespace talar::hall {

std::optional<ProposalId> proposal_to_forget(const State& state) {
  return first_done(state.proposals, [](ProposalId, const ProposalView& proposal) { return proposal.decided_at; });
}

std::optional<ProposalId> own_proposal_to_forget(const State& state, PersonId person) {
  const auto is_theirs = [&](const auto& entry) { return entry.second.person == person; };
  if (std::ranges::count_if(state.proposals, is_theirs) < std::ptrdiff_t{limits::proposals_kept}) return std::nullopt;
  return first_done(state.proposals, [&](ProposalId, const ProposalView& proposal) {
    return proposal.person == person ? proposal.decided_at : std::nullopt;
  });
}

std::optional<HallId> group_to_forget(const State& state) {
  return first_done(state.groups, [](const HallId&, const Group& group) {
    return group.founders.empty() ? group.dissolved_at : std::nullopt;  // else its founding letter needs it
  });
}

std::optional<ResolutionId> task_to_forget(const State& state) {
  return first_done(state.tasks, [](ResolutionId, const Task& task) { return task.finished_at; });
}

std::optional<ReferralId> referral_to_forget(const State& state) {
  return first_done(state.referrals, [&](ReferralId id, const ReferralView& referral) {
    const bool is_written_about =
        std::ranges::any_of(state.letters, [&](const auto& letter) { return letter.second.referral == id; });
    return is_waiting(referral) || is_written_about ? std::nullopt : referral.reported_at;
  });
}

}  // namespace talar::hall
