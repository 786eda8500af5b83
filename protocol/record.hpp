// The life of an archived record, the register of resolutions, figures and replays: what the archive answers over HTTP
// beside the records themselves (archive.hpp).
#pragma once

#include <string>
#include <vector>

#include "protocol/views.hpp"

namespace talar {

// The life of a record ----------------------------------------------------------------------------------------------

/// A line that wrote itself; seq: of its event, for those outside the line's number.
struct RecordEntry {
  std::int64_t seq = 0;
  EntryView entry;
};
BOOST_DESCRIBE_STRUCT(RecordEntry, (), (seq, entry))

struct RecordCorrection {
  CorrectionId correction;
  CorrectionProposal proposal;
};
BOOST_DESCRIBE_STRUCT(RecordCorrection, (), (correction, proposal))

/// at: none, they have not signed.
struct RecordSignature {
  PersonId person;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(RecordSignature, (), (person, at))

struct RecordAddendum {
  Instant at;
  std::optional<PersonId> by;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RecordAddendum, (), (at, by, text))

/// corrections: inside only. approved_number: of the meeting that approved it. reason: why it was sealed although
/// signatures were missing.
struct RecordLife {
  RecordState state = RecordState::draft;
  std::optional<Instant> circulated_at;
  std::optional<Date> corrections_until;
  std::vector<RecordCorrection> corrections;
  std::optional<Instant> approved_at;
  std::optional<MeetingId> approved_in;
  std::optional<std::int64_t> approved_number;
  std::optional<VoteId> approval_vote;
  std::vector<RecordSignature> signatures;
  std::optional<Instant> sealed_at;
  std::optional<Seal> seal;
  std::optional<Reason> reason;
  std::vector<RecordAddendum> addenda;
};
BOOST_DESCRIBE_STRUCT(RecordLife, (),
                      (state, circulated_at, corrections_until, corrections, approved_at, approved_in, approved_number,
                       approval_vote, signatures, sealed_at, seal, reason, addenda))

/// The answer to GET .../seal. holds: the record says today what was sealed.
struct SealCheck {
  HallId hall;
  Name hall_name;
  MeetingId meeting;
  std::int64_t number = 0;
  std::int64_t term = 1;
  Instant opened_at;
  Instant sealed_at;
  Seal seal;
  bool holds = false;
  std::int64_t addenda = 0;
};
BOOST_DESCRIBE_STRUCT(SealCheck, (),
                      (hall, hall_name, meeting, number, term, opened_at, sealed_at, seal, holds, addenda))

/// The body of POST .../sign.
struct SignForm {
  std::optional<Text<200>> passphrase;
};
BOOST_DESCRIBE_STRUCT(SignForm, (), (passphrase))
/// The body of POST .../seal.
struct SealForm {
  std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(SealForm, (), (reason))

/// What whoever edits a text lacks: the updates after the version asked for, at most so many at a time.
struct TextUpdates {
  std::int64_t version = 0;  // that they lead to
  std::vector<RecentUpdate> updates;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(TextUpdates, (), (version, updates, more))

// The register of resolutions ---------------------------------------------------------------------------------------

/// In public only steps for everyone have note, evidence and letter.
struct RegisterStep {
  Instant at;
  std::optional<PersonId> by;
  std::optional<Name> by_name;
  FollowUpContent content;
};
BOOST_DESCRIBE_STRUCT(RegisterStep, (), (at, by, by_name, content))

struct RegisterPerson {
  PersonId person;
  Name name;
};
BOOST_DESCRIBE_STRUCT(RegisterPerson, (), (person, name))

/// due: as it stands now. overdue: not finished, and its day is past.
struct RegisterRow {
  ResolutionId resolution;
  std::int64_t number = 0;
  std::int64_t term = 1;
  MeetingId meeting;
  std::int64_t meeting_number = 0;
  ItemId item;
  Title item_title;
  Instant at;
  std::string text;
  std::optional<VoteId> vote;
  std::vector<RegisterPerson> responsible;
  std::optional<HallId> group;
  std::optional<Name> group_name;
  std::optional<Date> due;
  FollowUpState state = FollowUpState::adopted;
  bool overdue = false;
  std::vector<RegisterStep> steps;
};
BOOST_DESCRIBE_STRUCT(RegisterRow, (),
                      (resolution, number, term, meeting, meeting_number, item, item_title, at, text, vote, responsible,
                       group, group_name, due, state, overdue, steps))

struct RegisterCounts {
  std::int64_t all = 0;
  std::int64_t adopted = 0;
  std::int64_t notified = 0;
  std::int64_t under_way = 0;
  std::int64_t done = 0;
  std::int64_t dropped = 0;
  std::int64_t overdue = 0;
  std::int64_t due_soon = 0;
};
BOOST_DESCRIBE_STRUCT(RegisterCounts, (), (all, adopted, notified, under_way, done, dropped, overdue, due_soon))

/// counts: of everything that fits the filters but the one by state. people, groups: that any row of the hall names.
struct RegisterPage {
  std::vector<RegisterRow> rows;
  std::optional<std::string> next;  // cursor for ?after=
  RegisterCounts counts;
  std::vector<RegisterPerson> people;
  std::map<HallId, Name> groups;
};
BOOST_DESCRIBE_STRUCT(RegisterPage, (), (rows, next, counts, people, groups))

// Figures -----------------------------------------------------------------------------------------------------------

/// invited: meetings that were held while they were of the hall. attended: of these. represented: missed, while a
/// substitute stood in; excused, unexcused: the others that were missed, where the desk has said so.
struct FiguresPerson {
  PersonId person;
  Name name;
  Seat seat = Seat::expert;
  std::int64_t invited = 0;
  std::int64_t attended = 0;
  std::int64_t represented = 0;
  std::int64_t excused = 0;
  std::int64_t unexcused = 0;
  std::int64_t turns = 0;
  Millis spoken;
};
BOOST_DESCRIBE_STRUCT(FiguresPerson, (),
                      (person, name, seat, invited, attended, represented, excused, unexcused, turns, spoken))

struct FiguresSeat {
  Seat seat = Seat::expert;
  std::int64_t people = 0;
  std::int64_t turns = 0;
  Millis spoken;
};
BOOST_DESCRIBE_STRUCT(FiguresSeat, (), (seat, people, turns, spoken))

struct FiguresMeeting {
  MeetingId meeting;
  std::int64_t number = 0;
  Instant at;
  bool held = true;
  std::int64_t present = 0;
  std::int64_t members = 0;
  std::int64_t votes = 0;
  std::int64_t resolutions = 0;
  Millis lasted;
};
BOOST_DESCRIBE_STRUCT(FiguresMeeting, (), (meeting, number, at, held, present, members, votes, resolutions, lasted))

/// month: of the Jalali year, 1 to 12.
struct FiguresMonth {
  std::int64_t month = 1;
  std::int64_t adopted = 0;
  std::int64_t done = 0;
};
BOOST_DESCRIBE_STRUCT(FiguresMonth, (), (month, adopted, done))

/// Of one Jalali year. What stays open, and is late, is so at its end, or now.
struct Figures {
  std::int64_t year = 0;
  std::vector<std::int64_t> years;  // there are figures of
  std::vector<FiguresMeeting> meetings;
  std::vector<FiguresPerson> people;
  std::vector<FiguresSeat> seats;
  std::vector<FiguresMonth> months;
  std::int64_t adopted = 0;
  std::int64_t done = 0;
  std::int64_t dropped = 0;
  std::int64_t open = 0;
  std::int64_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (year, years, meetings, people, seats, months, adopted, done, dropped, open, overdue))

// Replay ------------------------------------------------------------------------------------------------------------

/// What changed in the asker's view by then (RFC 7396).
struct ReplayStep {
  Instant at;
  JsonObject patch;
};
BOOST_DESCRIBE_STRUCT(ReplayStep, (), (at, patch))

/// A meeting as it was seen: `view` when it was convened, then its steps in order, at most one a second.
struct Replay {
  MeetingId meeting;
  Instant from;
  Instant until;
  View view;
  std::vector<ReplayStep> steps;
};
BOOST_DESCRIBE_STRUCT(Replay, (), (meeting, from, until, view, steps))

}  // namespace talar
