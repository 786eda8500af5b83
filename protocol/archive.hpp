// What the archive answers over HTTP: sessions, one session's record, files, search hits, calendars. Same codec as
// frames.
#pragma once

#include <string>
#include <vector>

#include "protocol/commands.hpp"
#include "protocol/record.hpp"
#include "protocol/refusal.hpp"

namespace talar {

/// A row of the archive's list, newest first.
struct MeetingSummary {
  MeetingId meeting;
  std::int64_t number = 0;
  std::int64_t term = 1;
  MeetingState state = MeetingState::closed;
  MeetingContent content;
  std::optional<Instant> opened_at;
  std::optional<Instant> ended_at;
  std::int64_t present = 0;  // people who were there at some time
  std::int64_t items = 0;
  std::int64_t votes = 0;
  std::int64_t resolutions = 0;
  bool published = false;
  RecordState record = RecordState::draft;
};
BOOST_DESCRIBE_STRUCT(MeetingSummary, (),
                      (meeting, number, term, state, content, opened_at, ended_at, present, items, votes, resolutions,
                       published, record))

struct MeetingPage {
  std::vector<MeetingSummary> meetings;
  std::optional<std::string> next;  // cursor for ?after=
};
BOOST_DESCRIBE_STRUCT(MeetingPage, (), (meetings, next))

struct AttendanceSpan {
  Instant from;
  std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(AttendanceSpan, (), (from, until))

struct RecordPerson {
  PersonId person;
  Name name;
  ShortName short_name;
  Seat seat = Seat::expert;
  bool votes = false;
  Presence presence = Presence::absent;  // present: was there at some time
  std::optional<Reason> excuse;          // of an absence, accepted or not; staff only
  std::vector<AttendanceSpan> attendance;
  std::optional<ShortName> group;
  std::int64_t turns = 0;
  Millis spoken;     // without presentations
  Millis presented;  // as presenter of an item
};
BOOST_DESCRIBE_STRUCT(RecordPerson, (),
                      (person, name, short_name, seat, votes, presence, excuse, attendance, group, turns, spoken,
                       presented))

/// `substitute` stood in for `absent`.
struct RecordSubstitution {
  PersonId absent;
  PersonId substitute;
  Instant from;
  std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(RecordSubstitution, (), (absent, substitute, from, until))

/// A conflict of interest on an item and its parts. reason: inside only.
struct RecusalSpan {
  PersonId person;
  Instant from;
  std::optional<Instant> until;
  std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(RecusalSpan, (), (person, from, until, reason))

/// While observers and displays were shut out. reason: inside only.
struct RecordClosedPart {
  Instant from;
  std::optional<Instant> until;
  std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(RecordClosedPart, (), (from, until, reason))

/// weight: where it is more than one vote.
struct RecordBallot {
  PersonId person;
  Ballot ballot;
  std::optional<std::int64_t> weight;
};
BOOST_DESCRIBE_STRUCT(RecordBallot, (), (person, ballot, weight))

struct RecordVote {
  VoteId vote;
  VoteContent content;
  Instant opened_at;
  Instant closed_at;
  CloseCause cause = CloseCause::chair;
  std::int64_t entitled = 0;
  std::optional<VoteResult> result;  // none: it was voided while it was open
  std::vector<RecordBallot> ballots;
  std::optional<VoteId> follows;
  std::optional<FollowKind> follow_kind;
  std::optional<VotingRules> rules;
  std::optional<PersonId> objected_by;
  std::optional<HandCount> hands;
  std::vector<CorrectionView> corrections;
  std::optional<Instant> voided_at;
  std::optional<Reason> void_reason;
  std::optional<std::string> key;
  std::optional<SecretCount> secret;
  std::vector<PersonId> collectors;
};
BOOST_DESCRIBE_STRUCT(RecordVote, (),
                      (vote, content, opened_at, closed_at, cause, entitled, result, ballots, follows, follow_kind,
                       rules, objected_by, hands, corrections, voided_at, void_reason, key, secret, collectors))

struct RecordResolution {
  ResolutionId resolution;
  std::int64_t number = 0;
  Instant at;
  ResolutionContent content;
  std::optional<Reason> void_reason;
};
BOOST_DESCRIBE_STRUCT(RecordResolution, (), (resolution, number, at, content, void_reason))

/// reason: why it was not the first one's turn, or why the chair had moved it.
struct RecordSpeech {
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
  std::optional<Reason> reason;
  Instant from;
  Instant until;
  Millis spoken;
  Millis limit;
};
BOOST_DESCRIBE_STRUCT(RecordSpeech, (), (person, kind, stance, point, reason, from, until, spoken, limit))

/// A file as an upload is answered and as a record has it; its bytes are at /api/halls/{hall}/attachments/{attachment}.
struct AttachmentRow {
  AttachmentId attachment;
  Attachment content;
};
BOOST_DESCRIBE_STRUCT(AttachmentRow, (), (attachment, content))

/// The same matter in another meeting of this hall, if the asker may know of that.
struct RecordElsewhere {
  MeetingId meeting;
  std::int64_t number = 0;
  ItemId item;
};
BOOST_DESCRIBE_STRUCT(RecordElsewhere, (), (meeting, number, item))

/// A closed item in a public record carries number, state, minutes and times only.
struct RecordItem {
  ItemId item;
  std::optional<ItemId> parent;
  std::vector<std::int64_t> number;
  bool closed = false;
  std::optional<ItemContent> content;
  ItemState state = ItemState::planned;
  std::optional<Instant> started_at;
  std::optional<Instant> ended_at;
  Millis spent;
  std::optional<Reason> reason;
  std::optional<ItemOrigin> origin;
  std::optional<RecordElsewhere> carried_from;
  std::optional<RecordElsewhere> carried_to;
  std::optional<PersonId> taken_out_by;
  std::optional<VoteId> decided_by;
  std::string text;
  std::vector<AttachmentRow> attachments;
  std::vector<RecusalSpan> recusals;
  std::vector<RecordSpeech> speeches;
  std::vector<RecordVote> votes;
  std::vector<RecordResolution> resolutions;
};
BOOST_DESCRIBE_STRUCT(RecordItem, (),
                      (item, parent, number, closed, content, state, started_at, ended_at, spent, reason, origin,
                       carried_from, carried_to, taken_out_by, decided_by, text, attachments, recusals, speeches, votes,
                       resolutions))

/// One meeting's whole record. `chain` is the journal's head after the meeting's last event. entries: hidden ones for
/// the desk only; in public none of closed items, and no reasons that are not in the record elsewhere.
struct MeetingRecord {
  MeetingSummary summary;
  Name hall;
  std::optional<PersonId> chair;
  std::optional<Quorum> quorum;  // at opening
  std::optional<Reason> override_reason;
  std::optional<Reason> not_held_reason;  // none: the wait for a quorum ran out
  std::vector<RecordPerson> people;
  std::vector<RecordSubstitution> substitutions;
  std::vector<RecordClosedPart> closed_parts;
  std::vector<RecordItem> items;
  std::vector<RecordEntry> entries;
  RecordLife life;
  std::string chain;
};
BOOST_DESCRIBE_STRUCT(MeetingRecord, (),
                      (summary, hall, chair, quorum, override_reason, not_held_reason, people, substitutions,
                       closed_parts, items, entries, life, chain))

BOOST_DEFINE_ENUM_CLASS(HitKind, agenda, minutes, resolution, vote, follow_up, addendum, report)

/// `text` is a piece of the original; `marks` are pairs [from, to) of UTF-16 units in it that matched.
struct SearchHit {
  HitKind kind = HitKind::agenda;
  MeetingId meeting;
  std::int64_t number = 0;  // of the meeting
  Instant at;
  std::optional<ItemId> item;
  std::optional<std::int64_t> resolution;
  std::string title;
  std::string text;
  std::vector<std::vector<std::int64_t>> marks;
  std::optional<std::int64_t> line;  // of minutes: from 1
};
BOOST_DESCRIBE_STRUCT(SearchHit, (), (kind, meeting, number, at, item, resolution, title, text, marks, line))

struct SearchPage {
  std::vector<SearchHit> hits;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(SearchPage, (), (hits, more))

BOOST_DEFINE_ENUM_CLASS(SimilarKind, item, resolution, action)

/// Something like a title that is being typed: an agenda item, a resolution, or a resolution that somebody is still to
/// carry out (action). In this hall, its groups or the hall above it, as far as the asker may see.
struct SimilarHit {
  SimilarKind kind = SimilarKind::item;
  HallId hall;
  Name hall_name;
  MeetingId meeting;
  std::optional<std::int64_t> number;  // of the meeting; a draft has none yet
  Instant at;                          // when the meeting began or is to begin; of a resolution, its adoption
  ItemId item;
  Title title;  // of the item
  ItemState state = ItemState::planned;
  std::optional<std::int64_t> resolution;  // its number
  std::optional<std::string> text;         // of the resolution
  std::optional<Date> due;
  std::vector<Name> responsible;
};
BOOST_DESCRIBE_STRUCT(SimilarHit, (),
                      (kind, hall, hall_name, meeting, number, at, item, title, state, resolution, text, due,
                       responsible))

/// The most similar first.
struct SimilarPage {
  std::vector<SimilarHit> hits;
};
BOOST_DESCRIBE_STRUCT(SimilarPage, (), (hits))

/// One's own calendar: a path that calendar programs ask without being signed in. A new one makes the old one useless.
struct CalendarLink {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(CalendarLink, (), (path))

/// Problem details (RFC 9457) of every HTTP error; `code` is stable.
struct Problem {
  std::string title;
  std::int64_t status = 400;
  std::string code;
  std::optional<std::string> field;
  std::optional<std::string> expected;
  std::optional<std::int64_t> retry_after_seconds;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (title, status, code, field, expected, retry_after_seconds))

}  // namespace talar
