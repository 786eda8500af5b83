// Calendars over HTTP: each hall's for everybody, and one's own, which its address alone opens.
#pragma once

#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call.
class CalendarDesk {
 public:
  CalendarDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory)
      : accounts_(accounts), archive_(archive), directory_(directory) {}

  /// What has been convened in the last year and since.
  Response hall(const HallId& hall);
  /// `file` is the token with ".ics": all halls of its person, for chair and staff with drafts.
  Response person(std::string_view file);
  /// The address of one's own; with a new token, so that the old one opens nothing any more.
  enum class Token { same, fresh };
  Response link(const Request& request, Token token);

 private:
  Instant since() const;

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
};

}  // namespace talar::web
