#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {
namespace {

Refusal too_many(std::size_t max) {
  return with(refuse(RefusalCode::too_many_proposals), "max", max);
}

/// The proposal while it waits for an answer.
Result<const ProposalView*> waiting_proposal(const State& state, ProposalId id) {
  const auto found = state.proposals.find(id);
  if (found == state.proposals.end()) return refuse(RefusalCode::no_such_proposal, "proposal");
  if (found->second.state != ProposalState::submitted) {
    return with(refuse(RefusalCode::wrong_proposal_state), "state", found->second.state);
  }
  return &found->second;
}

/// PRO-4: a guest does not come to present by proposing, nor does somebody who has left.
std::optional<PersonId> presenter(const State& state, PersonId proposer) {
  const auto found = state.members.find(proposer);
  if (found == state.members.end() || found->second.member.seat == Seat::guest) return std::nullopt;
  return proposer;
}

}  // namespace

Decision decide_on(const Asking& a, const Propose& c) {
  const auto waits = [&](const auto& p) {
    return p.second.person == a.person() && p.second.state == ProposalState::submitted;
  };
  if (std::ranges::count_if(a.state.proposals, waits) >= static_cast<std::ptrdiff_t>(limits::proposals_per_person)) {
    return too_many(limits::proposals_per_person);
  }
  if (!has_room(a.state.proposals, limits::proposals, proposal_to_forget(a.state))) return too_many(limits::proposals);
  return Events{Proposed{a.ids().next<ProposalId>(), a.person(), c.content}};
}

Decision decide_on(const Asking& a, const WithdrawProposal& c) {
  const auto found = a.state.proposals.find(c.proposal);
  if (found != a.state.proposals.end() && found->second.person != a.person()) {
    return refuse(RefusalCode::not_your_own, "proposal");
  }
  const auto proposal = waiting_proposal(a.state, c.proposal);
  if (!proposal) return proposal.error();
  return Events{ProposalWithdrawn{c.proposal}};
}

Decision decide_on(const Asking& a, const AcceptProposal& c) {
  const auto proposal = waiting_proposal(a.state, c.proposal);
  if (!proposal) return proposal.error();
  const auto place = meeting_in(a.state, c.meeting, agenda_is_alive);
  if (!place) return place.error();
  if (auto refusal = full_agenda(place->meeting)) return *refusal;
  ItemContent content;
  content.title = (*proposal)->content.title;
  content.presenter = presenter(a.state, (*proposal)->person);
  const auto item = a.ids().next<ItemId>();
  const auto position = static_cast<std::int64_t>(level_below(place->meeting, {}).size());
  const ItemOrigin origin{OriginKind::proposal, {}, c.proposal, {}, {}};
  return Events{ProposalAccepted{c.proposal, item, c.reason},
                ItemAdded{c.meeting, item, {}, position, std::move(content), origin}};
}

Decision decide_on(const Asking& a, const MergeProposal& c) {
  const auto proposal = waiting_proposal(a.state, c.proposal);
  if (!proposal) return proposal.error();
  const auto place = item_in(a.state, c.item, agenda_is_alive);
  if (!place) return place.error();
  return Events{ProposalMerged{c.proposal, c.item, c.reason}};
}

Decision decide_on(const Asking& a, const DeclineProposal& c) {
  const auto proposal = waiting_proposal(a.state, c.proposal);
  if (!proposal) return proposal.error();
  return Events{ProposalDeclined{c.proposal, c.reason}};
}

}  // namespace talar::hall
