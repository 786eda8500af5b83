// Events of the sitting itself: presence and floor (events.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

// Presence ----------------------------------------------------------------------------------------------------------

struct MemberArrived {
  MeetingId meeting;
  PersonId person;
};
struct MemberDeparted {
  MeetingId meeting;
  PersonId person;
};
struct AbsenceRecorded {
  MeetingId meeting;
  PersonId person;
  AbsenceKind kind = AbsenceKind::excused;
  Reason reason;
};
struct SubstituteNamed {
  MeetingId meeting;
  PersonId absent;
  PersonId substitute;
};
struct SubstitutionEnded {
  MeetingId meeting;
  PersonId absent;
  PersonId substitute;
};
struct MemberRecused {
  MeetingId meeting;
  ItemId item;
  PersonId person;
  std::optional<Reason> reason;
};
struct RecusalLifted {
  MeetingId meeting;
  ItemId item;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(MemberArrived, (), (meeting, person))
BOOST_DESCRIBE_STRUCT(MemberDeparted, (), (meeting, person))
BOOST_DESCRIBE_STRUCT(AbsenceRecorded, (), (meeting, person, kind, reason))
BOOST_DESCRIBE_STRUCT(SubstituteNamed, (), (meeting, absent, substitute))
BOOST_DESCRIBE_STRUCT(SubstitutionEnded, (), (meeting, absent, substitute))
BOOST_DESCRIBE_STRUCT(MemberRecused, (), (meeting, item, person, reason))
BOOST_DESCRIBE_STRUCT(RecusalLifted, (), (meeting, item, person))

// Floor -------------------------------------------------------------------------------------------------------------

struct FloorRequested {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  std::optional<Note> note;
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
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
/// The list closes at `until`.
struct LastCalled {
  MeetingId meeting;
  ItemId item;
  Instant until;
};
/// A turn is named by its request; the chair's gift without asking makes its own request id. reason: why it was not the
/// first one's turn. interrupts: the turn that stands still meanwhile and goes on afterwards.
struct TurnStarted {
  MeetingId meeting;
  ItemId item;
  RequestId request;
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  Millis limit;
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
  std::optional<Reason> reason;
  std::optional<RequestId> interrupts;
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
/// What was left of a turn that has just ended is added to the next turn of `to` in this item.
struct TimeYielded {
  MeetingId meeting;
  ItemId item;
  PersonId person;
  PersonId to;
  Millis by;
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
BOOST_DESCRIBE_STRUCT(FloorRequested, (), (meeting, item, request, person, kind, note, stance, point))
BOOST_DESCRIBE_STRUCT(RequestWithdrawn, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(RequestSkipped, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(RequestMoved, (), (meeting, item, request, position, reason))
BOOST_DESCRIBE_STRUCT(ListOpened, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(ListClosed, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(LastCalled, (), (meeting, item, until))
BOOST_DESCRIBE_STRUCT(TurnStarted, (), (meeting, item, request, person, kind, limit, stance, point, reason, interrupts))
BOOST_DESCRIBE_STRUCT(TurnPaused, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(TurnResumed, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(TurnExtended, (), (meeting, item, request, by))
BOOST_DESCRIBE_STRUCT(SpeakerWarned, (), (meeting, item, request))
BOOST_DESCRIBE_STRUCT(TimeYielded, (), (meeting, item, person, to, by))
BOOST_DESCRIBE_STRUCT(TurnEnded, (), (meeting, item, request, person, kind, spoken, limit))

}  // namespace talar
