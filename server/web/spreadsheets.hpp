// The register of resolutions and a year's figures as spreadsheets.
#pragma once

#include "server/exports/exports.hpp"
#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call.
class SpreadsheetDesk {
 public:
  SpreadsheetDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory)
      : accounts_(accounts), archive_(archive), directory_(directory) {}

  /// All that fits the filters, not one page of it: as xlsx or csv.
  Response resolutions(const Request& request, const HallId& hall, exports::Format format) const;
  /// For the people of the hall.
  Response figures(const Request& request, const HallId& hall) const;

 private:
  Name name_of(const HallId& hall) const;

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
};

}  // namespace talar::web
