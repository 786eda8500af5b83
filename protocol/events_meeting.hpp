// Events of people and meetings (events.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

// People ------------------------------------------------------------------------------------------------------------

struct HallFounded {
  Name name;
  std::optional<Name> name_en;
  HallKind kind = HallKind::chamber;
  Place place;
  Whole<1, 1000> term = 1;  // meetings and resolutions are numbered within it
  Charter charter;
  std::optional<HallId> parent;  // of a working group
  std::optional<Date> until;     // of a temporary one
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
struct TermBegun {
  Whole<1, 1000> term = 1;
};
struct ChairHanded {
  PersonId to;
};
BOOST_DESCRIBE_STRUCT(HallFounded, (), (name, name_en, kind, place, term, charter, parent, until))
BOOST_DESCRIBE_STRUCT(MembersEnrolled, (), (members))
BOOST_DESCRIBE_STRUCT(MemberEdited, (), (member))
BOOST_DESCRIBE_STRUCT(MemberRemoved, (), (person))
BOOST_DESCRIBE_STRUCT(CharterAmended, (), (charter))
BOOST_DESCRIBE_STRUCT(TermBegun, (), (term))
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
/// Without a reason the wait for the quorum ran out.
struct MeetingNotHeld {
  MeetingId meeting;
  Quorum quorum;
  std::optional<Reason> reason;
};
struct ClosedPartBegun {
  MeetingId meeting;
  std::optional<Reason> reason;
};
struct ClosedPartEnded {
  MeetingId meeting;
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
BOOST_DESCRIBE_STRUCT(ClosedPartBegun, (), (meeting, reason))
BOOST_DESCRIBE_STRUCT(ClosedPartEnded, (), (meeting))

}  // namespace talar
