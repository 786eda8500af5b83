#include "server/hall/apply.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking&, const WithdrawCandidate&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RaiseObjection&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RecordAnswer&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RecordCount&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const CorrectCount&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const WarnVoters&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ExtendVote&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const VoidVote&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RepeatVote&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ShowResult&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const CollectBallot&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const NoteTurnout&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const CountBallots&) {
  return refuse(RefusalCode::not_allowed);
}
void apply_on(State&, const Recorded&, const CandidateWithdrawn&) {}
void apply_on(State&, const Recorded&, const VoterAdmitted&) {}
void apply_on(State&, const Recorded&, const ObjectionRaised&) {}
void apply_on(State&, const Recorded&, const HandsCounted&) {}
void apply_on(State&, const Recorded&, const VotersWarned&) {}
void apply_on(State&, const Recorded&, const VoteExtended&) {}
void apply_on(State&, const Recorded&, const BallotIssued&) {}
void apply_on(State&, const Recorded&, const TurnoutNoted&) {}
void apply_on(State&, const Recorded&, const CountingBegun&) {}
void apply_on(State&, const Recorded&, const CountCorrected&) {}
void apply_on(State&, const Recorded&, const VoteVoided&) {}
void apply_on(State&, const Recorded&, const ResultShown&) {}

bool needs_ballot_key(const State&, const Command&) {
  return false;
}

}  // namespace talar::hall
