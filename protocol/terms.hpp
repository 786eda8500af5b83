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
using Url = Text<limits::url_chars>;
using Minutes = Whole<0, limits::item_minutes_max>;
using TurnSeconds = Whole<10, limits::turn_seconds_max>;

BOOST_DEFINE_ENUM_CLASS(Seat, president, vice_president, deputy, district_mayor, council_representative, expert, guest,
                        secretary)
/// Who someone is to a hall right now. chair: presides; staff: the secretariat; guest: voice without vote;
/// observer: no account; display: the hall's projector; kiosk: the tablet at the door, where people check in; system:
/// the server itself (clocks running out, other halls writing).
BOOST_DEFINE_ENUM_CLASS(Role, chair, staff, member, guest, observer, display, kiosk, system)
/// A view is rendered once per audience. Chair and staff share one.
BOOST_DEFINE_ENUM_CLASS(Audience, public_, member, staff, display)

BOOST_DEFINE_ENUM_CLASS(HallKind, chamber, working_group)
BOOST_DEFINE_ENUM_CLASS(MeetingState, drafted, convened, open, recess, closed, not_held)
/// consent: a block whose parts are decided together by one vote, unless a member takes one out.
BOOST_DEFINE_ENUM_CLASS(ItemKind, opening, report, discussion, decision, priorities, information, consent)
BOOST_DEFINE_ENUM_CLASS(ItemState, planned, active, done, deferred, withdrawn)
/// Why an item is on this agenda, when it was not simply written there.
/// minutes: an earlier meeting's are to be approved; follow_up: a resolution that is late or soon due.
BOOST_DEFINE_ENUM_CLASS(OriginKind, standing, carried_over, proposal, referral, report, minutes, follow_up)
/// out: was here and left; excused, unexcused: absent with a recorded reason that was accepted or not.
BOOST_DEFINE_ENUM_CLASS(Presence, absent, excused, unexcused, present, out)
BOOST_DEFINE_ENUM_CLASS(AbsenceKind, excused, unexcused)

/// presentation: the presenter of an item speaks on it. Nobody asks for one; the chair gives it.
BOOST_DEFINE_ENUM_CLASS(SpeechKind, speech, question, reply, point_of_order, presentation)
/// Of a speech: for or against what is on the table.
BOOST_DEFINE_ENUM_CLASS(Stance, for_, against, neutral)
/// What a point of order is about: how the meeting is run, a member's rights, a mistake of fact.
BOOST_DEFINE_ENUM_CLASS(PointOfOrder, procedure, rights, fact)
/// Among requests of the same kind. arrival: in order of asking; first_timers: who has not spoken in this item first;
/// least_time: who has spoken least in this meeting first; alternate_stances, alternate_groups: in turns, as far as
/// there are two sides.
BOOST_DEFINE_ENUM_CLASS(Fairness, arrival, first_timers, least_time, alternate_stances, alternate_groups)
/// Why one waiting request stands before another.
BOOST_DEFINE_ENUM_CLASS(Ground, placed_by_chair, kind, point, waited_long, first_time, less_time, other_stance,
                        other_group, asked_earlier)
BOOST_DEFINE_ENUM_CLASS(RequestState, waiting, speaking, spoken, withdrawn, skipped)

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
  std::optional<ShortName> group;  // shares time and takes turns with others; none: those of the same seat
  bool operator==(const Member&) const = default;
};
BOOST_DESCRIBE_STRUCT(Member, (), (person, name, short_name, seat, votes, group))

/// http or https only (AGD).
struct Link {
  Title title;
  Url url;
  bool operator==(const Link&) const = default;
};
BOOST_DESCRIBE_STRUCT(Link, (), (title, url))

/// What staff and chair may edit of an agenda item.
struct ItemContent {
  Title title;
  std::optional<ShortName> short_title;
  ItemKind kind = ItemKind::discussion;
  std::optional<PersonId> presenter;
  Minutes minutes = 0;
  bool confidential = false;
  List<Text<limits::title_chars>, limits::options> options;  // of a priorities item
  std::optional<List<Link, limits::links>> links;
  std::optional<Text<limits::presenter_notes_chars>> notes;  // for chair and secretariat
  std::optional<MeetingId> approves;                         // whose minutes are to be approved in this item
  bool operator==(const ItemContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ItemContent, (),
                      (title, short_title, kind, presenter, minutes, confidential, options, links, notes, approves))

/// Of what an item was made. item: the one that was carried over or referred, in another meeting or hall.
struct ItemOrigin {
  OriginKind kind = OriginKind::standing;
  std::optional<ItemId> item;
  std::optional<ProposalId> proposal;
  std::optional<ReferralId> referral;
  std::optional<ResolutionId> resolution;
  bool operator==(const ItemOrigin&) const = default;
};
BOOST_DESCRIBE_STRUCT(ItemOrigin, (), (kind, item, proposal, referral, resolution))

/// inside: chair, staff, members and guests; everyone: observers too, unless the item is closed.
BOOST_DEFINE_ENUM_CLASS(Visibility, inside, everyone)

/// A file of an item. Its bytes lie in the database under its id; `digest` is their SHA-256 in hexadecimal.
struct Attachment {
  ItemId item;
  Text<limits::file_name_chars> name;
  Text<100> media_type;  // as sniffed from the bytes (RFC 6838)
  Whole<1, limits::attachment_bytes_max> bytes;
  Text<64, 64> digest;
  Visibility visibility = Visibility::inside;
  bool operator==(const Attachment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (item, name, media_type, bytes, digest, visibility))

/// `depth` counts from 0; an item belongs to the last one before it that is one less deep.
struct TemplateItem {
  Whole<0, limits::item_depth - 1> depth;
  ItemContent content;
  bool operator==(const TemplateItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(TemplateItem, (), (depth, content))

/// An agenda kept for use again.
struct AgendaTemplate {
  Title name;
  List<TemplateItem, limits::template_items> items;
  bool operator==(const AgendaTemplate&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaTemplate, (), (name, items))

BOOST_DEFINE_ENUM_CLASS(ProposalState, submitted, accepted, merged, declined, withdrawn)

/// What somebody proposes to put on an agenda.
struct ProposalContent {
  Title title;
  std::optional<Text<limits::proposal_chars>> text;
  bool operator==(const ProposalContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalContent, (), (title, text))

/// A member of a working group that is being founded.
struct GroupMember {
  PersonId person;
  Seat seat = Seat::expert;
  bool operator==(const GroupMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupMember, (), (person, seat))

/// What a chamber asks of one of its groups (or of any hall): the same on both sides, under the same id.
struct ReferralContent {
  HallId from;
  HallId to;
  ItemId item;  // on the agenda of `from`
  Title title;
  std::optional<Note> task;
  std::optional<Date> due;
  bool confidential = false;  // the item is closed, so what becomes of it elsewhere is closed too
  bool operator==(const ReferralContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralContent, (), (from, to, item, title, task, due, confidential))

/// What staff may edit of a meeting before it opens.
struct MeetingContent {
  std::optional<Title> title;  // beside its number, e.g. an extraordinary meeting's purpose
  Instant starts_at;
  Minutes minutes = 150;
  Place place;
  bool operator==(const MeetingContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingContent, (), (title, starts_at, minutes, place))

/// group: the working group that carries it out.
struct ResolutionContent {
  Text<limits::resolution_chars> text;
  std::optional<VoteId> vote;
  List<PersonId, limits::responsible> responsible;
  std::optional<Date> due;
  std::optional<HallId> group;
  bool operator==(const ResolutionContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResolutionContent, (), (text, vote, responsible, due, group))

}  // namespace talar
