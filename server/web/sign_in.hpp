// Signing in and out: an invitation, by link or typed code, binds a device; chair and secretariat add a passphrase.
#pragma once

#include <string>

#include "protocol/accounts.hpp"
#include "server/web/directory.hpp"
#include "server/web/http.hpp"
#include "server/web/known_networks.hpp"
#include "server/web/limiter.hpp"
#include "server/web/passphrases.hpp"
#include "server/web/visitor.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Only what fails counts. A hall's Wi-Fi is one address, so that one is generous; guessing six digits from many
/// addresses is what `codes` slows down: 480 guesses a day at a million codes. A network from which somebody has signed
/// in lately has as many for itself, so that nobody elsewhere keeps the hall from typing. Links go on working
/// meanwhile.
struct SignInRules {
  Limiter::Rule address{.burst = 30, .refill{15'000}, .keys_max = 20'000};
  Limiter::Rule codes{.burst = 60, .refill{180'000}, .keys_max = KnownNetworks::networks_max + 1};
  Limiter::Rule passphrase{.burst = 5, .refill{30'000}, .keys_max = 2'000};  // of one person
};

/// Blocks (database, argon2id): not for a network thread. Any thread may call.
class SignInDesk {
 public:
  SignInDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory,
             Passphrases& passphrases, SignInRules rules);

  Response sign_in(const Request& request);
  Response sign_out(const Request& request);
  Response whoami(const Request& request);
  /// From a device that was signed in without a passphrase, by a person who needs one in some hall.
  Response prove(const Request& request);

 private:
  Response sign_in(const Request& request, const SignIn& form);
  /// In whose guesses at codes one more from this network counts.
  std::string guesses_of(const std::string& network, Instant now) const;
  /// A code can be guessed, and whoever sets the first passphrase is that person from then on: that takes the link.
  bool must_come_by_link(const SignIn& form, const Standing& standing, const Holder& holder) const;
  /// Whether the form's passphrase lets this person in; otherwise the answer to give.
  std::optional<Response> ask_passphrase(PersonId person, const SignIn& form, SignedIn so_far);
  PassphraseStep step_of(PersonId person) const;
  /// As this device stands in the hall, and what it still lacks.
  void add_standing(HallRow& row, const Visitor& visitor) const;
  std::optional<storage::OpenInvitation> find(const SignIn& form) const;

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const Directory& directory_;
  Passphrases& passphrases_;
  Limiter addresses_;
  Limiter codes_;
  KnownNetworks networks_;
};

}  // namespace talar::web
