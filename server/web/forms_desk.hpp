// GET /api/halls/{hall}/meetings/{meeting}/as/{format}: a record as a page to read, and as files to take away.
#pragma once

#include "server/web/directory.hpp"
#include "server/web/forms.hpp"
#include "server/web/origin.hpp"
#include "server/web/visitor.hpp"
#include "storage/accounts.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call.
class FormsDesk {
 public:
  FormsDesk(storage::Accounts& accounts, const storage::Database& database, const storage::Archive& archive,
            const Directory& directory, const OriginRules& origins, std::optional<std::string> font)
      : accounts_(accounts),
        archive_(archive),
        directory_(directory),
        origins_(origins),
        forms_(database, archive, std::move(font)) {}

  Response give(const Request& request, const HallId& hall, std::string_view meeting, std::string_view format);

 private:
  /// Where this server is, as far as it may be told.
  std::string url(const Request& request, const Visitor& visitor, exports::Format format) const;

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
  const OriginRules& origins_;
  Forms forms_;
};

}  // namespace talar::web
