#include "server/hall/apply.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

Decision decide_on(const Asking&, const DraftNextMeeting&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const CarryOver&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const TakeOut&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const SaveTemplate&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RemoveTemplate&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const ApplyTemplate&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const Attach&) {
  return refuse(RefusalCode::not_allowed);
}
Decision decide_on(const Asking&, const RemoveAttachment&) {
  return refuse(RefusalCode::not_allowed);
}
void apply_on(State&, const Recorded&, const ItemTakenOut&) {}
void apply_on(State&, const Recorded&, const TemplateSaved&) {}
void apply_on(State&, const Recorded&, const TemplateRemoved&) {}
void apply_on(State&, const Recorded&, const AttachmentAdded&) {}
void apply_on(State&, const Recorded&, const AttachmentRemoved&) {}

}  // namespace talar::hall
