// Minutes, texts and records as an audience sees them (views.hpp).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "protocol/minutes.hpp"

namespace talar {

BOOST_DEFINE_ENUM_CLASS(EntryKind, meeting_opened, recess_called, meeting_resumed, meeting_closed, chair_handed,
                        arrived, departed, absence_excused, absence_unexcused, substitute_named, substitution_ended,
                        recused, recusal_lifted, closed_part_begun, closed_part_ended, item_started, item_done,
                        item_deferred, item_withdrawn, item_taken_out, item_referred, report_received, queue_changed,
                        time_yielded, turn, vote, vote_voided, count_corrected, resolution, minutes_approved)

/// A line of the minutes that wrote itself. other: the substitute, or whoever got the time. meeting: whose minutes were
/// approved. hidden: not in the record, shown to the desk only. note: the secretariat's.
struct EntryView {
  EntryKind kind = EntryKind::turn;
  Instant at;
  std::optional<ItemId> item;
  std::optional<PersonId> person;
  std::optional<PersonId> other;
  std::optional<SpeechKind> speech;
  std::optional<Stance> stance;
  std::optional<Millis> spoken;
  std::optional<VoteId> vote;
  std::optional<ResolutionId> resolution;
  std::optional<Reason> reason;
  std::optional<MeetingId> meeting;
  bool hidden = false;
  std::optional<Note> note;
  bool operator==(const EntryView&) const = default;
};
BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (kind, at, item, person, other, speech, stance, spoken, vote, resolution, reason, meeting, hidden,
                       note))

/// How a text came to this version, for whoever has the one before.
struct RecentUpdate {
  EditorId client;
  List<TextChange, limits::text_changes> changes;
  bool operator==(const RecentUpdate&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecentUpdate, (), (client, changes))

struct TextHold {
  PersonId person;
  EditorId client;
  Instant until;
  bool operator==(const TextHold&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextHold, (), (person, client, until))

/// lines: by their number from 1, without line ends, empty ones too. hold, recent (the last updates, by the version
/// they led to): for the desk.
struct TextView {
  std::map<std::int64_t, std::string> lines;
  std::int64_t version = 0;
  Instant at;
  std::optional<PersonId> by;
  std::optional<TextHold> hold;
  std::map<std::int64_t, RecentUpdate> recent;
  bool operator==(const TextView&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextView, (), (lines, version, at, by, hold, recent))

/// Minutes so far: for members, guests, chair and staff. texts: of the current meeting, and of earlier ones whose
/// minutes have not been approved yet.
struct MinutesView {
  std::map<std::int64_t, EntryView> entries;  // by the event's seq
  std::map<ItemId, TextView> texts;
  bool operator==(const MinutesView&) const = default;
};
BOOST_DESCRIBE_STRUCT(MinutesView, (), (entries, texts))

struct CorrectionProposal {
  PersonId person;
  Instant at;
  CorrectionContent content;
  CorrectionState state = CorrectionState::proposed;
  std::optional<Instant> decided_at;
  std::optional<Reason> reason;  // of declining it
  bool operator==(const CorrectionProposal&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionProposal, (), (person, at, content, state, decided_at, reason))

/// The record of the current meeting, or of an earlier one that is not forgotten yet: how far it has come. Inside only.
struct RecordView {
  std::int64_t number = 0;  // of its meeting
  std::int64_t term = 1;
  RecordState state = RecordState::draft;
  std::optional<Instant> circulated_at;
  std::optional<Date> corrections_until;
  std::map<CorrectionId, CorrectionProposal> corrections;
  std::optional<Instant> approved_at;
  std::optional<MeetingId> approved_in;
  std::vector<PersonId> signers;  // once it is approved
  std::map<PersonId, Instant> signatures;
  std::optional<Instant> sealed_at;
  std::optional<Seal> seal;
  bool operator==(const RecordView&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (number, term, state, circulated_at, corrections_until, corrections, approved_at, approved_in,
                       signers, signatures, sealed_at, seal))

}  // namespace talar
