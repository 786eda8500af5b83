// How the texts of minutes came to their versions, over HTTP: for editors that were away for longer than the view
// reaches back.
#pragma once

#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "storage/accounts.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call. Whoever does not run the hall is turned away.
class TextDesk {
 public:
  TextDesk(storage::Accounts& accounts, const storage::Database& database, const Directory& directory)
      : accounts_(accounts), database_(database), directory_(directory) {}

  Response updates(const Request& request, const HallId& hall, std::string_view item);

 private:
  storage::Accounts& accounts_;
  const storage::Database& database_;
  const Directory& directory_;
};

}  // namespace talar::web
