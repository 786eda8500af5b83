#include "server/web/passphrases.hpp"

#include <spdlog/spdlog.h>

namespace talar::web {

std::optional<Response> Passphrases::slowed_down(PersonId person, Instant now) {
  const auto wait = tries_.take(person.text(), now);
  if (!wait) return std::nullopt;
  return problem(Trouble::too_many_tries, {.retry_after_seconds = (wait->ms + 999) / 1000});
}

std::optional<Response> Passphrases::check(PersonId person, const std::string& passphrase, Instant now,
                                           Trouble if_wrong) {
  if (auto response = slowed_down(person, now)) return response;
  if (!accounts_.passphrase_fits(person, passphrase)) {
    spdlog::warn("wrong passphrase for {}", person.text());
    return problem(if_wrong);
  }
  tries_.give_back(person.text());
  return std::nullopt;
}

std::optional<Response> Passphrases::check_or_set(PersonId person, const std::string& passphrase, Instant now) {
  if (has(person)) return check(person, passphrase, now);
  if (auto response = slowed_down(person, now)) return response;
  const storage::FirstPassphrase first = accounts_.set_passphrase(person, passphrase, now);
  if (first == storage::FirstPassphrase::too_short) {
    return problem(Trouble::passphrase_too_short,
                   {.field = "passphrase",
                    .expected = "at least " + std::to_string(storage::Accounts::passphrase_chars_min) + " characters"});
  }
  tries_.give_back(person.text());
  if (first == storage::FirstPassphrase::set) return std::nullopt;
  return check(person, passphrase, now);  // somebody else was faster
}

}  // namespace talar::web
