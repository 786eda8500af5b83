// What happened in the hall: past tense, complete enough that the archive is filled from events alone.
// The journal keeps them forever: a field may be added as optional, never renamed or removed (bump `event_version`).
#pragma once

#include <variant>

#include "protocol/terms.hpp"

namespace talar {

inline constexpr int event_version = 1;

// People ------------------------------------------------------------------------------------------------------------

struct HallFounded {
  Name name;
  std::optional<Name> name_en;
  HallKind kind = HallKind::chamber;
  Place place;
  Whole<1, 1000> term = 1;  // meetings and resolutions are numbered within it
  Charter charter;
};
struct MembersEnrolled {
  List<Member, limits::enrol_batch> members;
};
struct MemberEdited {
  Member member;
};
struct MemberRemoved {
  PersonId person;
};
struct CharterAmended {
  Charter charter;
};
struct ChairHanded {
  PersonId to;
};
BOOST_DESCRIBE_STRUCT(HallFounded, (), (name, name_en, kind, place, term, charter))
BOOST_DESCRIBE_STRUCT(MembersEnrolled, (), (members))
BOOST_DESCRIBE_STRUCT(MemberEdited, (), (member))
BOOST_DESCRIBE_STRUCT(MemberRemoved, (), (person))
BOOST_DESCRIBE_STRUCT(CharterAmended, (), (charter))
BOOST_DESCRIBE_STRUCT(ChairHanded, (), (to))

// Meeting: everything that belongs to one names it first ------------------------------------------------------------

struct MeetingDrafted {
  MeetingId meeting;
  MeetingContent content;
};
struct MeetingEdited {
  MeetingId meeting;
  MeetingContent content;
};
struct DraftDiscarded {
  MeetingId meeting;
};
struct MeetingConvened {
  MeetingId meeting;
  std::int64_t number = 0;
  std::int64_t term = 0;
};
struct MeetingOpened {
  MeetingId meeting;
  PersonId chair;
  Quorum quorum;
  std::optional<Reason> override_reason;
};
struct RecessCalled {
  MeetingId meeting;
  std::optional<Instant> until;
};
struct MeetingResumed {
  MeetingId meeting;
};
struct MeetingClosed {
  MeetingId meeting;
};
struct MeetingNotHeld {
  MeetingId meeting;
  Quorum quorum;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(MeetingDrafted, (), (meeting, content))
BOOST_DESCRIBE_STRUCT(MeetingEdited, (), (meeting, content))
BOOST_DESCRIBE_STRUCT(DraftDiscarded, (), (meeting))
BOOST_DESCRIBE_STRUCT(MeetingConvened, (), (meeting, number, term))
BOOST_DESCRIBE_STRUCT(MeetingOpened, (), (meeting, chair, quorum, override_reason))
BOOST_DESCRIBE_STRUCT(RecessCalled, (), (meeting, until))
BOOST_DESCRIBE_STRUCT(MeetingResumed, (), (meeting))
BOOST_DESCRIBE_STRUCT(MeetingClosed, (), (meeting))
BOOST_DESCRIBE_STRUCT(MeetingNotHeld, (), (meeting, quorum, reason))

// Agenda ------------------------------------------------------------------------------------------------------------

struct ItemAdded {
  MeetingId meeting;
  ItemId item;
  std::optional<ItemId> parent;
  std::int64_t position = 0;
  ItemContent content;
};
struct ItemEdited {
  MeetingId meeting;
  ItemId item;
  ItemContent content;
};
struct ItemMoved {
  MeetingId meeting;
  ItemId item;
  std::optional<ItemId> parent;
  std::int64_t position = 0;
};
struct ItemRemoved {
  MeetingId meeting;
  ItemId item;
};
struct ItemActivated {
  MeetingId meeting;
  ItemId item;
};
/// outcome: done, deferred or withdrawn. spent: all the time it was active.
struct ItemEnded {
  MeetingId meeting;
  ItemId item;
  ItemState outcome = ItemState::done;
  Millis spent;
  std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(ItemAdded, (), (meeting, item, parent, position, content))
BOOST_DESCRIBE_STRUCT(ItemEdited, (), (meeting, item, content))
BOOST_DESCRIBE_STRUCT(ItemMoved, (), (meeting, item, parent, position))
BOOST_DESCRIBE_STRUCT(ItemRemoved, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(ItemActivated, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(ItemEnded, (), (meeting, item, outcome, spent, reason))

// Presence ----------------------------------------------------------------------------------------------------------

struct MemberArrived {
  MeetingId meeting;
  PersonId person;
};
struct MemberDeparted {
  MeetingId meeting;
  PersonId person;
};
struct AbsenceExcused {
  MeetingId meeting;
  PersonId person;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(MemberArrived, (), (meeting, person))
BOOST_DESCRIBE_STRUCT(MemberDeparted, (), (meeting, person))
BOOST_DESCRIBE_STRUCT(AbsenceExcused, (), (meeting, person, reason))

// Floor -------------------------------------------------------------------------------------------------------------

struct FloorRequested {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  std::optional<Note> note;
};
struct RequestWithdrawn {
  MeetingId meeting;
  ItemId item;
  RequestId request;
};
struct RequestSkipped {
  MeetingId meeting;
  ItemId item;
  RequestId request;
};
struct RequestMoved {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  std::int64_t position = 0;
  Reason reason;
};
struct ListOpened {
  MeetingId meeting;
  ItemId item;
};
struct ListClosed {
  MeetingId meeting;
  ItemId item;
};
/// A turn is named by its request; the chair's gift without asking makes its own request id.
struct TurnStarted {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  Millis limit;
};
struct TurnPaused {
  MeetingId meeting;
  ItemId item;
  RequestId request;
};
struct TurnResumed {
  MeetingId meeting;
  ItemId item;
  RequestId request;
};
struct TurnExtended {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  Millis by;
};
struct SpeakerWarned {
  MeetingId meeting;
  ItemId item;
  RequestId request;
};
/// spoken: without pauses.
struct TurnEnded {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  Millis spoken;
  Millis limit;
};
BOOST_DESCRIBE_STRUCT(FloorRequested, (), (meeting, item, request, person, kind, note))
BOOST_DESCRIBE_STRUCT(RequestWithdrawn, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(RequestSkipped, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(RequestMoved, (), (meeting, item, request, position, reason))
BOOST_DESCRIBE_STRUCT(ListOpened, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(ListClosed, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(TurnStarted, (), (meeting, item, request, person, kind, limit))
BOOST_DESCRIBE_STRUCT(TurnPaused, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(TurnResumed, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(TurnExtended, (), (meeting, item, request, by))
BOOST_DESCRIBE_STRUCT(SpeakerWarned, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(TurnEnded, (), (meeting, item, request, person, kind, spoken, limit))

// Votes -------------------------------------------------------------------------------------------------------------

struct VotePrepared {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  VoteContent content;
};
struct VoteEdited {
  MeetingId meeting;
  VoteId vote;
  VoteContent content;
};
struct VoteDiscarded {
  MeetingId meeting;
  VoteId vote;
};
struct VoteOpened {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  List<PersonId, limits::members> electorate;
  std::optional<Instant> deadline;
};
struct BallotCast {
  MeetingId meeting;
  VoteId vote;
  PersonId person;
  Choice choice = Choice::abstain;
};
struct VoteClosed {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  CloseCause cause = CloseCause::chair;
  VoteResult result;
};
BOOST_DESCRIBE_STRUCT(VotePrepared, (), (meeting, item, vote, content))
BOOST_DESCRIBE_STRUCT(VoteEdited, (), (meeting, vote, content))
BOOST_DESCRIBE_STRUCT(VoteDiscarded, (), (meeting, vote))
BOOST_DESCRIBE_STRUCT(VoteOpened, (), (meeting, item, vote, electorate, deadline))
BOOST_DESCRIBE_STRUCT(BallotCast, (), (meeting, vote, person, choice))
BOOST_DESCRIBE_STRUCT(VoteClosed, (), (meeting, item, vote, cause, result))

// Minutes and display -----------------------------------------------------------------------------------------------

struct MinutesWritten {
  MeetingId meeting;
  ItemId item;
  Text<limits::minutes_chars, 0> text;
  std::int64_t version = 0;  // of this text, from 1
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
struct MinutesPublished {
  MeetingId meeting;
};
struct MessagePosted {
  Text<limits::message_chars> text;
};
struct MessageCleared {};
BOOST_DESCRIBE_STRUCT(MinutesWritten, (), (meeting, item, text, version))
BOOST_DESCRIBE_STRUCT(ResolutionAdopted, (), (meeting, item, resolution, number, content))
BOOST_DESCRIBE_STRUCT(ResolutionEdited, (), (meeting, resolution, content))
BOOST_DESCRIBE_STRUCT(MinutesPublished, (), (meeting))
BOOST_DESCRIBE_STRUCT(MessagePosted, (), (text))
BOOST_DESCRIBE_STRUCT(MessageCleared, (), ())

using Event =
    std::variant<HallFounded, MembersEnrolled, MemberEdited, MemberRemoved, CharterAmended, ChairHanded,            //
                 MeetingDrafted, MeetingEdited, DraftDiscarded, MeetingConvened, MeetingOpened, RecessCalled,       //
                 MeetingResumed, MeetingClosed, MeetingNotHeld,                                                     //
                 ItemAdded, ItemEdited, ItemMoved, ItemRemoved, ItemActivated, ItemEnded,                           //
                 MemberArrived, MemberDeparted, AbsenceExcused,                                                     //
                 FloorRequested, RequestWithdrawn, RequestSkipped, RequestMoved, ListOpened, ListClosed,            //
                 TurnStarted, TurnPaused, TurnResumed, TurnExtended, SpeakerWarned, TurnEnded,                      //
                 VotePrepared, VoteEdited, VoteDiscarded, VoteOpened, BallotCast, VoteClosed,                       //
                 MinutesWritten, ResolutionAdopted, ResolutionEdited, MinutesPublished, MessagePosted, MessageCleared>;

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
        if constexpr (requires { e.meeting; }) return e.meeting;
        else return std::nullopt;
      },
      event);
}

}  // namespace talar
