#include "server/hall/apply.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking&, const CirculateMinutes&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ProposeCorrection&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const WithdrawCorrection&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const AcceptCorrection&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const DeclineCorrection&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ApproveMinutes&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const SignMinutes&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const SealMinutes&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const AppendAddendum&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const FollowUp&) {
  return refuse(RefusalCode::not_allowed);
}

void apply_on(State&, const Recorded&, const MinutesCirculated&) {}
void apply_on(State&, const Recorded&, const CorrectionProposed&) {}
void apply_on(State&, const Recorded&, const CorrectionWithdrawn&) {}
void apply_on(State&, const Recorded&, const CorrectionAccepted&) {}
void apply_on(State&, const Recorded&, const CorrectionDeclined&) {}
void apply_on(State&, const Recorded&, const MinutesApproved&) {}
void apply_on(State&, const Recorded&, const MinutesSigned&) {}
void apply_on(State&, const Recorded&, const MinutesSealed&) {}
void apply_on(State&, const Recorded&, const AddendumAppended&) {}
void apply_on(State&, const Recorded&, const ResolutionFollowedUp&) {}

}  // namespace talar::hall
