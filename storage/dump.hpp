// Everything that is kept, as lines of JSON (protocol/dump.hpp), and back into an empty database.
//
// In it: every event with its chain, the bytes of attached files, the ballots of closed secret votes. The archive is
// not: it is filled from the events. What is deliberately left out: invitations, devices, passphrases and calendar
// links, because nobody is to sign in by a file that is passed on; the keys beside the database; uploaded bytes that no
// item names. The keys and ballots of secret votes that are still open are nobody's business yet, and without them such
// a vote cannot be counted: there is no dump while one is under way.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>

#include "protocol/dump.hpp"
#include "storage/journal.hpp"

namespace talar::storage {

/// Reads one snapshot; the server may be running. Throws StorageError when the journal's chain does not hold: what is
/// damaged is verified and restored from a backup, not passed on. Likewise while a secret vote is under way.
DumpEnd dump(const Database& database, std::ostream& to);
/// The events of one meeting that has ended, for whoever may see all of its record: without the ballots of votes that
/// were voided before they had a result. Nothing when the hall has no such meeting.
std::optional<DumpEnd> dump_meeting(const Database& database, const HallId& hall, MeetingId meeting, std::ostream& to);

/// Is shown every event on its way in, with the line that it stands in. What it throws is the restore's own fault, too.
using Witness = std::function<void(const HallId& hall, const Recorded& recorded, std::int64_t line)>;

/// Into a database that does not exist yet, or holds nothing. Checks every chain on the way, and at the end that
/// everything was there. Throws StorageError with the number of the line at fault; then nothing is left behind.
DumpEnd restore(std::istream& from, const std::filesystem::path& database, const Witness& witness = {});

/// What a restore into a new database has left when its process was ended before it was done.
void remove_unfinished(const std::filesystem::path& database);

}  // namespace talar::storage
