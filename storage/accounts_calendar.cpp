#include "storage/accounts.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

namespace {

constexpr std::size_t token_bytes = 16;

}  // namespace

std::string Accounts::keep_calendar_token(PersonId person, std::int64_t edition) {
  // Six digits are all else that the key signs, so that neither can stand for the other.
  const Digest all = keyed_digest(key_, "calendar " + person.text() + " " + std::to_string(edition));
  const std::string token = base32(std::span(all).first(token_bytes));
  sql_->run(
      "INSERT INTO calendar_link (person, edition, token_hash) VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET edition = excluded.edition, token_hash = excluded.token_hash",
      person, edition, digest(token));
  return token;
}

std::string Accounts::calendar_token(PersonId person) {
  const std::lock_guard lock(mutex_);
  std::int64_t edition = 1;
  sql_->first("SELECT edition FROM calendar_link WHERE person = ?", std::tuple{person}, edition);
  return keep_calendar_token(person, edition);  // again, should the key have been made anew
}

std::string Accounts::renew_calendar_token(PersonId person) {
  const std::lock_guard lock(mutex_);
  std::int64_t edition = 0;
  sql_->first("SELECT edition FROM calendar_link WHERE person = ?", std::tuple{person}, edition);
  return keep_calendar_token(person, edition + 1);
}

std::optional<PersonId> Accounts::person_of_calendar(std::string_view token) const {
  const std::lock_guard lock(mutex_);
  PersonId person;
  if (!sql_->first("SELECT person FROM calendar_link WHERE token_hash = ?", std::tuple{digest(token)}, person))
    return std::nullopt;
  return person;
}

}  // namespace talar::storage
