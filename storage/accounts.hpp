// How people sign in: invitations, the devices bound by them, passphrases. Not journaled; of every secret only a hash
// is kept.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/holder.hpp"
#include "protocol/values.hpp"
#include "storage/database.hpp"
#include "storage/secrets.hpp"

namespace talar::storage {

class Query;
class Sql;

/// Told once, to whoever prints it. `token` is for links (26 base-32 characters), `code` six digits to type.
struct NewInvitation {
  InvitationId invitation;
  std::string token;
  std::string code;
  Instant expires_at;
  Instant code_expires_at;
};

/// An invitation that can still be used.
struct OpenInvitation {
  InvitationId invitation;
  HallId hall;
  Holder holder;
  Instant expires_at;
};

/// A signed-in device.
struct Device {
  DeviceId device;
  HallId hall;
  Holder holder;
  std::string name;
  Instant signed_in_at;
  Instant seen_at;
  std::optional<Instant> proven_at = {};  // when its person gave their passphrase on it
};

/// Of a passphrase that is to be somebody's first one.
enum class FirstPassphrase { set, too_short, there_is_one };

/// Told once, to the device: what it proves itself with.
struct NewDevice {
  Device device;
  std::string secret;
};

/// Any thread may ask. Time is always an argument. Rate limits are the caller's.
///
/// Tokens and device secrets are long enough to be found by a plain hash. A code has a million values only: its hash is
/// keyed with FILE.key, which no backup contains, so that a copy of the database does not give open codes away.
class Accounts {
 public:
  explicit Accounts(const Database& database);
  ~Accounts();

  /// How long a code is good, if its invitation is: six digits can be guessed.
  static constexpr Millis code_valid{86'400'000};
  /// Revokes the same holder's older open invitation in this hall.
  NewInvitation invite(const HallId& hall, const Holder& holder, Instant now, Millis valid_for);
  /// Unknown, used, expired and revoked are all the same: nothing.
  std::optional<OpenInvitation> find_by_token(std::string_view token, Instant now) const;
  /// Takes the code as people type it: Persian digits, spaces, hyphens.
  std::optional<OpenInvitation> find_by_code(std::string_view code, Instant now) const;
  std::vector<OpenInvitation> open_invitations(const HallId& hall, Instant now) const;
  bool revoke_invitation(const HallId& hall, InvitationId invitation, Instant now);

  /// Uses the invitation up and binds a device; nothing when it cannot be used (any more).
  std::optional<NewDevice> bind_device(InvitationId invitation, std::string_view device_name, Instant now);
  /// The device behind a secret, unless revoked. Notes that it was seen, at most once a minute.
  std::optional<Device> device_of(std::string_view secret, Instant now);
  std::vector<Device> devices(const HallId& hall) const;
  /// Its person has given their passphrase.
  void prove_device(DeviceId device, Instant now);
  /// One's own.
  bool sign_out(const HallId& hall, DeviceId device, Instant now);
  /// Somebody else's, who may have lost it: the address of its person's calendar, which it could read, opens nothing
  /// any more.
  bool revoke_device(const HallId& hall, DeviceId device, Instant now);

  static constexpr std::size_t passphrase_chars_min = 8;
  bool has_passphrase(PersonId person) const;
  /// Of at least `passphrase_chars_min` code points; of several who try at once one sets it. About 100 ms of argon2id,
  /// like the check.
  FirstPassphrase set_passphrase(PersonId person, std::string_view passphrase, Instant now);
  bool passphrase_fits(PersonId person, std::string_view passphrase) const;

  /// What the address of the person's own calendar ends with (26 base-32 characters): the same until it is renewed. Not
  /// stored, it follows from FILE.key.
  std::string calendar_token(PersonId person);
  std::string renew_calendar_token(PersonId person);
  std::optional<PersonId> person_of_calendar(std::string_view token) const;

 private:
  std::string keep_calendar_token(PersonId person, std::int64_t edition);
  std::optional<OpenInvitation> open_invitation(Query where, const Digest& hash, Instant now) const;
  Digest code_digest(std::string_view digits) const;

  const Digest key_;          // FILE.key: of codes and calendars
  mutable std::mutex mutex_;  // one connection, short statements; argon2id runs outside of it
  std::unique_ptr<Sql> sql_;
};

}  // namespace talar::storage
