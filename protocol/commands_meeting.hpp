// Commands about people and meetings (commands.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

// People ------------------------------------------------------------------------------------------------------------

/// A person may be new (no id given) or known from another hall.
struct NewMember {
  std::optional<PersonId> person;
  Name name;
  ShortName short_name;
  Seat seat = Seat::expert;
  bool votes = true;
  std::optional<ShortName> group;
};
BOOST_DESCRIBE_STRUCT(NewMember, (), (person, name, short_name, seat, votes, group))

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
/// Meetings and resolutions are numbered from one again.
struct BeginTerm {};
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
BOOST_DESCRIBE_STRUCT(BeginTerm, (), ())
BOOST_DESCRIBE_STRUCT(HandChair, (), (to))
BOOST_DESCRIBE_STRUCT(TakeChair, (), ())

// Meeting -----------------------------------------------------------------------------------------------------------

struct DraftMeeting {
  MeetingContent content;
};
/// The next meeting by the charter's schedule, with its standing items, the unfinished ones of the current meeting and
/// what groups have reported.
struct DraftNextMeeting {};
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
/// Observers and displays see a neutral notice until it ends; the active item is confidential from then on.
struct BeginClosedPart {
  std::optional<Reason> reason;
};
struct EndClosedPart {};
BOOST_DESCRIBE_STRUCT(DraftMeeting, (), (content))
BOOST_DESCRIBE_STRUCT(DraftNextMeeting, (), ())
BOOST_DESCRIBE_STRUCT(EditMeeting, (), (meeting, content))
BOOST_DESCRIBE_STRUCT(DiscardDraft, (), (meeting))
BOOST_DESCRIBE_STRUCT(ConveneMeeting, (), (meeting))
BOOST_DESCRIBE_STRUCT(OpenMeeting, (), (override_reason))
BOOST_DESCRIBE_STRUCT(CallRecess, (), (minutes))
BOOST_DESCRIBE_STRUCT(ResumeMeeting, (), ())
BOOST_DESCRIBE_STRUCT(CloseMeeting, (), ())
BOOST_DESCRIBE_STRUCT(DeclareNotHeld, (), (reason))
BOOST_DESCRIBE_STRUCT(BeginClosedPart, (), (reason))
BOOST_DESCRIBE_STRUCT(EndClosedPart, (), ())

}  // namespace talar
