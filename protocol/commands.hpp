// What a person can ask of the hall. Imperative; refused by name (refusal.hpp) or turned into events (events.hpp).
// On the wire: {"type":"request_floor","kind":"speech"}; the type is the struct's name in snake case.
#pragma once

#include <variant>

#include "protocol/terms.hpp"

namespace talar {

// People ------------------------------------------------------------------------------------------------------------

/// A person may be new (no id given) or known from another hall.
struct NewMember {
  std::optional<PersonId> person;
  Name name;
  ShortName short_name;
  Seat seat = Seat::expert;
  bool votes = true;
};
BOOST_DESCRIBE_STRUCT(NewMember, (), (person, name, short_name, seat, votes))

/// All or none.
struct EnrolMembers {
  List<NewMember, limits::enrol_batch> members;
};
struct EditMember {
  Member member;
};
struct RemoveMember {
  PersonId person;
};
struct AmendCharter {
  Charter charter;
};
/// By the chair at will; by staff when the chair's device is gone.
struct HandChair {
  PersonId to;
};
/// The president takes the chair back.
struct TakeChair {};

BOOST_DESCRIBE_STRUCT(EnrolMembers, (), (members))
BOOST_DESCRIBE_STRUCT(EditMember, (), (member))
BOOST_DESCRIBE_STRUCT(RemoveMember, (), (person))
BOOST_DESCRIBE_STRUCT(AmendCharter, (), (charter))
BOOST_DESCRIBE_STRUCT(HandChair, (), (to))
BOOST_DESCRIBE_STRUCT(TakeChair, (), ())

// Meeting -----------------------------------------------------------------------------------------------------------

struct DraftMeeting {
  MeetingContent content;
};
struct EditMeeting {
  MeetingId meeting;
  MeetingContent content;
};
struct DiscardDraft {
  MeetingId meeting;
};
struct ConveneMeeting {
  MeetingId meeting;
};
/// Without quorum the chair may open only with a recorded reason.
struct OpenMeeting {
  std::optional<Reason> override_reason;
};
struct CallRecess {
  std::optional<Whole<1, limits::recess_minutes_max>> minutes;
};
struct ResumeMeeting {};
struct CloseMeeting {};
struct DeclareNotHeld {
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(DraftMeeting, (), (content))
BOOST_DESCRIBE_STRUCT(EditMeeting, (), (meeting, content))
BOOST_DESCRIBE_STRUCT(DiscardDraft, (), (meeting))
BOOST_DESCRIBE_STRUCT(ConveneMeeting, (), (meeting))
BOOST_DESCRIBE_STRUCT(OpenMeeting, (), (override_reason))
BOOST_DESCRIBE_STRUCT(CallRecess, (), (minutes))
BOOST_DESCRIBE_STRUCT(ResumeMeeting, (), ())
BOOST_DESCRIBE_STRUCT(CloseMeeting, (), ())
BOOST_DESCRIBE_STRUCT(DeclareNotHeld, (), (reason))

// Agenda ------------------------------------------------------------------------------------------------------------

/// `position` counts from 0 among the items of `parent` (or of the top); absent: at the end.
struct AddItem {
  MeetingId meeting;
  std::optional<ItemId> parent;
  std::optional<Whole<0, limits::items>> position;
  ItemContent content;
};
struct EditItem {
  ItemId item;
  ItemContent content;
};
/// Moves and nests. `position` counts without the moved item itself.
struct MoveItem {
  ItemId item;
  std::optional<ItemId> parent;
  Whole<0, limits::items> position;
};
struct RemoveItem {
  ItemId item;
};
/// Ends the active item, if there is one. A done or deferred item may be taken up again.
struct ActivateItem {
  ItemId item;
};
struct EndItem {};
struct DeferItem {
  ItemId item;
  std::optional<Reason> reason;
};
struct WithdrawItem {
  ItemId item;
  std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(AddItem, (), (meeting, parent, position, content))
BOOST_DESCRIBE_STRUCT(EditItem, (), (item, content))
BOOST_DESCRIBE_STRUCT(MoveItem, (), (item, parent, position))
BOOST_DESCRIBE_STRUCT(RemoveItem, (), (item))
BOOST_DESCRIBE_STRUCT(ActivateItem, (), (item))
BOOST_DESCRIBE_STRUCT(EndItem, (), ())
BOOST_DESCRIBE_STRUCT(DeferItem, (), (item, reason))
BOOST_DESCRIBE_STRUCT(WithdrawItem, (), (item, reason))

// Presence ----------------------------------------------------------------------------------------------------------

struct CheckIn {};
struct CheckOut {};
struct RecordArrival {
  PersonId person;
};
struct RecordDeparture {
  PersonId person;
};
struct ExcuseAbsence {
  PersonId person;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(CheckIn, (), ())
BOOST_DESCRIBE_STRUCT(CheckOut, (), ())
BOOST_DESCRIBE_STRUCT(RecordArrival, (), (person))
BOOST_DESCRIBE_STRUCT(RecordDeparture, (), (person))
BOOST_DESCRIBE_STRUCT(ExcuseAbsence, (), (person, reason))

// Floor (of the active item) ----------------------------------------------------------------------------------------

struct RequestFloor {
  SpeechKind kind = SpeechKind::speech;
  std::optional<Note> note;
};
/// By the person who asked.
struct WithdrawRequest {
  RequestId request;
};
/// Ends the running turn, if there is one.
struct GiveFloor {
  RequestId request;
};
/// To anyone present, asked or not.
struct GiveFloorTo {
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
};
struct PauseTurn {};
struct ResumeTurn {};
/// By the chair, or by the speaker who has finished.
struct EndTurn {};
struct ExtendTurn {
  Whole<10, 600> seconds = 60;
};
struct WarnSpeaker {};
struct SkipRequest {
  RequestId request;
};
/// `position` counts from 0 in the waiting list without the moved request.
struct MoveRequest {
  RequestId request;
  Whole<0, limits::waiting_requests> position;
  Reason reason;
};
struct OpenList {};
struct CloseList {};
BOOST_DESCRIBE_STRUCT(RequestFloor, (), (kind, note))
BOOST_DESCRIBE_STRUCT(WithdrawRequest, (), (request))
BOOST_DESCRIBE_STRUCT(GiveFloor, (), (request))
BOOST_DESCRIBE_STRUCT(GiveFloorTo, (), (person, kind))
BOOST_DESCRIBE_STRUCT(PauseTurn, (), ())
BOOST_DESCRIBE_STRUCT(ResumeTurn, (), ())
BOOST_DESCRIBE_STRUCT(EndTurn, (), ())
BOOST_DESCRIBE_STRUCT(ExtendTurn, (), (seconds))
BOOST_DESCRIBE_STRUCT(WarnSpeaker, (), ())
BOOST_DESCRIBE_STRUCT(SkipRequest, (), (request))
BOOST_DESCRIBE_STRUCT(MoveRequest, (), (request, position, reason))
BOOST_DESCRIBE_STRUCT(OpenList, (), ())
BOOST_DESCRIBE_STRUCT(CloseList, (), ())

// Votes -------------------------------------------------------------------------------------------------------------

struct PrepareVote {
  ItemId item;
  VoteContent content;
};
struct EditVote {
  VoteId vote;
  VoteContent content;
};
struct DiscardVote {
  VoteId vote;
};
struct OpenVote {
  VoteId vote;
};
struct CastVote {
  VoteId vote;
  Choice choice = Choice::abstain;
};
struct CloseVote {
  VoteId vote;
};
BOOST_DESCRIBE_STRUCT(PrepareVote, (), (item, content))
BOOST_DESCRIBE_STRUCT(EditVote, (), (vote, content))
BOOST_DESCRIBE_STRUCT(DiscardVote, (), (vote))
BOOST_DESCRIBE_STRUCT(OpenVote, (), (vote))
BOOST_DESCRIBE_STRUCT(CastVote, (), (vote, choice))
BOOST_DESCRIBE_STRUCT(CloseVote, (), (vote))

// Minutes and display -----------------------------------------------------------------------------------------------

/// `version` is the version of the text that was edited; another writer's newer text is not overwritten.
struct WriteMinutes {
  ItemId item;
  Text<limits::minutes_chars, 0> text;
  Whole<0, 1'000'000> version;
};
struct AdoptResolution {
  ItemId item;
  ResolutionContent content;
};
struct EditResolution {
  ResolutionId resolution;
  ResolutionContent content;
};
/// Opens the closed meeting's record to observers.
struct PublishMinutes {
  MeetingId meeting;
};
/// Shown on the hall display and on every device until cleared.
struct PostMessage {
  Text<limits::message_chars> text;
};
struct ClearMessage {};
/// The server's own: a deadline has passed (VOT: time limit of a vote).
struct Tick {};
BOOST_DESCRIBE_STRUCT(WriteMinutes, (), (item, text, version))
BOOST_DESCRIBE_STRUCT(AdoptResolution, (), (item, content))
BOOST_DESCRIBE_STRUCT(EditResolution, (), (resolution, content))
BOOST_DESCRIBE_STRUCT(PublishMinutes, (), (meeting))
BOOST_DESCRIBE_STRUCT(PostMessage, (), (text))
BOOST_DESCRIBE_STRUCT(ClearMessage, (), ())
BOOST_DESCRIBE_STRUCT(Tick, (), ())

using Command =
    std::variant<EnrolMembers, EditMember, RemoveMember, AmendCharter, HandChair, TakeChair,                        //
                 DraftMeeting, EditMeeting, DiscardDraft, ConveneMeeting, OpenMeeting, CallRecess, ResumeMeeting,   //
                 CloseMeeting, DeclareNotHeld,                                                                      //
                 AddItem, EditItem, MoveItem, RemoveItem, ActivateItem, EndItem, DeferItem, WithdrawItem,           //
                 CheckIn, CheckOut, RecordArrival, RecordDeparture, ExcuseAbsence,                                  //
                 RequestFloor, WithdrawRequest, GiveFloor, GiveFloorTo, PauseTurn, ResumeTurn, EndTurn, ExtendTurn, //
                 WarnSpeaker, SkipRequest, MoveRequest, OpenList, CloseList,                                        //
                 PrepareVote, EditVote, DiscardVote, OpenVote, CastVote, CloseVote,                                 //
                 WriteMinutes, AdoptResolution, EditResolution, PublishMinutes, PostMessage, ClearMessage, Tick>;

}  // namespace talar
