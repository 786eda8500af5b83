// What an audience sees: one tree `collection/id/field`, sent whole once and then as RFC 7396 merge patches.
// An absent optional is left out of the tree; nothing is ever null in it. What an audience may not see is not in it.
#pragma once

#include <map>

#include "protocol/charter.hpp"
#include "protocol/views_minutes.hpp"

namespace talar {

struct HallView {
  Name name;
  std::optional<Name> name_en;
  HallKind kind = HallKind::chamber;
  std::optional<PersonId> chair;  // who presides now
  std::int64_t term = 1;
  Charter charter;
  std::optional<HallId> parent;  // of a working group
  std::optional<Date> until;     // of a temporary one
  bool operator==(const HallView&) const = default;
};
BOOST_DESCRIBE_STRUCT(HallView, (), (name, name_en, kind, chair, term, charter, parent, until))

/// turns, spoken, presented: in the current meeting (public turns only for audiences that do not see closed items).
/// stands_for: whom this person stands in for; stood_in_by: the other way round.
struct PersonView {
  Name name;
  ShortName short_name;
  Seat seat = Seat::expert;
  bool votes = false;
  std::int64_t order = 0;  // in the roster
  Presence presence = Presence::absent;
  std::optional<Instant> arrived_at;
  std::optional<Instant> departed_at;
  std::optional<Reason> excuse;  // of an absence, accepted or not; staff only
  std::optional<ShortName> group;
  std::optional<PersonId> stands_for;
  std::optional<PersonId> stood_in_by;
  std::int64_t turns = 0;
  Millis spoken;     // without presentations
  Millis presented;  // as presenter of an item
  bool operator==(const PersonView&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (name, short_name, seat, votes, order, presence, arrived_at, departed_at, excuse, group,
                       stands_for, stood_in_by, turns, spoken, presented))

struct MeetingView {
  MeetingState state = MeetingState::drafted;
  std::optional<std::int64_t> number;
  std::int64_t term = 1;
  MeetingContent content;
  Quorum quorum;
  std::optional<Instant> opened_at;
  std::optional<Reason> override_reason;
  std::optional<Instant> recess_since;
  std::optional<Instant> recess_until;
  std::optional<Instant> ended_at;
  std::optional<Reason> not_held_reason;
  std::optional<std::int64_t> expected_number;  // of a draft, if those before it are held
  std::optional<Instant> quorum_deadline;       // while convened without a quorum, where the charter sets one
  std::optional<Instant> closed_since;          // a closed part is running
  std::vector<ItemId> agenda;                   // in reading order, children after their parent
  std::optional<ItemId> active_item;
  std::optional<VoteId> open_vote;
  std::optional<VoteId> shown_result;  // the last closed vote, until the hall goes on (VOT)
  bool minutes_published = false;
  bool operator==(const MeetingView&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (state, number, term, content, quorum, opened_at, override_reason, recess_since, recess_until,
                       ended_at, not_held_reason, expected_number, quorum_deadline, closed_since, agenda, active_item,
                       open_vote, shown_result, minutes_published))

/// For an audience that may not see a confidential item: `closed` is true and of the rest only number, state and
/// minutes.
struct ItemView {
  MeetingId meeting;
  std::optional<ItemId> parent;
  std::vector<std::int64_t> number;  // {3, 2}: second part of the third item
  ItemState state = ItemState::planned;
  bool closed = false;
  std::optional<Title> title;
  std::optional<ShortName> short_title;
  std::optional<ItemKind> kind;
  std::optional<PersonId> presenter;
  Minutes minutes = 0;
  bool confidential = false;
  std::vector<Title> options;
  std::optional<Instant> started_at;  // of the running or last stretch
  std::optional<Instant> ended_at;
  std::optional<Instant> running_since;  // while active and not in recess
  Millis spent;                          // until then; a running item adds now - running_since
  std::optional<Reason> reason;          // deferred, withdrawn
  std::vector<Link> links;
  std::optional<std::string> notes;  // staff only
  std::optional<ItemOrigin> origin;
  std::optional<ItemId> carried_to;    // the item of the next meeting that goes on with it
  std::optional<ReferralId> referral;  // the last one
  std::optional<PersonId> taken_out_by;
  std::optional<VoteId> decided_by;  // the vote of its consent block
  std::vector<PersonId> recused;
  std::optional<MeetingId> approves;  // whose minutes are to be approved in it
  bool operator==(const ItemView&) const = default;
};
BOOST_DESCRIBE_STRUCT(ItemView, (),
                      (meeting, parent, number, state, closed, title, short_title, kind, presenter, minutes,
                       confidential, options, started_at, ended_at, running_since, spent, reason, links, notes, origin,
                       carried_to, referral, taken_out_by, decided_by, recused, approves))

/// Clocks travel as facts: left = limit - (now - started_at - paused_total), now standing still at paused_at.
struct TurnView {
  RequestId request;
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  Instant started_at;
  Millis limit;
  Millis paused_total;
  std::optional<Instant> paused_at;
  std::optional<Instant> warned_at;
  std::int64_t turn_in_item = 1;  // 1: first turn of this person in this item
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
  std::optional<Reason> reason;  // why it was not the first one's turn
  bool operator==(const TurnView&) const = default;
};
BOOST_DESCRIBE_STRUCT(TurnView, (),
                      (request, person, kind, started_at, limit, paused_total, paused_at, warned_at, turn_in_item,
                       stance, point, reason))

/// How many of those before a request stand there for this ground. kind: theirs, when the ground is the kind or the
/// point.
struct Ahead {
  Ground ground = Ground::asked_earlier;
  std::optional<SpeechKind> kind;
  std::int64_t people = 0;
  bool operator==(const Ahead&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ahead, (), (ground, kind, people))

/// limit: what the charter and the budgets would give the turn now. ahead, limit: inside only.
struct RequestView {
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
  Instant asked_at;
  std::optional<Note> note;
  std::optional<Reason> moved_reason;
  std::vector<Ahead> ahead;
  std::optional<Millis> limit;
  bool operator==(const RequestView&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequestView, (), (person, kind, stance, point, asked_at, note, moved_reason, ahead, limit))

/// Of the active item. `queue` holds the waiting requests in the order in which they will be called.
struct FloorView {
  bool list_open = false;
  std::optional<Instant> list_closes_at;  // the last call has gone out
  std::optional<TurnView> turn;
  std::optional<TurnView> interrupted;  // stands still until `turn` has ended
  std::vector<RequestId> queue;
  std::map<RequestId, RequestView> requests;
  bool operator==(const FloorView&) const = default;
};
BOOST_DESCRIBE_STRUCT(FloorView, (), (list_open, list_closes_at, turn, interrupted, queue, requests))

/// A show of hands that was corrected after closing: what stood before.
struct CorrectionView {
  Instant at;
  std::optional<PersonId> by;
  Reason reason;
  HandCount before;
  bool operator==(const CorrectionView&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (), (at, by, reason, before))

/// While open only the turnout is known, of secret votes in steps; who chose what appears at closing, in a roll call
/// and where the charter says so at once. Prepared votes are for chair and staff. rules, weights, key, fingerprint:
/// once it is open. hands: for the desk while open. collectors: who has taken a ballot of a secret vote, at closing.
struct VoteView {
  ItemId item;
  VoteState state = VoteState::prepared;
  VoteContent content;
  std::optional<Instant> opened_at;
  std::optional<Instant> deadline;
  std::optional<Instant> closed_at;
  std::vector<PersonId> electorate;
  std::int64_t cast = 0;
  std::optional<CloseCause> cause;
  std::optional<VoteResult> result;
  std::map<PersonId, Ballot> ballots;
  std::optional<VoteId> follows;
  std::optional<FollowKind> follow_kind;
  std::optional<VoteId> followed_by;  // the last that follows on it
  std::optional<VotingRules> rules;
  std::map<PersonId, std::int64_t> weights;  // of those with more than one vote
  std::optional<Instant> warned_at;
  std::optional<PersonId> objected_by;
  std::optional<HandCount> hands;
  std::vector<CorrectionView> corrections;
  std::optional<Instant> voided_at;
  std::optional<Reason> void_reason;
  std::optional<std::string> key;  // DER SubjectPublicKeyInfo, base64
  std::int64_t issued = 0;         // ballots handed out, in steps while open
  std::optional<Instant> casts_until;
  std::optional<SecretCount> secret;
  std::vector<PersonId> collectors;
  std::int64_t order = 0;  // what was prepared first comes first
  bool operator==(const VoteView&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteView, (),
                      (item, state, content, opened_at, deadline, closed_at, electorate, cast, cause, result, ballots,
                       follows, follow_kind, followed_by, rules, weights, warned_at, objected_by, hands, corrections,
                       voided_at, void_reason, key, issued, casts_until, secret, collectors, order))

struct ResolutionView {
  std::int64_t number = 0;
  ItemId item;
  Instant at;
  ResolutionContent content;
  std::optional<Reason> void_reason;
  bool operator==(const ResolutionView&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResolutionView, (), (number, item, at, content, void_reason))

struct MessageView {
  std::string text;
  Instant at;
  bool operator==(const MessageView&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (text, at))

/// For the desk all of them; everybody else sees their own (Me).
struct ProposalView {
  PersonId person;
  Instant at;
  ProposalContent content;
  ProposalState state = ProposalState::submitted;
  std::optional<Instant> decided_at;
  std::optional<Reason> reason;
  std::optional<ItemId> item;  // that it became or is dealt with in
  bool operator==(const ProposalView&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (person, at, content, state, decided_at, reason, item))

struct GroupView {
  Name name;
  std::optional<Date> until;
  Instant founded_at;
  std::optional<Instant> dissolved_at;
  bool operator==(const GroupView&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (name, until, founded_at, dissolved_at))

/// On both sides. other: the name of the hall that asked, on the side that was asked. taken_up: the item here that goes
/// on with what has come (there the referral, here the report). Inside only; not of closed items where they are closed.
struct ReferralView {
  ReferralContent content;
  Instant at;
  std::optional<Name> other;
  std::optional<ItemId> taken_up;
  std::optional<std::string> report;
  std::optional<Instant> reported_at;
  bool operator==(const ReferralView&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralView, (), (content, at, other, taken_up, report, reported_at))

/// `meetings` holds the current meeting (`current`) and, for chair and staff, the drafts.
struct View {
  HallView hall;
  std::map<PersonId, PersonView> people;
  std::optional<MeetingId> current;
  std::map<MeetingId, MeetingView> meetings;
  std::map<ItemId, ItemView> items;
  std::map<AttachmentId, Attachment> attachments;
  std::optional<FloorView> floor;  // while an item is active and this audience may see it
  std::map<VoteId, VoteView> votes;
  std::map<ResolutionId, ResolutionView> resolutions;
  std::optional<MinutesView> minutes;
  std::optional<MessageView> message;
  std::map<TemplateId, AgendaTemplate> templates;  // desk
  std::map<ProposalId, ProposalView> proposals;    // desk
  std::map<HallId, GroupView> groups;
  std::map<ReferralId, ReferralView> referrals;  // inside
  std::map<MeetingId, RecordView> records;       // inside
  std::map<PhraseId, Phrase> phrases;            // desk
  bool operator==(const View&) const = default;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (hall, people, current, meetings, items, attachments, floor, votes, resolutions, minutes, message,
                       templates, proposals, groups, referrals, records, phrases))

/// A resolution that is one's own to carry out.
struct TaskView {
  std::int64_t number = 0;
  MeetingId meeting;  // that adopted it
  Text<limits::resolution_chars> text;
  std::optional<Date> due;
  FollowUpState state = FollowUpState::adopted;
  bool operator==(const TaskView&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskView, (), (number, meeting, text, due, state))

/// What only one person sees. Sent to each of the person's devices, whole, when it changes.
struct Me {
  PersonId person;
  Name name;
  Role role = Role::member;
  Seat seat = Seat::expert;
  bool votes = false;
  std::map<VoteId, Ballot> ballots;              // one's own, in open votes and closed ones
  std::map<VoteId, std::string> collected;       // the digest of one's blinded ballot, in secret votes
  std::map<ProposalId, ProposalView> proposals;  // one's own
  std::map<ResolutionId, TaskView> tasks;        // unfinished ones, those due first
  bool operator==(const Me&) const = default;
};
BOOST_DESCRIBE_STRUCT(Me, (), (person, name, role, seat, votes, ballots, collected, proposals, tasks))

}  // namespace talar
