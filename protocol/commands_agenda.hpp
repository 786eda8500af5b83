// Commands about the agenda and what comes onto it: items, templates, files, proposals, working groups (commands.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

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

/// The unfinished items of the current meeting, as far as they have not been, go into a draft.
struct CarryOver {
  MeetingId to;
};
/// A member wants one part of a consent block to be dealt with by itself: it comes right after the block.
struct TakeOut {
  ItemId item;
};
/// The meeting's agenda as a template; one of the same name is replaced.
struct SaveTemplate {
  Title name;
  MeetingId meeting;
};
struct RemoveTemplate {
  TemplateId agenda_template;
};
/// Adds the template's items at the end.
struct ApplyTemplate {
  TemplateId agenda_template;
  MeetingId meeting;
};
/// The server's own, once the bytes are in the database and `by` has been found allowed.
struct Attach {
  AttachmentId attachment;
  Attachment content;
  PersonId by;
};
struct RemoveAttachment {
  AttachmentId attachment;
};
BOOST_DESCRIBE_STRUCT(CarryOver, (), (to))
BOOST_DESCRIBE_STRUCT(TakeOut, (), (item))
BOOST_DESCRIBE_STRUCT(SaveTemplate, (), (name, meeting))
BOOST_DESCRIBE_STRUCT(RemoveTemplate, (), (agenda_template))
BOOST_DESCRIBE_STRUCT(ApplyTemplate, (), (agenda_template, meeting))
BOOST_DESCRIBE_STRUCT(Attach, (), (attachment, content, by))
BOOST_DESCRIBE_STRUCT(RemoveAttachment, (), (attachment))

// Proposals ---------------------------------------------------------------------------------------------------------

struct Propose {
  ProposalContent content;
};
/// By the person who proposed.
struct WithdrawProposal {
  ProposalId proposal;
};
/// Becomes an item at the end of the meeting's agenda.
struct AcceptProposal {
  ProposalId proposal;
  MeetingId meeting;
  std::optional<Reason> reason;
};
/// Is dealt with in an item that is there already.
struct MergeProposal {
  ProposalId proposal;
  ItemId item;
  std::optional<Reason> reason;
};
struct DeclineProposal {
  ProposalId proposal;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (content))
BOOST_DESCRIBE_STRUCT(WithdrawProposal, (), (proposal))
BOOST_DESCRIBE_STRUCT(AcceptProposal, (), (proposal, meeting, reason))
BOOST_DESCRIBE_STRUCT(MergeProposal, (), (proposal, item, reason))
BOOST_DESCRIBE_STRUCT(DeclineProposal, (), (proposal, reason))

// Working groups ----------------------------------------------------------------------------------------------------

/// A sub-hall with its own members, chair and meetings. `until`: a temporary group's last day.
struct FoundGroup {
  Name name;
  std::optional<Date> until;
  List<GroupMember, limits::enrol_batch> members;
};
struct DissolveGroup {
  HallId group;
};
struct ReferItem {
  ItemId item;
  HallId to;
  std::optional<Note> task;
  std::optional<Date> due;
};
/// What has come from another hall (a referral, or the report on one's own) becomes an item of the meeting.
struct TakeUpReferral {
  ReferralId referral;
  MeetingId meeting;
};
/// Answers a referral; it comes onto the agenda of the hall that asked.
struct SendReport {
  ReferralId referral;
  Text<limits::report_chars> text;
};
/// The server's own: halls write to each other through it.
struct ReceiveReferral {
  ReferralId referral;
  ReferralContent content;
  Name from_name;
};
struct ReceiveReport {
  ReferralId referral;
  Text<limits::report_chars> text;
};
struct ConfirmLetter {
  LetterId letter;
};
BOOST_DESCRIBE_STRUCT(FoundGroup, (), (name, until, members))
BOOST_DESCRIBE_STRUCT(DissolveGroup, (), (group))
BOOST_DESCRIBE_STRUCT(ReferItem, (), (item, to, task, due))
BOOST_DESCRIBE_STRUCT(TakeUpReferral, (), (referral, meeting))
BOOST_DESCRIBE_STRUCT(SendReport, (), (referral, text))
BOOST_DESCRIBE_STRUCT(ReceiveReferral, (), (referral, content, from_name))
BOOST_DESCRIBE_STRUCT(ReceiveReport, (), (referral, text))
BOOST_DESCRIBE_STRUCT(ConfirmLetter, (), (letter))

}  // namespace talar
