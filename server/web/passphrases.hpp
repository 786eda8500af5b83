// Whether somebody knows their passphrase; guessing it is slowed down, wherever it is asked for.
#pragma once

#include "server/web/limiter.hpp"
#include "server/web/problems.hpp"
#include "storage/accounts.hpp"

namespace talar::web {

/// Blocks (argon2id): not for a network thread. Any thread may call.
class Passphrases {
 public:
  Passphrases(storage::Accounts& accounts, Limiter::Rule rule) : accounts_(accounts), tries_(rule) {}

  bool has(PersonId person) const { return accounts_.has_passphrase(person); }
  /// The person has one and this is it; otherwise the answer to give.
  std::optional<Response> check(PersonId person, const std::string& passphrase, Instant now,
                                Trouble if_wrong = Trouble::wrong_passphrase);
  /// Likewise, or from now on it is their first one.
  std::optional<Response> check_or_set(PersonId person, const std::string& passphrase, Instant now);

 private:
  std::optional<Response> slowed_down(PersonId person, Instant now);

  storage::Accounts& accounts_;
  Limiter tries_;  // by person; only what fails counts
};

}  // namespace talar::web
