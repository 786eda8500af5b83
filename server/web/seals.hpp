// A record's last steps over HTTP: who was there signs it, the desk seals it, and anybody may look whether it still
// says what was sealed.
#pragma once

#include <variant>

#include "server/web/directory.hpp"
#include "server/web/passphrases.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Blocks: not for a network thread. Any thread may call.
class SealDesk {
 public:
  SealDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory,
           Passphrases& passphrases)
      : accounts_(accounts), archive_(archive), directory_(directory), passphrases_(passphrases) {}

  /// With the person's passphrase, if they have one: a device that lies about is no signature.
  Response sign(const Request& request, const HallId& hall, std::string_view meeting);
  Response seal(const Request& request, const HallId& hall, std::string_view meeting);
  Response check(const HallId& hall, std::string_view meeting);
  /// What the digest is made over, for whoever may see the whole record: it can be made again without this server.
  Response text(const Request& request, const HallId& hall, std::string_view meeting);

 private:
  /// Who asks, a member of this hall; otherwise the answer to give.
  std::variant<PersonId, Response> member(const Request& request, const HallId& hall) const;
  std::optional<Response> prove(PersonId person, const SignForm& form);
  /// As the archive has it on disk now.
  Response check(const HallId& hall, MeetingId meeting);

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
  Passphrases& passphrases_;
};

}  // namespace talar::web
