// Commands about minutes, the life of the record, follow-up, and messages (commands.hpp).
#pragma once

#include "protocol/minutes.hpp"

namespace talar {

// Writing -----------------------------------------------------------------------------------------------------------

/// `updates` lead on from `version`. Whoever lacks what others have written since is refused (stale_text), takes that
/// in from the view and asks again with updates that follow on it.
struct EditText {
  ItemId item;
  Whole<0, 1'000'000'000> version;
  EditorId client;
  List<TextUpdate, limits::text_updates> updates;
};
/// The whole text at once, for whoever holds it. `version` is the version of the text that was edited; another writer's
/// newer text is not overwritten.
struct WriteMinutes {
  ItemId item;
  Text<limits::minutes_chars, 0> text;
  Whole<0, 1'000'000'000> version;
  std::optional<EditorId> client;
};
/// Nobody else writes this text for a minute; holding it again and writing make that a minute from then.
struct HoldText {
  ItemId item;
  EditorId client;
};
struct ReleaseText {
  ItemId item;
  EditorId client;
};
/// A line that wrote itself is left out of the record, or has a note; what it says cannot be changed.
struct EditEntry {
  MeetingId meeting;
  Whole<1, ExactWhole::max> entry;
  bool hidden = false;
  std::optional<Note> note;
};
/// phrase: an existing one; none: a new one.
struct SavePhrase {
  std::optional<PhraseId> phrase;
  Phrase content;
};
struct RemovePhrase {
  PhraseId phrase;
};
struct AdoptResolution {
  ItemId item;
  ResolutionContent content;
};
/// before: what was edited; another desk's newer content is not overwritten (stale_text).
struct EditResolution {
  ResolutionId resolution;
  ResolutionContent content;
  std::optional<ResolutionContent> before;
};
/// It was recorded by mistake: it keeps its number and stands in the record as void.
struct VoidResolution {
  ResolutionId resolution;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(EditText, (), (item, version, client, updates))
BOOST_DESCRIBE_STRUCT(WriteMinutes, (), (item, text, version, client))
BOOST_DESCRIBE_STRUCT(HoldText, (), (item, client))
BOOST_DESCRIBE_STRUCT(ReleaseText, (), (item, client))
BOOST_DESCRIBE_STRUCT(EditEntry, (), (meeting, entry, hidden, note))
BOOST_DESCRIBE_STRUCT(SavePhrase, (), (phrase, content))
BOOST_DESCRIBE_STRUCT(RemovePhrase, (), (phrase))
BOOST_DESCRIBE_STRUCT(AdoptResolution, (), (item, content))
BOOST_DESCRIBE_STRUCT(EditResolution, (), (resolution, content, before))
BOOST_DESCRIBE_STRUCT(VoidResolution, (), (resolution, reason))

// The life of the record --------------------------------------------------------------------------------------------

/// Opens the closed meeting's record to observers.
struct PublishMinutes {
  MeetingId meeting;
};
/// The members are asked to read it. until: the day up to which corrections are welcome.
struct CirculateMinutes {
  MeetingId meeting;
  std::optional<Date> until;
};
struct ProposeCorrection {
  MeetingId meeting;
  CorrectionContent content;
};
struct WithdrawCorrection {
  MeetingId meeting;
  CorrectionId correction;
};
struct AcceptCorrection {
  MeetingId meeting;
  CorrectionId correction;
  AcceptMeans means = AcceptMeans::replace;
};
struct DeclineCorrection {
  MeetingId meeting;
  CorrectionId correction;
  Reason reason;
};
/// By the chair, in the item of a later meeting that is there for it. vote: the one that decided it, if one was taken.
struct ApproveMinutes {
  MeetingId meeting;
  std::optional<VoteId> vote;
};
/// The asking person was there and stands by it. Comes with POST .../sign, not by itself: the passphrase is asked
/// there.
struct SignMinutes {
  MeetingId meeting;
};
/// Comes with POST .../seal, where the digest is made. reason: why not everybody has signed.
struct SealMinutes {
  MeetingId meeting;
  Seal seal;
  std::optional<Reason> reason;
};
/// What has to be said after the approval stands beside the record, never in it.
struct AppendAddendum {
  MeetingId meeting;
  Text<limits::addendum_chars> text;
};
BOOST_DESCRIBE_STRUCT(PublishMinutes, (), (meeting))
BOOST_DESCRIBE_STRUCT(CirculateMinutes, (), (meeting, until))
BOOST_DESCRIBE_STRUCT(ProposeCorrection, (), (meeting, content))
BOOST_DESCRIBE_STRUCT(WithdrawCorrection, (), (meeting, correction))
BOOST_DESCRIBE_STRUCT(AcceptCorrection, (), (meeting, correction, means))
BOOST_DESCRIBE_STRUCT(DeclineCorrection, (), (meeting, correction, reason))
BOOST_DESCRIBE_STRUCT(ApproveMinutes, (), (meeting, vote))
BOOST_DESCRIBE_STRUCT(SignMinutes, (), (meeting))
BOOST_DESCRIBE_STRUCT(SealMinutes, (), (meeting, seal, reason))
BOOST_DESCRIBE_STRUCT(AppendAddendum, (), (meeting, text))

// Follow-up and display ---------------------------------------------------------------------------------------------

/// A step on a resolution's way: by chair and staff, or by whoever answers for it.
struct FollowUp {
  ResolutionId resolution;
  FollowUpContent content;
};
/// Shown on the hall display and on every device until cleared.
struct PostMessage {
  Text<limits::message_chars> text;
};
struct ClearMessage {};
/// The server's own: a deadline has passed (a vote's time limit, a last call, the wait for a quorum).
struct Tick {};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (resolution, content))
BOOST_DESCRIBE_STRUCT(PostMessage, (), (text))
BOOST_DESCRIBE_STRUCT(ClearMessage, (), ())
BOOST_DESCRIBE_STRUCT(Tick, (), ())

}  // namespace talar
