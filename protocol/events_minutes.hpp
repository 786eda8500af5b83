// Events of minutes, the life of the record, follow-up, and messages (events.hpp).
#pragma once

#include "protocol/minutes.hpp"

namespace talar {

// Writing -----------------------------------------------------------------------------------------------------------

/// version: of the text once all updates are done, each of them one more.
struct TextEdited {
  MeetingId meeting;
  ItemId item;
  std::int64_t version = 0;
  EditorId client;
  List<TextUpdate, limits::text_updates> updates;
};
/// The whole text as one update.
struct MinutesWritten {
  MeetingId meeting;
  ItemId item;
  Text<limits::minutes_chars, 0> text;
  std::int64_t version = 0;  // of this text, from 1
  std::optional<EditorId> client;
};
struct TextHeld {
  MeetingId meeting;
  ItemId item;
  EditorId client;
  Instant until;
};
struct TextReleased {
  MeetingId meeting;
  ItemId item;
};
struct EntryEdited {
  MeetingId meeting;
  std::int64_t entry = 0;
  bool hidden = false;
  std::optional<Note> note;
};
struct PhraseSaved {
  PhraseId phrase;
  Phrase content;
};
struct PhraseRemoved {
  PhraseId phrase;
};
struct ResolutionAdopted {
  MeetingId meeting;
  ItemId item;
  ResolutionId resolution;
  std::int64_t number = 0;  // across the term
  ResolutionContent content;
};
struct ResolutionEdited {
  MeetingId meeting;
  ResolutionId resolution;
  ResolutionContent content;
};
struct ResolutionVoided {
  MeetingId meeting;
  ResolutionId resolution;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(TextEdited, (), (meeting, item, version, client, updates))
BOOST_DESCRIBE_STRUCT(MinutesWritten, (), (meeting, item, text, version, client))
BOOST_DESCRIBE_STRUCT(TextHeld, (), (meeting, item, client, until))
BOOST_DESCRIBE_STRUCT(TextReleased, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(EntryEdited, (), (meeting, entry, hidden, note))
BOOST_DESCRIBE_STRUCT(PhraseSaved, (), (phrase, content))
BOOST_DESCRIBE_STRUCT(PhraseRemoved, (), (phrase))
BOOST_DESCRIBE_STRUCT(ResolutionAdopted, (), (meeting, item, resolution, number, content))
BOOST_DESCRIBE_STRUCT(ResolutionEdited, (), (meeting, resolution, content))
BOOST_DESCRIBE_STRUCT(ResolutionVoided, (), (meeting, resolution, reason))

// The life of the record: `meeting` is the one whose record it is ---------------------------------------------------

struct MinutesPublished {
  MeetingId meeting;
};
struct MinutesCirculated {
  MeetingId meeting;
  std::optional<Date> until;
};
struct CorrectionProposed {
  MeetingId meeting;
  CorrectionId correction;
  CorrectionContent content;
};
struct CorrectionWithdrawn {
  MeetingId meeting;
  CorrectionId correction;
};
/// Where it replaced the passage, a TextEdited follows.
struct CorrectionAccepted {
  MeetingId meeting;
  CorrectionId correction;
  AcceptMeans means = AcceptMeans::replace;
};
struct CorrectionDeclined {
  MeetingId meeting;
  CorrectionId correction;
  Reason reason;
};
/// in, item: where it was approved. signers: the members who were present, in the order of the roster.
struct MinutesApproved {
  MeetingId meeting;
  MeetingId in;
  ItemId item;
  std::optional<VoteId> vote;
  List<PersonId, limits::members> signers;
};
struct MinutesSigned {
  MeetingId meeting;
  PersonId person;
};
struct MinutesSealed {
  MeetingId meeting;
  Seal seal;
  std::optional<Reason> reason;
};
struct AddendumAppended {
  MeetingId meeting;
  Text<limits::addendum_chars> text;
};
BOOST_DESCRIBE_STRUCT(MinutesPublished, (), (meeting))
BOOST_DESCRIBE_STRUCT(MinutesCirculated, (), (meeting, until))
BOOST_DESCRIBE_STRUCT(CorrectionProposed, (), (meeting, correction, content))
BOOST_DESCRIBE_STRUCT(CorrectionWithdrawn, (), (meeting, correction))
BOOST_DESCRIBE_STRUCT(CorrectionAccepted, (), (meeting, correction, means))
BOOST_DESCRIBE_STRUCT(CorrectionDeclined, (), (meeting, correction, reason))
BOOST_DESCRIBE_STRUCT(MinutesApproved, (), (meeting, in, item, vote, signers))
BOOST_DESCRIBE_STRUCT(MinutesSigned, (), (meeting, person))
BOOST_DESCRIBE_STRUCT(MinutesSealed, (), (meeting, seal, reason))
BOOST_DESCRIBE_STRUCT(AddendumAppended, (), (meeting, text))

// Follow-up and display ---------------------------------------------------------------------------------------------

/// meeting: the one that adopted the resolution.
struct ResolutionFollowedUp {
  MeetingId meeting;
  ResolutionId resolution;
  FollowUpContent content;
};
struct MessagePosted {
  Text<limits::message_chars> text;
};
struct MessageCleared {};
BOOST_DESCRIBE_STRUCT(ResolutionFollowedUp, (), (meeting, resolution, content))
BOOST_DESCRIBE_STRUCT(MessagePosted, (), (text))
BOOST_DESCRIBE_STRUCT(MessageCleared, (), ())

}  // namespace talar
