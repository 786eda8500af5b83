// Everything that is kept, as lines of JSON (protocol/dump.hpp), and back into an empty database.
//
// In it: every event with its chain, the bytes of attached files, the ballots of closed secret votes. The archive is
// not: it is filled from the events. What is deliberately left out: invitations, devices, passphrases and calendar
// links, because nobody is to sign in by a file that is passed on; the keys beside the database; the keys and ballots
// of secret votes that are still open, which are nobody's business yet (such a vote cannot be counted after a restore,
// only voided and held again); uploaded bytes that no item names.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>

#include "protocol/dump.hpp"
#include "storage/journal.hpp"

namespace talar::storage {

/// Reads one snapshot; the server may be running. Throws StorageError when the journal's chain does not hold: what is
/// damaged is verified and restored from a backup, not passed on.
DumpEnd dump(const Database& database, std::ostream& to);
/// The events of one meeting, for whoever may see all of its record. Nothing when the hall has no such meeting.
std::optional<DumpEnd> dump_meeting(const Database& database, const HallId& hall, MeetingId meeting, std::ostream& to);

/// Into a database that does not exist yet, or holds nothing. Checks every chain on the way, and at the end that
/// everything was there. Throws StorageError with the number of the line at fault; then nothing is left behind.
DumpEnd restore(std::istream& from, const std::filesystem::path& database);

}  // namespace talar::storage
