// Commands of the sitting itself: presence, floor and votes (commands.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

// Presence ----------------------------------------------------------------------------------------------------------

struct CheckIn {};
struct CheckOut {};
struct RecordArrival {
  PersonId person;
};
struct RecordDeparture {
  PersonId person;
};
struct RecordAbsence {
  PersonId person;
  AbsenceKind kind = AbsenceKind::excused;
  Reason reason;
};
/// `substitute` votes and counts in the place of `absent` until `absent` comes or the substitution is ended.
struct NameSubstitute {
  PersonId absent;
  PersonId substitute;
};
struct EndSubstitution {
  PersonId absent;
};
/// A conflict of interest of one's own: no voice, no vote and no place in the base of the item and its parts.
struct DeclareInterest {
  ItemId item;
  std::optional<Reason> reason;
};
struct RecordRecusal {
  ItemId item;
  PersonId person;
  std::optional<Reason> reason;
};
/// One's own, or anybody's by the desk.
struct LiftRecusal {
  ItemId item;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(CheckIn, (), ())
BOOST_DESCRIBE_STRUCT(CheckOut, (), ())
BOOST_DESCRIBE_STRUCT(RecordArrival, (), (person))
BOOST_DESCRIBE_STRUCT(RecordDeparture, (), (person))
BOOST_DESCRIBE_STRUCT(RecordAbsence, (), (person, kind, reason))
BOOST_DESCRIBE_STRUCT(NameSubstitute, (), (absent, substitute))
BOOST_DESCRIBE_STRUCT(EndSubstitution, (), (absent))
BOOST_DESCRIBE_STRUCT(DeclareInterest, (), (item, reason))
BOOST_DESCRIBE_STRUCT(RecordRecusal, (), (item, person, reason))
BOOST_DESCRIBE_STRUCT(LiftRecusal, (), (item, person))

// Floor (of the active item) ----------------------------------------------------------------------------------------

/// `stance` of a speech only; `point` exactly of a point of order.
struct RequestFloor {
  SpeechKind kind = SpeechKind::speech;
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
  std::optional<Note> note;
};
/// By the person who asked.
struct WithdrawRequest {
  RequestId request;
};
/// Ends the running turn, if there is one, or interrupts it, as the charter says of the kind. `reason` exactly when it
/// is not the first one's turn.
struct GiveFloor {
  RequestId request;
  std::optional<Reason> reason;
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
/// Ends the turn and gives what is left of its time to somebody who waits, where the charter allows it.
struct YieldTime {
  PersonId to;
};
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
/// The list closes by itself after so many seconds.
struct CallLast {
  Whole<10, 600> seconds = 60;
};
struct OpenList {};
struct CloseList {};
BOOST_DESCRIBE_STRUCT(RequestFloor, (), (kind, stance, point, note))
BOOST_DESCRIBE_STRUCT(WithdrawRequest, (), (request))
BOOST_DESCRIBE_STRUCT(GiveFloor, (), (request, reason))
BOOST_DESCRIBE_STRUCT(GiveFloorTo, (), (person, kind))
BOOST_DESCRIBE_STRUCT(PauseTurn, (), ())
BOOST_DESCRIBE_STRUCT(ResumeTurn, (), ())
BOOST_DESCRIBE_STRUCT(EndTurn, (), ())
BOOST_DESCRIBE_STRUCT(YieldTime, (), (to))
BOOST_DESCRIBE_STRUCT(ExtendTurn, (), (seconds))
BOOST_DESCRIBE_STRUCT(WarnSpeaker, (), ())
BOOST_DESCRIBE_STRUCT(SkipRequest, (), (request))
BOOST_DESCRIBE_STRUCT(MoveRequest, (), (request, position, reason))
BOOST_DESCRIBE_STRUCT(CallLast, (), (seconds))
BOOST_DESCRIBE_STRUCT(OpenList, (), ())
BOOST_DESCRIBE_STRUCT(CloseList, (), ())

}  // namespace talar
