// Events of the agenda and what comes onto it: items, templates, files, proposals, working groups (events.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

// Agenda ------------------------------------------------------------------------------------------------------------

struct ItemAdded {
  MeetingId meeting;
  ItemId item;
  std::optional<ItemId> parent;
  std::int64_t position = 0;
  ItemContent content;
  std::optional<ItemOrigin> origin;
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
/// outcome: done, deferred or withdrawn. spent: all the time it was active, without recesses. vote: the one of its
/// consent block, which decided it.
struct ItemEnded {
  MeetingId meeting;
  ItemId item;
  ItemState outcome = ItemState::done;
  Millis spent;
  std::optional<Reason> reason;
  std::optional<VoteId> vote;
};
/// Out of its consent block, to this place among the block's own siblings.
struct ItemTakenOut {
  MeetingId meeting;
  ItemId item;
  PersonId by;
  std::optional<ItemId> parent;
  std::int64_t position = 0;
};
struct TemplateSaved {
  TemplateId agenda_template;
  AgendaTemplate content;
};
struct TemplateRemoved {
  TemplateId agenda_template;
};
struct AttachmentAdded {
  MeetingId meeting;
  AttachmentId attachment;
  Attachment content;
  PersonId by;
};
struct AttachmentRemoved {
  MeetingId meeting;
  AttachmentId attachment;
};
BOOST_DESCRIBE_STRUCT(ItemAdded, (), (meeting, item, parent, position, content, origin))
BOOST_DESCRIBE_STRUCT(ItemEdited, (), (meeting, item, content))
BOOST_DESCRIBE_STRUCT(ItemMoved, (), (meeting, item, parent, position))
BOOST_DESCRIBE_STRUCT(ItemRemoved, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(ItemActivated, (), (meeting, item))
BOOST_DESCRIBE_STRUCT(ItemEnded, (), (meeting, item, outcome, spent, reason, vote))
BOOST_DESCRIBE_STRUCT(ItemTakenOut, (), (meeting, item, by, parent, position))
BOOST_DESCRIBE_STRUCT(TemplateSaved, (), (agenda_template, content))
BOOST_DESCRIBE_STRUCT(TemplateRemoved, (), (agenda_template))
BOOST_DESCRIBE_STRUCT(AttachmentAdded, (), (meeting, attachment, content, by))
BOOST_DESCRIBE_STRUCT(AttachmentRemoved, (), (meeting, attachment))

// Proposals ---------------------------------------------------------------------------------------------------------

struct Proposed {
  ProposalId proposal;
  PersonId person;
  ProposalContent content;
};
struct ProposalWithdrawn {
  ProposalId proposal;
};
/// The item follows as ItemAdded.
struct ProposalAccepted {
  ProposalId proposal;
  ItemId item;
  std::optional<Reason> reason;
};
struct ProposalMerged {
  ProposalId proposal;
  ItemId item;
  std::optional<Reason> reason;
};
struct ProposalDeclined {
  ProposalId proposal;
  Reason reason;
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (proposal, person, content))
BOOST_DESCRIBE_STRUCT(ProposalWithdrawn, (), (proposal))
BOOST_DESCRIBE_STRUCT(ProposalAccepted, (), (proposal, item, reason))
BOOST_DESCRIBE_STRUCT(ProposalMerged, (), (proposal, item, reason))
BOOST_DESCRIBE_STRUCT(ProposalDeclined, (), (proposal, reason))

// Working groups. A `letter` waits in the state until the other hall has it
// --------------------------------------------

/// The letter founds the other hall.
struct GroupFounded {
  HallId group;
  Name name;
  std::optional<Date> until;
  List<Member, limits::enrol_batch> members;
  LetterId letter;
};
struct GroupDissolved {
  HallId group;
};
struct ItemReferred {
  MeetingId meeting;
  ItemId item;
  ReferralId referral;
  ReferralContent content;
  LetterId letter;
};
struct ReferralReceived {
  ReferralId referral;
  ReferralContent content;
  Name from_name;
};
struct ReportSent {
  ReferralId referral;
  Text<limits::report_chars> text;
  LetterId letter;
};
struct ReportReceived {
  ReferralId referral;
  Text<limits::report_chars> text;
};
struct LetterConfirmed {
  LetterId letter;
};
BOOST_DESCRIBE_STRUCT(GroupFounded, (), (group, name, until, members, letter))
BOOST_DESCRIBE_STRUCT(GroupDissolved, (), (group))
BOOST_DESCRIBE_STRUCT(ItemReferred, (), (meeting, item, referral, content, letter))
BOOST_DESCRIBE_STRUCT(ReferralReceived, (), (referral, content, from_name))
BOOST_DESCRIBE_STRUCT(ReportSent, (), (referral, text, letter))
BOOST_DESCRIBE_STRUCT(ReportReceived, (), (referral, text))
BOOST_DESCRIBE_STRUCT(LetterConfirmed, (), (letter))

}  // namespace talar
