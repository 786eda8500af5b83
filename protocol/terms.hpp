// The terms of the hall: enumerations and small values that commands, events and views share.
// An enumerator's name is its word on the wire; one trailing '_' (public_) keeps clear of C++ keywords and is not sent.
#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "protocol/id.hpp"
#include "protocol/limits.hpp"
#include "protocol/values.hpp"

namespace talar {

using Name = Text<limits::name_chars>;
using ShortName = Text<limits::short_name_chars>;
using Title = Text<limits::title_chars>;
using Question = Text<limits::question_chars>;
using Reason = Text<limits::reason_chars>;
using Note = Text<limits::note_chars>;
using Place = Text<limits::place_chars>;
using Minutes = Whole<0, limits::item_minutes_max>;

BOOST_DEFINE_ENUM_CLASS(Seat, president, vice_president, deputy, district_mayor, council_representative, expert, guest, secretary)
/// Who someone is to a hall right now. chair: presides; staff: the secretariat; guest: voice without vote;
/// observer: no account; display: the hall's projector; system: the server itself (clocks running out).
BOOST_DEFINE_ENUM_CLASS(Role, chair, staff, member, guest, observer, display, system)
/// A view is rendered once per audience. Chair and staff share one.
BOOST_DEFINE_ENUM_CLASS(Audience, public_, member, staff, display)

BOOST_DEFINE_ENUM_CLASS(HallKind, chamber, working_group)
BOOST_DEFINE_ENUM_CLASS(MeetingState, drafted, convened, open, recess, closed, not_held)
BOOST_DEFINE_ENUM_CLASS(ItemKind, opening, report, discussion, decision, priorities, information)
BOOST_DEFINE_ENUM_CLASS(ItemState, planned, active, done, deferred, withdrawn)
/// out: was here and left; excused: absent with a recorded reason.
BOOST_DEFINE_ENUM_CLASS(Presence, absent, excused, present, out)

/// In ascending order of precedence: points of order come before replies, replies before speeches.
BOOST_DEFINE_ENUM_CLASS(SpeechKind, speech, reply, point_of_order)
BOOST_DEFINE_ENUM_CLASS(RequestState, waiting, speaking, spoken, withdrawn, skipped)

BOOST_DEFINE_ENUM_CLASS(Choice, approve, against, abstain)
BOOST_DEFINE_ENUM_CLASS(VoteState, prepared, open, closed)
/// What a threshold is taken of. valid: approve + against; cast: valid + abstain; present: entitled voters present at
/// closing; entitled: the electorate fixed at opening; members: all members with the right to vote.
BOOST_DEFINE_ENUM_CLASS(Base, valid, cast, present, entitled, members)
/// simple: more approve than against. absolute: more than half of the base. The others: at least that share of the base.
BOOST_DEFINE_ENUM_CLASS(MajorityKind, simple, absolute, two_thirds, three_quarters, fraction)
BOOST_DEFINE_ENUM_CLASS(Comparison, at_least, more_than)
BOOST_DEFINE_ENUM_CLASS(Outcome, adopted, rejected, tied)
BOOST_DEFINE_ENUM_CLASS(CloseCause, chair, deadline)

/// numerator/denominator, compared exactly. numerator <= denominator is checked by the rules (VOT).
struct Fraction {
  Whole<1, 1000> numerator;
  Whole<1, 1000> denominator;
  Comparison comparison = Comparison::at_least;
  bool operator==(const Fraction&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fraction, (), (numerator, denominator, comparison))

/// fraction is given exactly when kind is `fraction`.
struct Majority {
  MajorityKind kind = MajorityKind::simple;
  std::optional<Fraction> fraction;
  bool operator==(const Majority&) const = default;
};
BOOST_DESCRIBE_STRUCT(Majority, (), (kind, fraction))

/// How a vote is decided.
struct VoteRule {
  Base base = Base::valid;
  Majority majority;
  bool operator==(const VoteRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteRule, (), (base, majority))

struct Tally {
  std::int64_t approve = 0;
  std::int64_t against = 0;
  std::int64_t abstain = 0;
  std::int64_t not_cast = 0;
  bool operator==(const Tally&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (approve, against, abstain, not_cast))

/// base_count: the base in votes; needed: approvals needed of it (for a simple majority: against + 1).
struct VoteResult {
  Tally tally;
  std::int64_t base_count = 0;
  std::int64_t needed = 0;
  Outcome outcome = Outcome::rejected;
  bool operator==(const VoteResult&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteResult, (), (tally, base_count, needed, outcome))

/// The hall's standing rules.
struct Charter {
  Fraction quorum{1, 2, Comparison::more_than};  // of the members with the right to vote
  Whole<10, limits::turn_seconds_max> speech_seconds = 180;
  Whole<10, limits::turn_seconds_max> reply_seconds = 60;
  Whole<10, limits::turn_seconds_max> point_of_order_seconds = 60;
  VoteRule vote_rule;  // offered when a vote is prepared
  bool operator==(const Charter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Charter, (), (quorum, speech_seconds, reply_seconds, point_of_order_seconds, vote_rule))

/// Members with the right to vote who are present, against the number the charter asks for.
struct Quorum {
  std::int64_t present = 0;
  std::int64_t needed = 0;
  std::int64_t members = 0;
  bool met = false;
  bool operator==(const Quorum&) const = default;
};
BOOST_DESCRIBE_STRUCT(Quorum, (), (present, needed, members, met))

/// A person's membership of a hall. Seats may carry an office instead of a personal name.
struct Member {
  PersonId person;
  Name name;
  ShortName short_name;
  Seat seat = Seat::expert;
  bool votes = true;
  bool operator==(const Member&) const = default;
};
BOOST_DESCRIBE_STRUCT(Member, (), (person, name, short_name, seat, votes))

/// What staff and chair may edit of an agenda item.
struct ItemContent {
  Title title;
  std::optional<ShortName> short_title;
  ItemKind kind = ItemKind::discussion;
  std::optional<PersonId> presenter;
  Minutes minutes = 0;
  bool confidential = false;
  List<Text<limits::title_chars>, limits::options> options;  // of a priorities item
  bool operator==(const ItemContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ItemContent, (), (title, short_title, kind, presenter, minutes, confidential, options))

/// What staff may edit of a meeting before it opens.
struct MeetingContent {
  std::optional<Title> title;  // beside its number, e.g. an extraordinary meeting's purpose
  Instant starts_at;
  Minutes minutes = 150;
  Place place;
  bool operator==(const MeetingContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingContent, (), (title, starts_at, minutes, place))

/// What is put to the vote. Without `seconds` only the chair closes it.
struct VoteContent {
  Question question;
  VoteRule rule;
  std::optional<Whole<10, limits::vote_seconds_max>> seconds;
  bool operator==(const VoteContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteContent, (), (question, rule, seconds))

struct ResolutionContent {
  Text<limits::resolution_chars> text;
  std::optional<VoteId> vote;
  List<PersonId, limits::responsible> responsible;
  std::optional<Date> due;
  bool operator==(const ResolutionContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResolutionContent, (), (text, vote, responsible, due))

}  // namespace talar
