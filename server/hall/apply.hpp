// Inside apply(): one function per event. They trust the event and assert what decide() has promised.
#pragma once

#include "protocol/events.hpp"
#include "server/hall/assert.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

// apply_people.cpp
void apply_on(State&, const Recorded&, const HallFounded&);
void apply_on(State&, const Recorded&, const MembersEnrolled&);
void apply_on(State&, const Recorded&, const MemberEdited&);
void apply_on(State&, const Recorded&, const MemberRemoved&);
void apply_on(State&, const Recorded&, const CharterAmended&);
void apply_on(State&, const Recorded&, const TermBegun&);
void apply_on(State&, const Recorded&, const ChairHanded&);

// apply_meeting.cpp
void apply_on(State&, const Recorded&, const MeetingDrafted&);
void apply_on(State&, const Recorded&, const MeetingEdited&);
void apply_on(State&, const Recorded&, const DraftDiscarded&);
void apply_on(State&, const Recorded&, const MeetingConvened&);
void apply_on(State&, const Recorded&, const MeetingOpened&);
void apply_on(State&, const Recorded&, const RecessCalled&);
void apply_on(State&, const Recorded&, const MeetingResumed&);
void apply_on(State&, const Recorded&, const MeetingClosed&);
void apply_on(State&, const Recorded&, const MeetingNotHeld&);
void apply_on(State&, const Recorded&, const ClosedPartBegun&);
void apply_on(State&, const Recorded&, const ClosedPartEnded&);

// apply_agenda.cpp
void apply_on(State&, const Recorded&, const ItemAdded&);
void apply_on(State&, const Recorded&, const ItemEdited&);
void apply_on(State&, const Recorded&, const ItemMoved&);
void apply_on(State&, const Recorded&, const ItemRemoved&);
void apply_on(State&, const Recorded&, const ItemActivated&);
void apply_on(State&, const Recorded&, const ItemEnded&);
void apply_on(State&, const Recorded&, const ItemTakenOut&);

// apply_templates.cpp
void apply_on(State&, const Recorded&, const TemplateSaved&);
void apply_on(State&, const Recorded&, const TemplateRemoved&);

// apply_attachments.cpp
void apply_on(State&, const Recorded&, const AttachmentAdded&);
void apply_on(State&, const Recorded&, const AttachmentRemoved&);

// apply_proposals.cpp
void apply_on(State&, const Recorded&, const Proposed&);
void apply_on(State&, const Recorded&, const ProposalWithdrawn&);
void apply_on(State&, const Recorded&, const ProposalAccepted&);
void apply_on(State&, const Recorded&, const ProposalMerged&);
void apply_on(State&, const Recorded&, const ProposalDeclined&);

// apply_groups.cpp
void apply_on(State&, const Recorded&, const GroupFounded&);
void apply_on(State&, const Recorded&, const GroupDissolved&);
void apply_on(State&, const Recorded&, const ItemReferred&);
void apply_on(State&, const Recorded&, const ReferralReceived&);
void apply_on(State&, const Recorded&, const ReportSent&);
void apply_on(State&, const Recorded&, const ReportReceived&);
void apply_on(State&, const Recorded&, const LetterConfirmed&);

// apply_presence.cpp
void apply_on(State&, const Recorded&, const MemberArrived&);
void apply_on(State&, const Recorded&, const MemberDeparted&);
void apply_on(State&, const Recorded&, const AbsenceRecorded&);
void apply_on(State&, const Recorded&, const SubstituteNamed&);
void apply_on(State&, const Recorded&, const SubstitutionEnded&);
void apply_on(State&, const Recorded&, const MemberRecused&);
void apply_on(State&, const Recorded&, const RecusalLifted&);

// apply_floor.cpp
void apply_on(State&, const Recorded&, const FloorRequested&);
void apply_on(State&, const Recorded&, const RequestWithdrawn&);
void apply_on(State&, const Recorded&, const RequestSkipped&);
void apply_on(State&, const Recorded&, const RequestMoved&);
void apply_on(State&, const Recorded&, const ListOpened&);
void apply_on(State&, const Recorded&, const ListClosed&);
void apply_on(State&, const Recorded&, const LastCalled&);

// apply_turn.cpp
void apply_on(State&, const Recorded&, const TurnStarted&);
void apply_on(State&, const Recorded&, const TurnPaused&);
void apply_on(State&, const Recorded&, const TurnResumed&);
void apply_on(State&, const Recorded&, const TurnExtended&);
void apply_on(State&, const Recorded&, const SpeakerWarned&);
void apply_on(State&, const Recorded&, const TimeYielded&);
void apply_on(State&, const Recorded&, const TurnEnded&);

// apply_vote.cpp
void apply_on(State&, const Recorded&, const VotePrepared&);
void apply_on(State&, const Recorded&, const VoteEdited&);
void apply_on(State&, const Recorded&, const VoteDiscarded&);
void apply_on(State&, const Recorded&, const CandidateWithdrawn&);
void apply_on(State&, const Recorded&, const VoteOpened&);
void apply_on(State&, const Recorded&, const VotersWarned&);
void apply_on(State&, const Recorded&, const VoteExtended&);
void apply_on(State&, const Recorded&, const VoteClosed&);
void apply_on(State&, const Recorded&, const CountCorrected&);
void apply_on(State&, const Recorded&, const VoteVoided&);
void apply_on(State&, const Recorded&, const ResultShown&);

// apply_ballot.cpp
void apply_on(State&, const Recorded&, const VoterAdmitted&);
void apply_on(State&, const Recorded&, const BallotCast&);
void apply_on(State&, const Recorded&, const ObjectionRaised&);
void apply_on(State&, const Recorded&, const HandsCounted&);
void apply_on(State&, const Recorded&, const BallotIssued&);
void apply_on(State&, const Recorded&, const TurnoutNoted&);
void apply_on(State&, const Recorded&, const CountingBegun&);

// apply_text.cpp
void apply_on(State&, const Recorded&, const TextEdited&);
void apply_on(State&, const Recorded&, const MinutesWritten&);
void apply_on(State&, const Recorded&, const TextHeld&);
void apply_on(State&, const Recorded&, const TextReleased&);

// apply_minutes.cpp, apply_resolutions.cpp
void apply_on(State&, const Recorded&, const EntryEdited&);
void apply_on(State&, const Recorded&, const PhraseSaved&);
void apply_on(State&, const Recorded&, const PhraseRemoved&);
void apply_on(State&, const Recorded&, const ResolutionAdopted&);
void apply_on(State&, const Recorded&, const ResolutionEdited&);
void apply_on(State&, const Recorded&, const ResolutionVoided&);
void apply_on(State&, const Recorded&, const MessagePosted&);
void apply_on(State&, const Recorded&, const MessageCleared&);

// apply_record.cpp
void apply_on(State&, const Recorded&, const MinutesPublished&);
void apply_on(State&, const Recorded&, const MinutesCirculated&);
void apply_on(State&, const Recorded&, const CorrectionProposed&);
void apply_on(State&, const Recorded&, const CorrectionWithdrawn&);
void apply_on(State&, const Recorded&, const CorrectionAccepted&);
void apply_on(State&, const Recorded&, const CorrectionDeclined&);
void apply_on(State&, const Recorded&, const MinutesApproved&);
void apply_on(State&, const Recorded&, const MinutesSigned&);
void apply_on(State&, const Recorded&, const MinutesSealed&);
void apply_on(State&, const Recorded&, const AddendumAppended&);

// apply_follow_up.cpp
void apply_on(State&, const Recorded&, const ResolutionFollowedUp&);

/// The line of the minutes that the event writes (entries.hpp); MIN-8 bounds them.
Entry line(const Recorded& recorded);
void note(Meeting& meeting, const Recorded& recorded);
/// The same, with what only the state knows of it.
void note(Meeting& meeting, const Recorded& recorded, Entry entry);

}  // namespace talar::hall
