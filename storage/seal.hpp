// The seal of a record: what it is made over, and whether it holds.
//
// Canonical form 1 of a meeting's record (PROTOCOL.md, P-50) is the JSON text of its MeetingRecord for the staff
// audience, without what may still change once the record is approved, or says nothing of the meeting itself:
//  - summary.published is false: the record is opened to the public whenever the secretariat likes;
//  - summary.record and life.state are "approved": signing and sealing go on from there;
//  - life.sealed_at, life.seal, life.reason and life.addenda are left out: they come with the seal and after it;
//  - carried_to of every item is left out: a later meeting's agenda says it, and may be changed as long as it is a
//  draft;
//  - chain is empty: it is the head of the journal after the meeting's last event, and addenda are such events.
// Signatures are in it: whoever signs does so before the seal. The digest is the SHA-256 of this text, a line feed and
// the journal's chain, hexadecimal, after the record's last event before the seal.
//
// A new field of MeetingRecord, or another name for one, would change what old seals were made over: then form 1 is
// written as it was, and a form 2 begins.
#pragma once

#include "storage/archive.hpp"

namespace talar::storage {

inline constexpr std::int64_t seal_form = 1;

/// Nothing for a form that this program does not know.
std::optional<std::string> canonical_text(std::int64_t form, MeetingRecord record);

/// What the digest is made over, letter for letter.
std::string sealed_text(const std::string& canonical, const std::string& chain);
/// In hexadecimal.
std::string seal_digest(const std::string& canonical, const std::string& chain);

}  // namespace talar::storage
