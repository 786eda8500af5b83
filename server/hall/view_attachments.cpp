#include "server/hall/sight.hpp"

namespace talar::hall {

void view_attachments(std::map<AttachmentId, Attachment>& attachments, const Meeting& meeting, Sight sight,
                      const Parts& parts) {
  each_entry(meeting.attachments, parts.only(parts.attachments), [&](AttachmentId id, const Attachment& file) {
    const bool is_for_them = sight.is_inside() || file.visibility == Visibility::everyone;
    if (is_for_them && sight.sees(meeting, file.item)) attachments.emplace(id, file);
  });
}

}  // namespace talar::hall
