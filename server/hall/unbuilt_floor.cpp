#include "server/hall/apply.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking&, const YieldTime&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const CallLast&) {
  return refuse(RefusalCode::not_allowed);
}
void apply_on(State&, const Recorded&, const TimeYielded&) {}
void apply_on(State&, const Recorded&, const LastCalled&) {}

}  // namespace talar::hall
