#include "server/hall/apply.hpp"

namespace talar::hall {

void apply_on(State& state, const Recorded&, const AttachmentAdded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("AGD-28", meeting.items.contains(e.content.item));
  meeting.attachments.emplace(e.attachment, e.content);
}

void apply_on(State& state, const Recorded&, const AttachmentRemoved& e) {
  state.meetings.at(e.meeting).attachments.erase(e.attachment);
}

}  // namespace talar::hall
