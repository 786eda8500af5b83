// Files of agenda items: taken from chair and secretariat, given to whoever may see them.
#pragma once

#include <map>
#include <mutex>

#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"
#include "storage/files.hpp"

namespace talar::web {

/// Bytes on their way out, shared by everybody they are on their way to: when the chair speaks of a paper, the whole
/// hall opens it. Bounded by what is on the way at the same time.
class Shelf {
 public:
  /// Those under this digest, fetched by `read` when nobody else is being sent them; none when too much is on its way.
  template <class Read>
  Body take(const std::string& digest, std::size_t size, Read read);

 private:
  std::size_t on_the_way();

  static constexpr std::size_t bytes_max = 256'000'000;
  std::mutex mutex_;  // held while reading: a hundred who ask at once cause one reading
  std::map<std::string, std::weak_ptr<const std::string>> bodies_;
};

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
