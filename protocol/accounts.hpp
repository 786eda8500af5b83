// What HTTP says of access: signing in, invitations, devices, one's halls, and a roster before it is enrolled. Same
// codec as frames.
#pragma once

#include <string>
#include <vector>

#include "protocol/commands.hpp"
#include "protocol/holder.hpp"
#include "protocol/refusal.hpp"

namespace talar {

// Sign-in -----------------------------------------------------------------------------------------------------------

/// `token` from a link or QR, or `code` as typed (six digits); a passphrase for staff and chair.
struct SignIn {
  std::optional<Text<64>> token;
  std::optional<Text<16>> code;
  std::optional<Text<200>> passphrase;
  std::optional<Text<80>> device_name;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (token, code, passphrase, device_name))

/// passphrase: `set` when staff must choose one, `give` when it is asked for; the device is bound only after it.
BOOST_DEFINE_ENUM_CLASS(PassphraseStep, none, set, give)
struct SignedIn {
  PassphraseStep passphrase = PassphraseStep::none;
  std::optional<DeviceId> device;
  HallId hall;
  Role role = Role::member;
  std::optional<Name> name;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (passphrase, device, hall, role, name))

/// An invitation as staff print it, once: only hashes are kept. `link` is a path with a fragment.
struct Invitation {
  InvitationId invitation;
  DeviceKind kind = DeviceKind::personal;
  std::optional<PersonId> person;  // of a personal device
  std::string name;
  std::string link;
  std::string code;  // empty: this person chooses their first passphrase, which takes the link
  Instant expires_at;
  Instant code_expires_at;  // earlier: six digits can be guessed
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (invitation, kind, person, name, link, code, expires_at, code_expires_at))

struct Invite {
  List<PersonId, limits::enrol_batch> persons;
  bool display = false;  // one for the hall display as well
  bool kiosk = false;    // and one for the tablet at the door
};
BOOST_DESCRIBE_STRUCT(Invite, (), (persons, display, kiosk))

struct Invitations {
  std::vector<Invitation> invitations;
};
BOOST_DESCRIBE_STRUCT(Invitations, (), (invitations))

struct DeviceRow {
  DeviceId device;
  DeviceKind kind = DeviceKind::personal;
  std::optional<PersonId> person;
  std::string name;
  std::string device_name;
  Instant signed_in_at;
  Instant seen_at;
  bool connected = false;
};
BOOST_DESCRIBE_STRUCT(DeviceRow, (), (device, kind, person, name, device_name, signed_in_at, seen_at, connected))

/// Invitations that are still open, without their secrets.
struct PendingInvitation {
  InvitationId invitation;
  DeviceKind kind = DeviceKind::personal;
  std::optional<PersonId> person;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(PendingInvitation, (), (invitation, kind, person, expires_at))

struct Access {
  std::vector<DeviceRow> devices;
  std::vector<PendingInvitation> invitations;
};
BOOST_DESCRIBE_STRUCT(Access, (), (devices, invitations))

/// Exactly one of the two.
struct Revoke {
  std::optional<DeviceId> device;
  std::optional<InvitationId> invitation;
};
BOOST_DESCRIBE_STRUCT(Revoke, (), (device, invitation))

/// role: of this device's person there; none: only watches. passphrase: `set` or `give` while it still has to be proven
/// (GivePassphrase), until then the device is an observer there. parent, until: of a working group.
struct HallRow {
  HallId hall;
  Name name;
  std::optional<Name> name_en;
  HallKind kind = HallKind::chamber;
  std::optional<HallId> parent;
  std::optional<Date> until;
  std::optional<Role> role;
  std::optional<PassphraseStep> passphrase;
};
BOOST_DESCRIBE_STRUCT(HallRow, (), (hall, name, name_en, kind, parent, until, role, passphrase))

/// From a device that was signed in without one: from now on it has its person's role in every hall.
struct GivePassphrase {
  Text<200> passphrase;
};
BOOST_DESCRIBE_STRUCT(GivePassphrase, (), (passphrase))

/// Who this device is; without a device only the halls.
struct WhoAmI {
  std::optional<DeviceId> device;
  std::optional<PersonId> person;
  std::optional<Name> name;
  std::optional<HallId> hall;
  std::optional<Role> role;
  std::vector<HallRow> halls;
};
BOOST_DESCRIBE_STRUCT(WhoAmI, (), (device, person, name, hall, role, halls))

// Roster import -----------------------------------------------------------------------------------------------------

/// One row of the CSV as it was understood. `problem` says why it cannot be taken; `notes` what was put right.
struct RosterRow {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  std::optional<NewMember> member;
  std::optional<RefusalCode> problem;
  std::optional<std::string> field;
  bool respelled = false;  // Arabic ye or kaf put into Persian form
  bool known = false;      // the hall has a member of this name already
};
BOOST_DESCRIBE_STRUCT(RosterRow, (), (line, cells, member, problem, field, respelled, known))
struct RosterPreview {
  std::vector<RosterRow> rows;
  std::int64_t good = 0;
  std::int64_t bad = 0;
};
BOOST_DESCRIBE_STRUCT(RosterPreview, (), (rows, good, bad))

}  // namespace talar
