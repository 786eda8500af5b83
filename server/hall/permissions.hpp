// Which role may give which command: the one table. RULES.md prints it, a test compares the two and walks every pair.
// A command without a row (or with two) does not compile.
#pragma once

#include <initializer_list>
#include <tuple>

#include "protocol/commands.hpp"

namespace talar::hall {

class Roles {
 public:
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= 1u << static_cast<unsigned>(role);
  }
  constexpr bool has(Role role) const { return (bits_ >> static_cast<unsigned>(role) & 1u) != 0; }

 private:
  unsigned bits_ = 0;
};

template <class SomeCommand>
struct Row {
  Roles roles;
};

namespace detail {

using enum Role;
// Who is in the room and has a voice; who of them may have a vote.
inline constexpr Roles voices{chair, staff, member, guest};
inline constexpr Roles voters{chair, staff, member};
inline constexpr Roles desk{chair, staff};
// The system brings in a chamber's roster and first agenda, and runs the clocks.
inline constexpr Roles preparers{chair, staff, system};

// clang-format off
inline constexpr std::tuple permissions{
    // people
    Row<EnrolMembers>{preparers},
    Row<EditMember>{{staff}},
    Row<RemoveMember>{{staff}},
    Row<AmendCharter>{preparers},
    Row<BeginTerm>{preparers},
    Row<HandChair>{desk},
    Row<TakeChair>{{chair, member}},
    // meeting
    Row<DraftMeeting>{preparers},
    Row<DraftNextMeeting>{desk},
    Row<EditMeeting>{desk},
    Row<DiscardDraft>{desk},
    Row<ConveneMeeting>{desk},
    Row<OpenMeeting>{{chair}},
    Row<CallRecess>{{chair}},
    Row<ResumeMeeting>{{chair}},
    Row<CloseMeeting>{{chair}},
    Row<DeclareNotHeld>{desk},
    Row<BeginClosedPart>{desk},
    Row<EndClosedPart>{desk},
    // agenda
    Row<AddItem>{preparers},
    Row<EditItem>{desk},
    Row<MoveItem>{desk},
    Row<RemoveItem>{desk},
    Row<ActivateItem>{{chair}},
    Row<EndItem>{{chair}},
    Row<DeferItem>{desk},
    Row<WithdrawItem>{desk},
    Row<CarryOver>{desk},
    Row<TakeOut>{voters},
    Row<SaveTemplate>{desk},
    Row<RemoveTemplate>{desk},
    Row<ApplyTemplate>{desk},
    Row<Attach>{{system}},
    Row<RemoveAttachment>{desk},
    // proposals and groups
    Row<Propose>{voices},
    Row<WithdrawProposal>{voices},
    Row<AcceptProposal>{desk},
    Row<MergeProposal>{desk},
    Row<DeclineProposal>{desk},
    Row<FoundGroup>{desk},
    Row<DissolveGroup>{desk},
    Row<ReferItem>{desk},
    Row<TakeUpReferral>{desk},
    Row<SendReport>{desk},
    Row<ReceiveReferral>{{system}},
    Row<ReceiveReport>{{system}},
    Row<ConfirmLetter>{{system}},
    // presence
    Row<CheckIn>{voices},
    Row<CheckOut>{voices},
    Row<RecordArrival>{{staff, kiosk}},
    Row<RecordDeparture>{{staff, kiosk}},
    Row<RecordAbsence>{{staff}},
    Row<NameSubstitute>{desk},
    Row<EndSubstitution>{desk},
    Row<DeclareInterest>{voices},
    Row<RecordRecusal>{desk},
    Row<LiftRecusal>{voices},
    // floor
    Row<RequestFloor>{voices},
    Row<WithdrawRequest>{voices},
    Row<GiveFloor>{{chair}},
    Row<GiveFloorTo>{{chair}},
    Row<PauseTurn>{{chair}},
    Row<ResumeTurn>{{chair}},
    Row<EndTurn>{voices},
    Row<YieldTime>{voices},
    Row<ExtendTurn>{{chair}},
    Row<WarnSpeaker>{{chair}},
    Row<SkipRequest>{{chair}},
    Row<MoveRequest>{{chair}},
    Row<CallLast>{{chair}},
    Row<OpenList>{{chair}},
    Row<CloseList>{{chair}},
    // votes
    Row<PrepareVote>{preparers},
    Row<EditVote>{desk},
    Row<DiscardVote>{desk},
    Row<WithdrawCandidate>{voices},
    Row<OpenVote>{{chair}},
    Row<CastVote>{voices},  // a guest may stand in for somebody (PRS-10)
    Row<RaiseObjection>{voices},
    Row<RecordAnswer>{desk},
    Row<RecordCount>{desk},
    Row<CorrectCount>{{staff}},
    Row<WarnVoters>{{chair}},
    Row<ExtendVote>{{chair}},
    Row<CloseVote>{{chair}},
    Row<VoidVote>{{chair}},
    Row<RepeatVote>{desk},
    Row<ShowResult>{desk},
    Row<CollectBallot>{voices},
    Row<NoteTurnout>{{system}},
    Row<CountBallots>{{system}},
    // minutes
    Row<EditText>{{staff}},
    Row<WriteMinutes>{{staff}},
    Row<HoldText>{{staff}},
    Row<ReleaseText>{{staff}},
    Row<EditEntry>{{staff}},
    Row<SavePhrase>{preparers},
    Row<RemovePhrase>{{staff}},
    Row<AdoptResolution>{desk},
    Row<EditResolution>{desk},
    Row<VoidResolution>{desk},
    // the life of the record
    Row<PublishMinutes>{{staff}},
    Row<CirculateMinutes>{{staff}},
    Row<ProposeCorrection>{voices},
    Row<WithdrawCorrection>{voices},
    Row<AcceptCorrection>{{staff}},
    Row<DeclineCorrection>{{staff}},
    Row<ApproveMinutes>{{chair}},
    Row<SignMinutes>{voters},
    Row<SealMinutes>{desk},
    Row<AppendAddendum>{{staff}},
    // follow-up and display
    Row<FollowUp>{voices},
    Row<PostMessage>{desk},
    Row<ClearMessage>{desk},
    Row<Tick>{{system}},
};
// clang-format on

}  // namespace detail

template <class SomeCommand>
constexpr bool may(Role role) {
  return std::get<Row<SomeCommand>>(detail::permissions).roles.has(role);
}

inline bool may(Role role, const Command& command) {
  return std::visit([role]<class SomeCommand>(const SomeCommand&) { return may<SomeCommand>(role); }, command);
}

}  // namespace talar::hall
