// The archive over HTTP, each answer as the asker's audience may see it.
#pragma once

#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "server/web/limiter.hpp"
#include "server/web/query.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"
#include "storage/archive_register.hpp"

namespace talar::web {

/// What a query asks of the register.
storage::RegisterTerms register_terms(QueryReader& query);
/// The Jalali year that a query names, or this one.
std::int64_t figures_year(QueryReader& query, Instant now);

/// Blocks: not for a network thread. Any thread may call.
class RecordsDesk {
 public:
  RecordsDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory,
              Limiter::Rule similar)
      : accounts_(accounts), archive_(archive), directory_(directory), similar_(similar) {}

  Response meetings(const Request& request, const HallId& hall);
  Response record(const Request& request, const HallId& hall, std::string_view meeting);
  Response search(const Request& request, const HallId& hall);
  /// The register.
  Response resolutions(const Request& request, const HallId& hall);
  /// For the people of the hall.
  Response figures(const Request& request, const HallId& hall);
  /// What is like a title that somebody of the hall types, here, in its groups and in the hall above it.
  Response similar(const Request& request, const HallId& hall);

 private:
  Audience audience(const Request& request, const HallId& hall);

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
  Limiter similar_;
};

}  // namespace talar::web
