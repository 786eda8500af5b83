// What chair and secretariat do about access: invitations, who is signed in, revoking, and a roster before it is
// enrolled.
#pragma once

#include "protocol/accounts.hpp"
#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "storage/accounts.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call. Whoever does not run the hall is turned away.
class AccessDesk {
 public:
  AccessDesk(storage::Accounts& accounts, const Directory& directory, Millis invitations_valid)
      : accounts_(accounts), directory_(directory), invitations_valid_(invitations_valid) {}

  Response invitations(const Request& request, const HallId& hall);
  Response access(const Request& request, const HallId& hall);
  Response revoke(const Request& request, const HallId& hall);
  Response roster_preview(const Request& request, const HallId& hall);

 private:
  std::optional<Response> turn_away(const Request& request, const HallId& hall);
  Response invite(const HallId& hall, const Invite& form);
  Response revoke(const HallId& hall, const Revoke& form);

  storage::Accounts& accounts_;
  const Directory& directory_;
  Millis invitations_valid_;
};

/// The path of a sign-in link. The token is a fragment: it is in no log and in no Referer.
std::string join_link(std::string_view token);

}  // namespace talar::web
