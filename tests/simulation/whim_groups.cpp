#include "tests/simulation/whim_groups.hpp"

namespace talar::simulation {
namespace {

/// One that still waits for an answer, mostly.
ProposalId waiting_proposal(Chamber& c) {
  for (const auto& [id, proposal] : c.state().proposals)
    if (proposal.state == ProposalState::submitted && c.dice().percent(50)) return id;
  return c.proposal();
}

}  // namespace

void fill(Chamber& c, Propose& command) {
  command.content.title = "پیشنهاد " + std::to_string(c.dice().below(1000));
}
void fill(Chamber& c, WithdrawProposal& command) {
  command.proposal = waiting_proposal(c);
}
void fill(Chamber& c, AcceptProposal& command) {
  command = {waiting_proposal(c), c.meeting(), {}};
}
void fill(Chamber& c, MergeProposal& command) {
  command = {waiting_proposal(c), c.item(), Reason("همان است")};
}
void fill(Chamber& c, DeclineProposal& command) {
  command = {waiting_proposal(c), "تکراری"};
}
void fill(Chamber& c, FoundGroup& command) {
  command.name = "کارگروه " + std::to_string(c.dice().below(1000));
  command.members = {{c.person(), Seat::president}, {c.person(), Seat::secretary}};
  if (c.dice().percent(30)) command.until = Date{2030, 1, static_cast<std::int32_t>(1 + c.dice().below(28))};
}
void fill(Chamber& c, DissolveGroup& command) {
  command.group = c.group();
}
void fill(Chamber& c, ReferItem& command) {
  command = {c.item(), c.group(), Note("بررسی شود"), {}};
}
void fill(Chamber& c, TakeUpReferral& command) {
  command = {c.referral(), c.meeting()};
}
void fill(Chamber& c, SendReport& command) {
  command = {c.referral(), "گزارش"};
}
void fill(Chamber& c, ReceiveReferral& command) {
  const bool closed = c.dice().percent(20);
  command.referral = {c.dice().draw() >> 14};
  command.content.from = {"council"};
  command.content.to = {"chamber"};
  command.content.item = {c.dice().draw() >> 14};
  command.content.title = std::string(closed ? secret : "ارجاع") + " " + std::to_string(c.dice().below(1000));
  command.content.confidential = closed;
  command.from_name = "شورا";
}
void fill(Chamber& c, ReceiveReport& command) {
  command = {c.referral(), "گزارش"};
}
void fill(Chamber& c, ConfirmLetter& command) {
  command.letter = c.letter();
}

}  // namespace talar::simulation
