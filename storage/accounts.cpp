#include "storage/accounts.hpp"

#include <sodium.h>

#include <algorithm>

#include "storage/fold.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

namespace {

constexpr std::size_t token_bytes = 16;
constexpr std::size_t secret_bytes = 32;
constexpr Millis seen_step{60'000};

#define TALAR_INVITATION "SELECT invitation, hall, kind, person, expires_at FROM invitation "
#define TALAR_INVITATION_OPEN "used_at IS NULL AND revoked_at IS NULL AND expires_at > ?1"
#define TALAR_DEVICE                                                                       \
  "SELECT device, hall, kind, person, name, signed_in_at, seen_at, proven_at FROM device " \
  "WHERE revoked_at IS NULL AND "

OpenInvitation invitation_of(const Rows& rows) {
  OpenInvitation invitation;
  rows.into(invitation.invitation, invitation.hall, invitation.holder.kind, invitation.holder.person,
            invitation.expires_at);
  return invitation;
}

Device device_in(const Rows& rows) {
  Device device;
  rows.into(device.device, device.hall, device.holder.kind, device.holder.person, device.name, device.signed_in_at,
            device.seen_at, device.proven_at);
  return device;
}

Digest key_beside(const Database& database) {
  // A few calls of libsodium need this; it may be called any number of times.
  if (sodium_init() < 0) throw StorageError("libsodium cannot start", StorageError::Outcome::refused);
  return load_or_make_key(database.file().string() + ".key");
}

}  // namespace

Accounts::Accounts(const Database& database) : key_(key_beside(database)), sql_(database.connect()) {}
Accounts::~Accounts() = default;

Digest Accounts::code_digest(std::string_view digits) const {
  return keyed_digest(key_, digits);
}

NewInvitation Accounts::invite(const HallId& hall, const Holder& holder, Instant now, Millis valid_for) {
  NewInvitation made{
      {random_id()}, random_secret(token_bytes), random_code(), now + valid_for, now + std::min(valid_for, code_valid)};
  const std::lock_guard lock(mutex_);
  Transaction transaction(*sql_, Transaction::Kind::write);
  sql_->run("UPDATE invitation SET token_hash = NULL, code_hash = NULL WHERE expires_at <= ?1", now);
  sql_->run("UPDATE invitation SET code_hash = NULL WHERE code_expires_at <= ?1", now);
  sql_->run(
      "UPDATE invitation SET revoked_at = ?1, token_hash = NULL, code_hash = NULL "
      "WHERE hall = ?2 AND kind = ?3 AND person IS ?4 AND " TALAR_INVITATION_OPEN,
      now, hall, holder.kind, holder.person);
  std::int64_t taken = 0;
  while (sql_->first("SELECT 1 FROM invitation WHERE code_hash = ?", std::tuple{code_digest(made.code)}, taken))
    made.code = random_code();
  sql_->run(
      "INSERT INTO invitation (invitation, hall, kind, person, token_hash, code_hash, made_at, expires_at, "
      "code_expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      made.invitation, hall, holder.kind, holder.person, digest(made.token), code_digest(made.code), now,
      made.expires_at, made.code_expires_at);
  transaction.commit();
  return made;
}

// Looked up by hash: how long that takes says nothing about the secret, only about hashes nobody can aim at.
std::optional<OpenInvitation> Accounts::open_invitation(Query where, const Digest& hash, Instant now) const {
  const std::lock_guard lock(mutex_);
  Rows rows = sql_->query(where, now, hash);
  if (!rows.next()) return std::nullopt;
  return invitation_of(rows);
}

std::optional<OpenInvitation> Accounts::find_by_token(std::string_view token, Instant now) const {
  return open_invitation(TALAR_INVITATION "WHERE token_hash = ?2 AND " TALAR_INVITATION_OPEN, digest(token), now);
}

std::optional<OpenInvitation> Accounts::find_by_code(std::string_view code, Instant now) const {
  std::string digits;
  for (const char c : fold(code))
    if (c >= '0' && c <= '9') digits.push_back(c);
  return open_invitation(TALAR_INVITATION "WHERE code_hash = ?2 AND code_expires_at > ?1 AND " TALAR_INVITATION_OPEN,
                         code_digest(digits), now);
}

std::vector<OpenInvitation> Accounts::open_invitations(const HallId& hall, Instant now) const {
  const std::lock_guard lock(mutex_);
  std::vector<OpenInvitation> open;
  Rows rows = sql_->query(TALAR_INVITATION "WHERE hall = ?2 AND " TALAR_INVITATION_OPEN " ORDER BY made_at, invitation",
                          now, hall);
  while (rows.next()) open.push_back(invitation_of(rows));
  return open;
}

bool Accounts::revoke_invitation(const HallId& hall, InvitationId invitation, Instant now) {
  const std::lock_guard lock(mutex_);
  return sql_->run(
             "UPDATE invitation SET revoked_at = ?1, token_hash = NULL, code_hash = NULL "
             "WHERE hall = ?2 AND invitation = ?3 AND " TALAR_INVITATION_OPEN,
             now, hall, invitation) > 0;
}

std::optional<NewDevice> Accounts::bind_device(InvitationId invitation, std::string_view device_name, Instant now) {
  NewDevice bound{{{random_id()}, {}, {}, std::string(device_name), now, now}, random_secret(secret_bytes)};
  const std::lock_guard lock(mutex_);
  Transaction transaction(*sql_, Transaction::Kind::write);
  // Used up and read in one statement: of two devices that hold the same link one is too late.
  {
    Rows rows = sql_->query(
        "UPDATE invitation SET used_at = ?1, token_hash = NULL, code_hash = NULL "
        "WHERE invitation = ?2 AND " TALAR_INVITATION_OPEN " RETURNING hall, kind, person",
        now, invitation);
    if (!rows.next()) return std::nullopt;
    rows.into(bound.device.hall, bound.device.holder.kind, bound.device.holder.person);
  }
  sql_->run(
      "INSERT INTO device (device, hall, kind, person, name, secret_hash, signed_in_at, seen_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      bound.device.device, bound.device.hall, bound.device.holder.kind, bound.device.holder.person, bound.device.name,
      digest(bound.secret), now, now);
  transaction.commit();
  return bound;
}

std::optional<Device> Accounts::device_of(std::string_view secret, Instant now) {
  const std::lock_guard lock(mutex_);
  std::optional<Device> device;
  {
    Rows rows = sql_->query(TALAR_DEVICE "secret_hash = ?", digest(secret));
    if (rows.next()) device = device_in(rows);
  }
  if (device && now >= device->seen_at + seen_step) {
    sql_->run("UPDATE device SET seen_at = ? WHERE device = ?", now, device->device);
    device->seen_at = now;
  }
  return device;
}

std::vector<Device> Accounts::devices(const HallId& hall) const {
  const std::lock_guard lock(mutex_);
  std::vector<Device> devices;
  Rows rows = sql_->query(TALAR_DEVICE "hall = ? ORDER BY signed_in_at, device", hall);
  while (rows.next()) devices.push_back(device_in(rows));
  return devices;
}

void Accounts::prove_device(DeviceId device, Instant now) {
  const std::lock_guard lock(mutex_);
  sql_->run("UPDATE device SET proven_at = ? WHERE device = ?", now, device);
}

bool Accounts::sign_out(const HallId& hall, DeviceId device, Instant now) {
  const std::lock_guard lock(mutex_);
  return sql_->run("UPDATE device SET revoked_at = ? WHERE hall = ? AND device = ? AND revoked_at IS NULL", now, hall,
                   device) > 0;
}

bool Accounts::revoke_device(const HallId& hall, DeviceId device, Instant now) {
  const std::lock_guard lock(mutex_);
  Transaction transaction(*sql_, Transaction::Kind::write);
  std::optional<PersonId> person;
  if (!sql_->first(
          "UPDATE device SET revoked_at = ?1 WHERE hall = ?2 AND device = ?3 AND revoked_at IS NULL RETURNING person",
          std::tuple{now, hall, device}, person))
    return false;
  sql_->run("UPDATE calendar_link SET edition = edition + 1, token_hash = randomblob(32) WHERE person = ?", person);
  transaction.commit();
  return true;
}

bool Accounts::has_passphrase(PersonId person) const {
  const std::lock_guard lock(mutex_);
  std::int64_t found = 0;
  return sql_->first("SELECT 1 FROM passphrase WHERE person = ?", std::tuple{person}, found);
}

FirstPassphrase Accounts::set_passphrase(PersonId person, std::string_view passphrase, Instant now) {
  if (passphrase_length(passphrase) < passphrase_chars_min) return FirstPassphrase::too_short;
  const std::string hash = hash_passphrase(passphrase);
  const std::lock_guard lock(mutex_);
  const int added = sql_->run("INSERT INTO passphrase (person, hash, set_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                              person, hash, now);
  return added > 0 ? FirstPassphrase::set : FirstPassphrase::there_is_one;
}

bool Accounts::passphrase_fits(PersonId person, std::string_view passphrase) const {
  std::string hash;
  {
    const std::lock_guard lock(mutex_);
    if (!sql_->first("SELECT hash FROM passphrase WHERE person = ?", std::tuple{person}, hash)) return false;
  }
  return passphrase_matches(hash, passphrase);
}

}  // namespace talar::storage
