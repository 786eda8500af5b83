// Files of agenda items: taken from chair and secretariat, given to whoever may see them.
#pragma once

#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "server/web/shelf.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"
#include "storage/files.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call.
class AttachmentDesk {
 public:
  AttachmentDesk(storage::Accounts& accounts, const storage::Archive& archive, storage::Files& files,
                 const Directory& directory)
      : accounts_(accounts), archive_(archive), files_(files), directory_(directory) {}

  /// Why this visitor may not send a file to this hall; nothing: they may. Asked before the body is read, and again.
  std::optional<Response> turn_away(const Request& request, const HallId& hall);
  Response upload(const Request& request, const HallId& hall, std::string_view item);
  Response give(const Request& request, const HallId& hall, std::string_view attachment);

 private:
  std::optional<Attachment> find(const HallId& hall, AttachmentId attachment, Audience audience);

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  storage::Files& files_;
  const Directory& directory_;
  Shelf shelf_;
};

}  // namespace talar::web
