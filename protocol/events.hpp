// What happened in the hall: past tense, complete enough that the archive is filled from events alone.
// The journal keeps them forever: a field may be added as optional, never renamed or removed (bump `event_version`).
// Everything that belongs to a meeting names it first.
#pragma once

#include <variant>

#include "protocol/events_agenda.hpp"
#include "protocol/events_floor.hpp"
#include "protocol/events_meeting.hpp"
#include "protocol/events_minutes.hpp"
#include "protocol/events_votes.hpp"

namespace talar {

inline constexpr int event_version = 1;

// clang-format off
using Event = std::variant<
    // people
    HallFounded, MembersEnrolled, MemberEdited, MemberRemoved, CharterAmended, TermBegun, ChairHanded,
    // meeting
    MeetingDrafted, MeetingEdited, DraftDiscarded, MeetingConvened, MeetingOpened, RecessCalled, MeetingResumed, MeetingClosed,
    MeetingNotHeld, ClosedPartBegun, ClosedPartEnded,
    // agenda
    ItemAdded, ItemEdited, ItemMoved, ItemRemoved, ItemActivated, ItemEnded, ItemTakenOut, TemplateSaved, TemplateRemoved,
    AttachmentAdded, AttachmentRemoved,
    // proposals and groups
    Proposed, ProposalWithdrawn, ProposalAccepted, ProposalMerged, ProposalDeclined, GroupFounded, GroupDissolved, ItemReferred,
    ReferralReceived, ReportSent, ReportReceived, LetterConfirmed,
    // presence
    MemberArrived, MemberDeparted, AbsenceRecorded, SubstituteNamed, SubstitutionEnded, MemberRecused, RecusalLifted,
    // floor
    FloorRequested, RequestWithdrawn, RequestSkipped, RequestMoved, LastCalled, ListOpened, ListClosed, TurnStarted, TurnPaused,
    TurnResumed, TurnExtended, SpeakerWarned, TimeYielded, TurnEnded,
    // votes
    VotePrepared, VoteEdited, VoteDiscarded, CandidateWithdrawn, VoteOpened, VoterAdmitted, BallotCast, ObjectionRaised, HandsCounted,
    VotersWarned, VoteExtended, BallotIssued, TurnoutNoted, CountingBegun, VoteClosed, CountCorrected, VoteVoided, ResultShown,
    // minutes
    TextEdited, MinutesWritten, TextHeld, TextReleased, EntryEdited, PhraseSaved, PhraseRemoved, ResolutionAdopted, ResolutionEdited,
    ResolutionVoided,
    // the life of the record
    MinutesPublished, MinutesCirculated, CorrectionProposed, CorrectionWithdrawn, CorrectionAccepted, CorrectionDeclined,
    MinutesApproved, MinutesSigned, MinutesSealed, AddendumAppended,
    // follow-up and display
    ResolutionFollowedUp, MessagePosted, MessageCleared>;
// clang-format on

/// The person who caused an event; nobody when the server itself did (a deadline, the founding import).
struct Actor {
  std::optional<PersonId> person;
  bool operator==(const Actor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (person))

/// An event in its place: `seq` counts from 1 without gaps within a hall.
struct Recorded {
  std::int64_t seq = 0;
  Instant at;
  Actor actor;
  std::optional<CommandId> command;
  Event event;
};

/// The meeting an event belongs to, if any.
inline std::optional<MeetingId> meeting_of(const Event& event) {
  return std::visit(
      [](const auto& e) -> std::optional<MeetingId> {
        if constexpr (requires { e.meeting; })
          return e.meeting;
        else
          return std::nullopt;
      },
      event);
}

}  // namespace talar
