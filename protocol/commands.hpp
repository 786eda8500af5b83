// What a person can ask of the hall. Imperative; refused by name (refusal.hpp) or turned into events (events.hpp).
// On the wire: {"type":"request_floor","kind":"speech"}; the type is the struct's name in snake case.
#pragma once

#include <variant>

#include "protocol/commands_agenda.hpp"
#include "protocol/commands_floor.hpp"
#include "protocol/commands_meeting.hpp"
#include "protocol/commands_minutes.hpp"
#include "protocol/commands_votes.hpp"

namespace talar {

// clang-format off
using Command = std::variant<
    // people
    EnrolMembers, EditMember, RemoveMember, AmendCharter, BeginTerm, HandChair, TakeChair,
    // meeting
    DraftMeeting, DraftNextMeeting, EditMeeting, DiscardDraft, ConveneMeeting, OpenMeeting, CallRecess, ResumeMeeting, CloseMeeting,
    DeclareNotHeld, BeginClosedPart, EndClosedPart,
    // agenda
    AddItem, EditItem, MoveItem, RemoveItem, ActivateItem, EndItem, DeferItem, WithdrawItem, CarryOver, TakeOut, SaveTemplate,
    RemoveTemplate, ApplyTemplate, Attach, RemoveAttachment,
    // proposals and groups
    Propose, WithdrawProposal, AcceptProposal, MergeProposal, DeclineProposal, FoundGroup, DissolveGroup, ReferItem, TakeUpReferral,
    SendReport, ReceiveReferral, ReceiveReport, ConfirmLetter,
    // presence
    CheckIn, CheckOut, RecordArrival, RecordDeparture, RecordAbsence, NameSubstitute, EndSubstitution, DeclareInterest, RecordRecusal,
    LiftRecusal,
    // floor
    RequestFloor, WithdrawRequest, GiveFloor, GiveFloorTo, PauseTurn, ResumeTurn, EndTurn, YieldTime, ExtendTurn, WarnSpeaker,
    SkipRequest, MoveRequest, CallLast, OpenList, CloseList,
    // votes
    PrepareVote, EditVote, DiscardVote, WithdrawCandidate, OpenVote, CastVote, RaiseObjection, RecordAnswer, RecordCount, CorrectCount,
    WarnVoters, ExtendVote, CloseVote, VoidVote, RepeatVote, ShowResult, CollectBallot, NoteTurnout, CountBallots,
    // minutes
    EditText, WriteMinutes, HoldText, ReleaseText, EditEntry, SavePhrase, RemovePhrase, AdoptResolution, EditResolution, VoidResolution,
    // the life of the record
    PublishMinutes, CirculateMinutes, ProposeCorrection, WithdrawCorrection, AcceptCorrection, DeclineCorrection, ApproveMinutes,
    SignMinutes, SealMinutes, AppendAddendum,
    // follow-up and display
    FollowUp, PostMessage, ClearMessage, Tick>;
// clang-format on

}  // namespace talar
