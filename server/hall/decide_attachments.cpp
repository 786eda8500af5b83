#include <algorithm>

#include "server/hall/decide.hpp"
#include "server/hall/permissions.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum MeetingState;

/// Until the minutes are frozen.
constexpr States files_may_change{drafted, convened, open, recess, closed};

/// Between the question of whether somebody may send a file and its last byte, they may have lost the right.
bool may_still_attach(const State& state, PersonId person) {
  Context context;
  context.kind = Context::Kind::person;
  context.person = person;
  return may<RemoveAttachment>(role_of(state, context));
}

}  // namespace

Decision decide_on(const Asking& a, const Attach& c) {
  if (!may_still_attach(a.state, c.by)) return refuse(RefusalCode::not_your_own, "by");
  const auto place = item_in(a.state, c.content.item, files_may_change, "content.item");
  if (!place) return place.error();
  std::size_t here = 0;
  for (const auto& [id, file] : place->meeting.attachments) {
    if (file.item != c.content.item) continue;
    if (file.digest == c.content.digest) return refuse(RefusalCode::already_attached);
    ++here;
  }
  if (here >= limits::attachments) return with(refuse(RefusalCode::too_many_attachments), "max", limits::attachments);
  return Events{AttachmentAdded{place->meeting_id, c.attachment, c.content, c.by}};
}

Decision decide_on(const Asking& a, const RemoveAttachment& c) {
  for (const auto& [id, meeting] : a.state.meetings) {
    if (!meeting.attachments.contains(c.attachment)) continue;
    const auto place = meeting_in(a.state, id, files_may_change);
    if (!place) return place.error();
    return Events{AttachmentRemoved{id, c.attachment}};
  }
  return refuse(RefusalCode::no_such_attachment, "attachment");
}

}  // namespace talar::hall
