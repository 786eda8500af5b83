// What each event does to the archive's tables. A new event does not compile until it has its line here.
#pragma once

#include "protocol/events.hpp"
#include "storage/sql.hpp"
#include "storage/text_writer.hpp"

namespace talar::storage {

struct Projection {
  Sql& sql;
  TextWriter& texts;
  const HallId& hall;
  const Recorded& recorded;

  // projection_people.cpp
  void operator()(const HallFounded&) const;
  void operator()(const MembersEnrolled&) const;
  void operator()(const MemberEdited&) const;
  void operator()(const MemberRemoved&) const;

  // projection_presence.cpp
  void operator()(const MemberArrived&) const;
  void operator()(const MemberDeparted&) const;
  void operator()(const AbsenceRecorded&) const;
  void operator()(const SubstituteNamed&) const;
  void operator()(const SubstitutionEnded&) const;
  void operator()(const MemberRecused&) const;
  void operator()(const RecusalLifted&) const;
  void operator()(const ClosedPartBegun&) const;
  void operator()(const ClosedPartEnded&) const;

  // projection_meeting.cpp
  void operator()(const MeetingDrafted&) const;
  void operator()(const MeetingEdited&) const;
  void operator()(const DraftDiscarded&) const;
  void operator()(const MeetingConvened&) const;
  void operator()(const MeetingOpened&) const;
  void operator()(const RecessCalled&) const;
  void operator()(const MeetingResumed&) const;
  void operator()(const MeetingClosed&) const;
  void operator()(const MeetingNotHeld&) const;

  // projection_agenda.cpp
  void operator()(const ItemAdded&) const;
  void operator()(const ItemEdited&) const;
  void operator()(const ItemMoved&) const;
  void operator()(const ItemRemoved&) const;
  void operator()(const ItemActivated&) const;
  void operator()(const ItemEnded&) const;
  void operator()(const ItemTakenOut&) const;
  void operator()(const AttachmentAdded&) const;
  void operator()(const AttachmentRemoved&) const;

  // projection_floor.cpp
  void operator()(const FloorRequested&) const;
  void operator()(const RequestWithdrawn&) const;
  void operator()(const RequestSkipped&) const;
  void operator()(const RequestMoved&) const;
  void operator()(const TurnStarted&) const;
  void operator()(const TurnExtended&) const;
  void operator()(const TurnEnded&) const;

  // projection_votes.cpp
  void operator()(const VotePrepared&) const;
  void operator()(const VoteEdited&) const;
  void operator()(const VoteDiscarded&) const;
  void operator()(const CandidateWithdrawn&) const;
  void operator()(const VoteOpened&) const;
  void operator()(const VoterAdmitted&) const;
  void operator()(const BallotCast&) const;
  void operator()(const ObjectionRaised&) const;
  void operator()(const HandsCounted&) const;
  void operator()(const BallotIssued&) const;
  void operator()(const VoteClosed&) const;
  void operator()(const CountCorrected&) const;
  void operator()(const VoteVoided&) const;

  // projection_minutes.cpp
  void operator()(const TextEdited&) const;
  void operator()(const MinutesWritten&) const;
  void operator()(const ResolutionAdopted&) const;
  void operator()(const ResolutionEdited&) const;
  void operator()(const ResolutionVoided&) const;
  void operator()(const TermBegun&) const;
  void operator()(const ResolutionFollowedUp&) const;

  // projection_record.cpp
  void operator()(const MinutesPublished&) const;
  void operator()(const MinutesCirculated&) const;
  void operator()(const CorrectionProposed&) const;
  void operator()(const CorrectionWithdrawn&) const;
  void operator()(const CorrectionAccepted&) const;
  void operator()(const CorrectionDeclined&) const;
  void operator()(const MinutesApproved&) const;
  void operator()(const MinutesSigned&) const;
  void operator()(const MinutesSealed&) const;
  void operator()(const AddendumAppended&) const;

  // projection_entries.cpp
  void operator()(const EntryEdited&) const;
  /// The line of the minutes that the event writes, if it writes one; after everything else.
  void write_entry() const;

  // projection_groups.cpp
  void operator()(const Proposed&) const;
  void operator()(const ProposalWithdrawn&) const;
  void operator()(const ProposalAccepted&) const;
  void operator()(const ProposalMerged&) const;
  void operator()(const ProposalDeclined&) const;
  void operator()(const GroupFounded&) const;
  void operator()(const GroupDissolved&) const;
  void operator()(const ItemReferred&) const;
  void operator()(const ReferralReceived&) const;
  void operator()(const ReportSent&) const;
  void operator()(const ReportReceived&) const;

  // Matter for the moment only; the journal keeps them.
  void operator()(const CharterAmended&) const {}
  void operator()(const ChairHanded&) const {}
  void operator()(const ListOpened&) const {}
  void operator()(const ListClosed&) const {}
  void operator()(const TurnPaused&) const {}
  void operator()(const TurnResumed&) const {}
  void operator()(const SpeakerWarned&) const {}
  void operator()(const VotersWarned&) const {}
  void operator()(const VoteExtended&) const {}
  void operator()(const TurnoutNoted&) const {}
  void operator()(const CountingBegun&) const {}
  void operator()(const ResultShown&) const {}
  void operator()(const MessagePosted&) const {}
  void operator()(const MessageCleared&) const {}
  void operator()(const TemplateSaved&) const {}
  void operator()(const TemplateRemoved&) const {}
  void operator()(const LetterConfirmed&) const {}
  void operator()(const TextHeld&) const {}
  void operator()(const TextReleased&) const {}
  void operator()(const PhraseSaved&) const {}
  void operator()(const PhraseRemoved&) const {}
  void operator()(const TimeYielded&) const {}
  void operator()(const LastCalled&) const {}
};

}  // namespace talar::storage
