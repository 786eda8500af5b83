// Everything the rules know about one hall, rebuilt from its events alone. Values with a view of the same shape are
// that view.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "protocol/views.hpp"

namespace talar::hall {

using Turn = TurnView;
using Resolution = ResolutionView;
using Entry = EntryView;

/// One asking for the floor. It stays here whatever becomes of it.
struct Request {
  PersonId person;
  SpeechKind kind = SpeechKind::speech;
  Instant asked_at;
  std::optional<Note> note;
  std::optional<Reason> moved_reason;  // the chair has put it somewhere else
  RequestState state = RequestState::waiting;
  std::optional<Stance> stance;
  std::optional<PointOfOrder> point;
  std::optional<std::int64_t> place;  // where the chair has put it, counted from the front of the queue as it is now
  std::int64_t passed = 0;            // how often somebody who asked later was called before
  std::int64_t asked = 0;             // seq of the asking: its order, whatever the clock said
  bool operator==(const Request&) const = default;
};

/// What one person has said in one item. Presentations stand apart.
struct Speech {
  std::int64_t turns = 0;
  std::int64_t heard = 0;  // of these turns all but the points of order
  Millis spoken;
  Millis presented;
  Millis budgeted;  // taken from the budgets: of `spoken` what counts, and what was given to others
  Millis credit;    // given by others, for the next turn
  bool operator==(const Speech&) const = default;
};

/// The same person's sum over all items.
struct SpeechTotal {
  Millis spoken;
  Millis budgeted;
  bool operator==(const SpeechTotal&) const = default;
};

struct Item {
  std::optional<ItemId> parent;
  ItemContent content;
  ItemState state = ItemState::planned;
  std::optional<Instant> started_at;  // of the running or last stretch
  std::optional<Instant> ended_at;
  std::optional<Instant> running_since;  // while active and not in recess
  Millis spent;                          // before that
  std::optional<Reason> reason;
  std::optional<ItemOrigin> origin;
  std::optional<ItemId> carried_to;
  std::optional<ReferralId> referral;  // the last one
  std::optional<PersonId> taken_out_by;
  std::optional<VoteId> decided_by;
  std::map<PersonId, std::optional<Reason>> recused;
  bool list_open = true;
  std::optional<Instant> list_closes_at;
  std::map<RequestId, Request> requests;
  std::vector<RequestId> queue;  // exactly the waiting ones, in the order in which they will be called
  std::map<PersonId, Speech> speeches;
  std::optional<PersonId> last_speaker;  // began the last turn that was no presentation
  std::optional<Stance> last_stance;     // for or against: the last speech that took a side
  bool operator==(const Item&) const = default;
};

struct Vote {
  ItemId item;
  std::int64_t order = 0;  // seq of its preparation
  VoteState state = VoteState::prepared;
  VoteContent content;
  std::optional<Instant> opened_at;
  std::optional<Instant> deadline;
  std::optional<Instant> closed_at;
  std::vector<PersonId> electorate;  // sorted
  std::set<PersonId> holders;        // whose seats the electorate votes with: its own, or those it stands in for
  std::map<PersonId, Ballot> ballots;
  std::optional<CloseCause> cause;
  std::optional<VoteResult> result;
  std::optional<VoteId> follows;
  std::optional<FollowKind> follow_kind;
  std::optional<VoteId> followed_by;
  VotingRules rules;                         // once it is open
  std::map<PersonId, std::int64_t> weights;  // of those with more than one vote
  std::optional<Instant> warned_at;
  std::optional<PersonId> objected_by;
  std::optional<HandCount> hands;
  std::vector<CorrectionView> corrections;
  std::optional<Instant> voided_at;
  std::optional<Reason> void_reason;
  std::optional<std::string> key;          // of a secret vote, as is all that follows
  std::map<PersonId, std::string> issued;  // whose blinded ballot, by its digest, is signed
  std::int64_t cast_noted = 0;
  std::optional<Instant> casts_until;
  std::optional<SecretCount> secret;
  bool operator==(const Vote&) const = default;
};

struct Attendance {
  Presence presence = Presence::absent;
  std::optional<Instant> arrived_at;   // last time
  std::optional<Instant> departed_at;  // last time, while away
  std::optional<Reason> excuse;
  bool operator==(const Attendance&) const = default;
};

/// The text of one item, which several people may be writing. version 0: nothing written yet.
struct MinutesText {
  std::string text;
  std::int64_t version = 0;
  Instant at;
  std::optional<PersonId> by;
  std::optional<TextHold> hold;  // also when it has run out
  std::map<std::int64_t, RecentUpdate> recent;
  std::size_t recent_chars = 0;  // that these insert in all
  bool operator==(const MinutesText&) const = default;
};

/// What is put on record of a meeting, and how far that has come.
struct Record {
  RecordState state = RecordState::draft;
  std::int64_t number = 0;
  std::int64_t term = 1;
  std::map<ItemId, MinutesText> texts;    // where something was written; of an earlier meeting every item's
  std::map<std::int64_t, Entry> entries;  // by seq
  std::map<ResolutionId, Resolution> resolutions;
  std::optional<Instant> circulated_at;
  std::optional<Date> corrections_until;
  std::map<CorrectionId, CorrectionProposal> corrections;
  std::set<PersonId> present;  // members who were there at some time: known once the meeting has ended
  std::optional<Instant> approved_at;
  std::optional<MeetingId> approved_in;
  std::optional<VoteId> approval_vote;
  std::vector<PersonId> signers;  // once it is approved
  std::map<PersonId, Instant> signatures;
  std::optional<Instant> sealed_at;
  std::optional<Seal> seal;
  std::int64_t addenda = 0;
  std::int64_t seq = 0;  // of the meeting's last event
  bool operator==(const Record&) const = default;
};

/// A resolution on its way, whatever became of the meeting that adopted it.
struct Task {
  MeetingId meeting;
  ItemId item;
  std::int64_t number = 0;
  Text<limits::resolution_chars> text;
  std::vector<PersonId> responsible;
  std::optional<HallId> group;
  std::optional<Date> due;  // as it stands now
  bool closed = false;      // of a closed item
  FollowUpState state = FollowUpState::adopted;
  std::int64_t notes = 0;
  std::int64_t own_notes = 0;  // of these, not by chair or staff
  std::optional<Instant> finished_at;
  bool operator==(const Task&) const = default;
};

struct Meeting {
  MeetingState state = MeetingState::drafted;
  std::optional<std::int64_t> number;
  std::int64_t term = 1;
  MeetingContent content;
  std::optional<Instant> opened_at;
  std::optional<Reason> override_reason;
  std::optional<Instant> recess_since;
  std::optional<Instant> recess_until;
  std::optional<Instant> ended_at;
  std::optional<Reason> not_held_reason;
  std::optional<Instant> convened_at;
  std::optional<Instant> quorum_lost_at;  // the last time, before it opened
  std::optional<Instant> closed_since;    // a closed part is running
  bool minutes_published = false;

  std::map<ItemId, Item> items;
  std::map<std::optional<ItemId>, std::vector<ItemId>> levels;  // of the agenda: what stands below an item, or on top
  std::optional<ItemId> active_item;
  std::optional<Turn> turn;         // in the active item
  std::optional<Turn> interrupted;  // stands still until that turn has ended
  bool goes_on = false;             // the interrupted turn, by itself: it did not stand still before
  std::map<PersonId, SpeechTotal> speech_totals;
  std::map<AttachmentId, Attachment> attachments;

  std::map<VoteId, Vote> votes;
  std::optional<VoteId> open_vote;
  std::optional<VoteId> shown_result;
  std::map<PersonId, Attendance> attendance;  // whoever is not in here is absent
  std::map<PersonId, PersonId> substitutes;   // who stands in for whom, by the absent one
  std::map<PersonId, std::size_t> comings;    // how often they came, left or were recused by themselves (PRS-20)
  std::int64_t voters_present = 0;            // with a vote of their own or of somebody's (MTG-5)
  Record record;
  bool operator==(const Meeting&) const = default;
};

struct Enrolled {
  Member member;
  std::int64_t order = 0;  // in the roster; never given twice
  bool operator==(const Enrolled&) const = default;
};

/// A letter waits until the other hall has confirmed it. Of what it says, the referral or the group is the record.
struct Letter {
  HallId to;
  std::optional<ReferralId> referral;  // sent there or, when it came from there, answered; none: the letter founds `to`
  bool operator==(const Letter&) const = default;
};

struct Group {
  Name name;
  std::optional<Date> until;
  Instant founded_at;
  std::optional<Instant> dissolved_at;
  std::vector<Member> founders;  // until the group has been founded
  bool operator==(const Group&) const = default;
};

/// What is left of an ended meeting once the next one is convened.
struct PastMeeting {
  MeetingState state = MeetingState::closed;
  bool minutes_published = false;
  RecordState record = RecordState::draft;  // this and what follows: once its record is the archive's alone
  std::int64_t addenda = 0;
  bool operator==(const PastMeeting&) const = default;
};

struct State {
  std::int64_t seq = 0;  // of the last event; 0: not founded

  Name name;
  std::optional<Name> name_en;
  HallKind kind = HallKind::chamber;
  Place place;
  std::int64_t term = 1;
  Charter charter;  // complete: floor, presence and voting are never missing
  std::optional<HallId> parent;
  std::optional<Date> until;
  std::map<PersonId, Enrolled> members;
  std::int64_t voters = 0;  // those of them with the right to vote
  std::int64_t last_order = 0;
  std::optional<PersonId> chair;  // who presides

  std::map<MeetingId, Meeting> meetings;  // the drafts and the current one
  std::optional<MeetingId> current;       // convened, running, or ended and not yet followed by another
  std::map<MeetingId, PastMeeting> past;
  std::map<MeetingId, Record> records;    // of past meetings, those at hand
  std::int64_t meetings_numbered = 0;     // in this term
  std::int64_t resolutions_numbered = 0;  // in this term

  std::map<TemplateId, AgendaTemplate> templates;
  std::map<ProposalId, ProposalView> proposals;
  std::map<HallId, Group> groups;
  std::map<ReferralId, ReferralView> referrals;  // sent and received
  std::map<LetterId, Letter> letters;            // not confirmed yet
  std::map<PhraseId, Phrase> phrases;
  std::map<ResolutionId, Task> tasks;

  std::optional<MessageView> message;
  bool operator==(const State&) const = default;
};

}  // namespace talar::hall
