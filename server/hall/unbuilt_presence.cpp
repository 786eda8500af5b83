#include "server/hall/apply.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking&, const BeginClosedPart&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const EndClosedPart&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const NameSubstitute&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const EndSubstitution&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const DeclareInterest&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RecordRecusal&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const LiftRecusal&) {
  return refuse(RefusalCode::not_allowed);
}
void apply_on(State&, const Recorded&, const ClosedPartBegun&) {}
void apply_on(State&, const Recorded&, const ClosedPartEnded&) {}
void apply_on(State&, const Recorded&, const SubstituteNamed&) {}
void apply_on(State&, const Recorded&, const SubstitutionEnded&) {}
void apply_on(State&, const Recorded&, const MemberRecused&) {}
void apply_on(State&, const Recorded&, const RecusalLifted&) {}

}  // namespace talar::hall
