// Inside decide(): one function per command, called once its role has been found allowed.
#pragma once

#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"
#include "server/hall/steps.hpp"

namespace talar::hall {

struct Asking {
  const State& state;
  const Context& context;
  Role role;

  Instant now() const { return context.now; }
  /// Only for commands that no one but a person may give.
  PersonId person() const { return *context.person; }
  IdSource ids() const { return IdSource(context.seed); }
};

using Decision = Result<Events>;

// decide_people.cpp
Decision decide_on(const Asking&, const EnrolMembers&);
Decision decide_on(const Asking&, const EditMember&);
Decision decide_on(const Asking&, const RemoveMember&);
Decision decide_on(const Asking&, const AmendCharter&);
Decision decide_on(const Asking&, const BeginTerm&);
Decision decide_on(const Asking&, const HandChair&);
Decision decide_on(const Asking&, const TakeChair&);

// decide_meeting.cpp
Decision decide_on(const Asking&, const DraftMeeting&);
Decision decide_on(const Asking&, const EditMeeting&);
Decision decide_on(const Asking&, const DiscardDraft&);
Decision decide_on(const Asking&, const ConveneMeeting&);
Decision decide_on(const Asking&, const OpenMeeting&);
Decision decide_on(const Asking&, const CallRecess&);
Decision decide_on(const Asking&, const ResumeMeeting&);
Decision decide_on(const Asking&, const CloseMeeting&);
Decision decide_on(const Asking&, const DeclareNotHeld&);

// decide_next_meeting.cpp: what the charter foresees
Decision decide_on(const Asking&, const DraftNextMeeting&);

// decide_closed_part.cpp
Decision decide_on(const Asking&, const BeginClosedPart&);
Decision decide_on(const Asking&, const EndClosedPart&);

// decide_agenda.cpp
Decision decide_on(const Asking&, const AddItem&);
Decision decide_on(const Asking&, const EditItem&);
Decision decide_on(const Asking&, const MoveItem&);
Decision decide_on(const Asking&, const RemoveItem&);
Decision decide_on(const Asking&, const ActivateItem&);
Decision decide_on(const Asking&, const EndItem&);
Decision decide_on(const Asking&, const DeferItem&);
Decision decide_on(const Asking&, const WithdrawItem&);

// decide_carry.cpp: what goes on in the next meeting
Decision decide_on(const Asking&, const CarryOver&);

// decide_consent.cpp
Decision decide_on(const Asking&, const TakeOut&);

// decide_templates.cpp
Decision decide_on(const Asking&, const SaveTemplate&);
Decision decide_on(const Asking&, const RemoveTemplate&);
Decision decide_on(const Asking&, const ApplyTemplate&);

// decide_attachments.cpp
Decision decide_on(const Asking&, const Attach&);
Decision decide_on(const Asking&, const RemoveAttachment&);

// decide_proposals.cpp
Decision decide_on(const Asking&, const Propose&);
Decision decide_on(const Asking&, const WithdrawProposal&);
Decision decide_on(const Asking&, const AcceptProposal&);
Decision decide_on(const Asking&, const MergeProposal&);
Decision decide_on(const Asking&, const DeclineProposal&);

// decide_groups.cpp
Decision decide_on(const Asking&, const FoundGroup&);
Decision decide_on(const Asking&, const DissolveGroup&);

// decide_referrals.cpp
Decision decide_on(const Asking&, const ReferItem&);
Decision decide_on(const Asking&, const TakeUpReferral&);
Decision decide_on(const Asking&, const SendReport&);
Decision decide_on(const Asking&, const ReceiveReferral&);
Decision decide_on(const Asking&, const ReceiveReport&);
Decision decide_on(const Asking&, const ConfirmLetter&);

// decide_presence.cpp
/// PRS-20: why nobody but the desk lets this person come, leave or be recused once more.
std::optional<Refusal> comes_too_often(const Asking&, const Meeting& meeting, PersonId person);
Decision decide_on(const Asking&, const CheckIn&);
Decision decide_on(const Asking&, const CheckOut&);
Decision decide_on(const Asking&, const RecordArrival&);
Decision decide_on(const Asking&, const RecordDeparture&);
Decision decide_on(const Asking&, const RecordAbsence&);
Decision decide_on(const Asking&, const NameSubstitute&);
Decision decide_on(const Asking&, const EndSubstitution&);

// decide_recusal.cpp
Decision decide_on(const Asking&, const DeclareInterest&);
Decision decide_on(const Asking&, const RecordRecusal&);
Decision decide_on(const Asking&, const LiftRecusal&);

// decide_queue.cpp: asking for the floor
Decision decide_on(const Asking&, const RequestFloor&);
Decision decide_on(const Asking&, const WithdrawRequest&);
Decision decide_on(const Asking&, const SkipRequest&);
Decision decide_on(const Asking&, const MoveRequest&);
Decision decide_on(const Asking&, const CallLast&);
Decision decide_on(const Asking&, const OpenList&);
Decision decide_on(const Asking&, const CloseList&);

// decide_call.cpp: giving it
Decision decide_on(const Asking&, const GiveFloor&);
Decision decide_on(const Asking&, const GiveFloorTo&);

// decide_turn.cpp: having it
Decision decide_on(const Asking&, const PauseTurn&);
Decision decide_on(const Asking&, const ResumeTurn&);
Decision decide_on(const Asking&, const EndTurn&);
Decision decide_on(const Asking&, const YieldTime&);
Decision decide_on(const Asking&, const ExtendTurn&);
Decision decide_on(const Asking&, const WarnSpeaker&);

// decide_prepare_vote.cpp: before it opens
Decision decide_on(const Asking&, const PrepareVote&);
Decision decide_on(const Asking&, const EditVote&);
Decision decide_on(const Asking&, const DiscardVote&);
Decision decide_on(const Asking&, const WithdrawCandidate&);
Decision decide_on(const Asking&, const RepeatVote&);

// decide_ballot.cpp: what voters and those who count do while it is open
Decision decide_on(const Asking&, const CastVote&);
Decision decide_on(const Asking&, const RaiseObjection&);
Decision decide_on(const Asking&, const RecordAnswer&);
Decision decide_on(const Asking&, const RecordCount&);

// decide_vote.cpp: opening, closing, and what the chair does in between and afterwards
Decision decide_on(const Asking&, const OpenVote&);
Decision decide_on(const Asking&, const WarnVoters&);
Decision decide_on(const Asking&, const ExtendVote&);
Decision decide_on(const Asking&, const CloseVote&);
Decision decide_on(const Asking&, const VoidVote&);
Decision decide_on(const Asking&, const CorrectCount&);
Decision decide_on(const Asking&, const ShowResult&);

// decide_secret.cpp: the ballots that nobody can link (BALLOTS.md)
Decision decide_on(const Asking&, const CollectBallot&);
Decision decide_on(const Asking&, const NoteTurnout&);
Decision decide_on(const Asking&, const CountBallots&);

// decide_tick.cpp: everything that is due
Decision decide_on(const Asking&, const Tick&);

// decide_text.cpp: texts that several people write at once
Decision decide_on(const Asking&, const EditText&);
Decision decide_on(const Asking&, const WriteMinutes&);
Decision decide_on(const Asking&, const HoldText&);
Decision decide_on(const Asking&, const ReleaseText&);

// decide_minutes.cpp, decide_resolutions.cpp
Decision decide_on(const Asking&, const EditEntry&);
Decision decide_on(const Asking&, const SavePhrase&);
Decision decide_on(const Asking&, const RemovePhrase&);
Decision decide_on(const Asking&, const AdoptResolution&);
Decision decide_on(const Asking&, const EditResolution&);
Decision decide_on(const Asking&, const VoidResolution&);
Decision decide_on(const Asking&, const PostMessage&);
Decision decide_on(const Asking&, const ClearMessage&);

// decide_record.cpp: from the draft to the seal
Decision decide_on(const Asking&, const PublishMinutes&);
Decision decide_on(const Asking&, const CirculateMinutes&);
Decision decide_on(const Asking&, const ApproveMinutes&);
Decision decide_on(const Asking&, const SignMinutes&);
Decision decide_on(const Asking&, const SealMinutes&);
Decision decide_on(const Asking&, const AppendAddendum&);

// decide_corrections.cpp
Decision decide_on(const Asking&, const ProposeCorrection&);
Decision decide_on(const Asking&, const WithdrawCorrection&);
Decision decide_on(const Asking&, const AcceptCorrection&);
Decision decide_on(const Asking&, const DeclineCorrection&);

// decide_follow_up.cpp: what becomes of resolutions
Decision decide_on(const Asking&, const FollowUp&);

}  // namespace talar::hall
