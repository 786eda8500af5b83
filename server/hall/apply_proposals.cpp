#include "server/hall/apply.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {
namespace {

void decide(State& state, const Recorded& recorded, ProposalId id, ProposalState outcome, std::optional<ItemId> item,
            std::optional<Reason> reason) {
  ProposalView& proposal = state.proposals.at(id);
  TALAR_ASSERT("PRO-3", proposal.state == ProposalState::submitted);
  proposal.state = outcome;
  proposal.decided_at = recorded.at;
  proposal.item = item;
  proposal.reason = std::move(reason);
}

}  // namespace

void apply_on(State& state, const Recorded& recorded, const Proposed& e) {
  if (const auto own = own_proposal_to_forget(state, e.person)) state.proposals.erase(*own);
  make_room(state.proposals, limits::proposals, proposal_to_forget(state));
  ProposalView proposal;
  proposal.person = e.person;
  proposal.at = recorded.at;
  proposal.content = e.content;
  state.proposals.emplace(e.proposal, std::move(proposal));
}

void apply_on(State& state, const Recorded& recorded, const ProposalWithdrawn& e) {
  decide(state, recorded, e.proposal, ProposalState::withdrawn, {}, {});
}

void apply_on(State& state, const Recorded& recorded, const ProposalAccepted& e) {
  decide(state, recorded, e.proposal, ProposalState::accepted, e.item, e.reason);
}

void apply_on(State& state, const Recorded& recorded, const ProposalMerged& e) {
  decide(state, recorded, e.proposal, ProposalState::merged, e.item, e.reason);
}

void apply_on(State& state, const Recorded& recorded, const ProposalDeclined& e) {
  decide(state, recorded, e.proposal, ProposalState::declined, {}, e.reason);
}

}  // namespace talar::hall
