#include "server/hall/apply.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking&, const Propose&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const WithdrawProposal&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const AcceptProposal&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const MergeProposal&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const DeclineProposal&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const FoundGroup&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const DissolveGroup&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ReferItem&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const TakeUpReferral&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const SendReport&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ReceiveReferral&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ReceiveReport&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ConfirmLetter&) {
  return refuse(RefusalCode::not_allowed);
}
void apply_on(State&, const Recorded&, const Proposed&) {}
void apply_on(State&, const Recorded&, const ProposalWithdrawn&) {}
void apply_on(State&, const Recorded&, const ProposalAccepted&) {}
void apply_on(State&, const Recorded&, const ProposalMerged&) {}
void apply_on(State&, const Recorded&, const ProposalDeclined&) {}
void apply_on(State&, const Recorded&, const GroupFounded&) {}
void apply_on(State&, const Recorded&, const GroupDissolved&) {}
void apply_on(State&, const Recorded&, const ItemReferred&) {}
void apply_on(State&, const Recorded&, const ReferralReceived&) {}
void apply_on(State&, const Recorded&, const ReportSent&) {}
void apply_on(State&, const Recorded&, const ReportReceived&) {}
void apply_on(State&, const Recorded&, const LetterConfirmed&) {}

}  // namespace talar::hall
