// What each event may change, in the view of any audience. Rather too much than too little: what is named and has not
// changed costs a moment, what changes and is not named stays wrong on every screen (the simulation looks for it).
#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/hall.hpp"
#include "server/hall/lookup.hpp"

namespace talar::hall {
namespace {

class Touch {
 public:
  explicit Touch(const State& after) : state_(after) {}

  Parts parts;

  // People: whoever is or is not on the roster counts in every quorum, and the first president takes the chair.
  void operator()(const HallFounded&) { parts.everything = true; }
  void operator()(const MembersEnrolled& e) {
    for (const Member& member : e.members) enrolled(member.person);
    quorums();
  }
  void operator()(const MemberEdited& e) {
    enrolled(e.member.person);
    quorums();
    waiting();  // they take turns and share time by their groups
  }
  void operator()(const MemberRemoved& e) {
    enrolled(e.person);
    quorums();
    for (const auto& [id, meeting] : state_.meetings)  // of which they may have been recused
      for (const auto& [item, content] : meeting.items) parts.items.insert(item);
  }
  void operator()(const CharterAmended&) {
    quorums();
    waiting();
  }
  void operator()(const TermBegun&) {
    parts.hall = true;
    meetings();  // the numbers that drafts expect
  }
  void operator()(const ChairHanded&) {
    parts.hall = true;
    for (const auto& [person, member] : state_.members)  // between these it has gone (CHR-2)
      if (may_preside(member.member)) parts.me.insert(person);
    noted();
  }

  // Meeting.
  void operator()(const MeetingDrafted&) { meetings(); }  // the numbers that drafts expect
  void operator()(const MeetingEdited&) { meetings(); }
  void operator()(const DraftDiscarded&) { parts.everything = true; }
  void operator()(const MeetingConvened&) {
    parts.everything = true;
    parts.everybody = true;  // their ballots are the archive's now
  }
  void operator()(const MeetingOpened& e) { meeting_noted(e.meeting); }
  void operator()(const RecessCalled& e) {
    item_clock(e.meeting);
    parts.floor.list_closes_at = true;
  }
  void operator()(const MeetingResumed& e) { item_clock(e.meeting); }
  void operator()(const MeetingClosed& e) { meeting_noted(e.meeting); }
  void operator()(const MeetingNotHeld& e) {
    parts.meetings.insert(e.meeting);
    parts.records.insert(e.meeting);
  }
  void operator()(const ClosedPartBegun&) { parts.everything = true; }
  void operator()(const ClosedPartEnded&) { parts.everything = true; }

  // Agenda.
  void operator()(const ItemAdded& e) {
    parts.meetings.insert(e.meeting);
    const Meeting& meeting = state_.meetings.at(e.meeting);
    const auto& level = level_below(meeting, e.parent);
    for (auto item = level.begin() + e.position; item != level.end(); ++item) with_parts(meeting, *item);
    if (e.origin && e.origin->item) parts.items.insert(*e.origin->item);  // it has been carried over
    if (e.origin && e.origin->referral) parts.referrals.insert(*e.origin->referral);
  }
  void operator()(const ItemEdited& e) {
    if (e.content.confidential) {
      parts.everything = true;  // it may hide votes, turns and the floor from now on
    } else {
      const Meeting& meeting = state_.meetings.at(e.meeting);
      with_parts(meeting, e.item);  // what it may uncover has nothing else yet but files (CNF-3)
      for (const auto& [id, file] : meeting.attachments)
        if (inside(meeting, file.item, e.item)) parts.attachments.insert(id);
    }
  }
  void operator()(const ItemMoved&) { parts.everything = true; }
  void operator()(const ItemTakenOut&) { parts.everything = true; }
  void operator()(const ItemRemoved& e) {
    parts.meetings.insert(e.meeting);
    parts.items.insert(e.item);
    parts.minutes.texts.insert(e.item);  // that somebody may have held
    for (const auto& [item, content] : state_.meetings.at(e.meeting).items) parts.items.insert(item);
    for (const auto& [id, referral] : state_.referrals)
      if (!referral.taken_up) parts.referrals.insert(id);  // perhaps until now
    if (!state_.current) return;
    for (const auto& [id, item] : state_.meetings.at(*state_.current).items)
      if (may_be_carried(item)) parts.items.insert(id);
  }
  void operator()(const ItemActivated& e) { on_the_table(e); }
  void operator()(const ItemEnded& e) { on_the_table(e); }
  void operator()(const TemplateSaved& e) { parts.templates.insert(e.agenda_template); }
  void operator()(const TemplateRemoved& e) { parts.templates.insert(e.agenda_template); }
  void operator()(const AttachmentAdded& e) { parts.attachments.insert(e.attachment); }
  void operator()(const AttachmentRemoved& e) { parts.attachments.insert(e.attachment); }

  // Presence.
  void operator()(const MemberArrived& e) { comes_or_goes(e); }
  void operator()(const MemberDeparted& e) { comes_or_goes(e); }
  void operator()(const AbsenceRecorded& e) {
    parts.people.insert(e.person);
    noted();
  }

  void operator()(const SubstituteNamed& e) { stands_in(e); }
  void operator()(const SubstitutionEnded& e) { stands_in(e); }
  void operator()(const MemberRecused& e) { recusal(e); }
  void operator()(const RecusalLifted& e) { recusal(e); }

  // Floor. Somebody who leaves takes back requests in items that are not active as well.
  void operator()(const FloorRequested& e) { queue(e); }
  void operator()(const RequestWithdrawn& e) { queue(e); }
  void operator()(const RequestSkipped& e) { queue(e); }
  void operator()(const RequestMoved& e) {
    queue(e);
    noted();
  }
  void operator()(const ListOpened&) { list(); }
  void operator()(const ListClosed&) { list(); }
  void operator()(const LastCalled&) { list(); }
  void operator()(const TurnStarted& e) {
    queue(e);
    goes_on(e.meeting);
    parts.floor.interrupted = true;
  }
  void operator()(const TurnPaused&) { parts.floor.turn = true; }
  void operator()(const TurnResumed& e) { goes_on(e.meeting); }
  void operator()(const TurnExtended&) { parts.floor.turn = true; }
  void operator()(const SpeakerWarned&) { parts.floor.turn = true; }
  void operator()(const TimeYielded&) {
    waiting();
    noted();
  }
  void operator()(const TurnEnded& e) {
    parts.floor.turn = parts.floor.interrupted = true;
    parts.people.insert(e.person);
    waiting();
    noted();
  }

  // Votes.
  void operator()(const VotePrepared& e) {
    parts.votes.insert(e.vote);
    if (e.follows) parts.votes.insert(*e.follows);
  }
  void operator()(const VoteEdited& e) { parts.votes.insert(e.vote); }
  void operator()(const VoteDiscarded& e) {
    parts.votes.insert(e.vote);
    for (const auto& [id, vote] : state_.meetings.at(e.meeting).votes)  // on one of these it followed, perhaps
      if (vote.closed_at || vote.voided_at) parts.votes.insert(id);
  }
  void operator()(const CandidateWithdrawn& e) { parts.votes.insert(e.vote); }
  void operator()(const VoteOpened& e) {
    parts.votes.insert(e.vote);
    const auto follows = state_.meetings.at(e.meeting).votes.at(e.vote).follows;
    if (follows) parts.votes.insert(*follows);  // from now on everybody sees what follows on it
    parts.meetings.insert(e.meeting);
  }
  void operator()(const VoterAdmitted& e) { parts.votes.insert(e.vote); }
  void operator()(const BallotCast& e) {
    parts.votes.insert(e.vote);
    parts.me.insert(e.person);
  }
  void operator()(const ObjectionRaised& e) { parts.votes.insert(e.vote); }
  void operator()(const HandsCounted& e) { parts.votes.insert(e.vote); }
  void operator()(const VotersWarned& e) { parts.votes.insert(e.vote); }
  void operator()(const VoteExtended& e) { parts.votes.insert(e.vote); }
  void operator()(const BallotIssued& e) {
    parts.votes.insert(e.vote);
    parts.me.insert(e.person);
  }
  void operator()(const TurnoutNoted& e) { parts.votes.insert(e.vote); }
  void operator()(const CountingBegun& e) { parts.votes.insert(e.vote); }
  void operator()(const VoteClosed& e) { vote_noted(e); }
  void operator()(const CountCorrected& e) { vote_noted(e); }
  void operator()(const VoteVoided& e) { vote_noted(e); }
  void operator()(const ResultShown& e) { parts.meetings.insert(e.meeting); }

  // Minutes and display.
  void operator()(const TextEdited& e) { parts.minutes.texts.insert(e.item); }
  void operator()(const TextHeld& e) { parts.minutes.texts.insert(e.item); }
  void operator()(const TextReleased& e) { parts.minutes.texts.insert(e.item); }
  void operator()(const EntryEdited& e) { parts.minutes.entries.insert(e.entry); }
  void operator()(const PhraseSaved& e) { parts.phrases.insert(e.phrase); }
  void operator()(const PhraseRemoved& e) { parts.phrases.insert(e.phrase); }
  void operator()(const MinutesWritten& e) { parts.minutes.texts.insert(e.item); }
  void operator()(const ResolutionAdopted& e) {
    parts.resolutions.insert(e.resolution);
    answers_for(e.resolution);
    noted();
  }
  void operator()(const ResolutionEdited& e) {
    parts.resolutions.insert(e.resolution);
    parts.everybody = true;  // somebody else may have answered for it until now
  }
  void operator()(const ResolutionVoided& e) {
    parts.resolutions.insert(e.resolution);
    parts.everybody = true;  // it is nobody's task any more
  }
  void operator()(const ResolutionFollowedUp& e) { answers_for(e.resolution); }
  void operator()(const MinutesPublished& e) { parts.meetings.insert(e.meeting); }
  void operator()(const MinutesCirculated& e) { parts.records.insert(e.meeting); }
  void operator()(const CorrectionProposed& e) { parts.records.insert(e.meeting); }
  void operator()(const CorrectionWithdrawn& e) { parts.records.insert(e.meeting); }
  void operator()(const CorrectionAccepted& e) { parts.records.insert(e.meeting); }
  void operator()(const CorrectionDeclined& e) { parts.records.insert(e.meeting); }
  void operator()(const MinutesApproved& e) {
    parts.records.insert(e.meeting);
    for (const auto& [item, text] : state_.records.at(e.meeting).texts) parts.minutes.texts.insert(item);
    noted();
  }
  void operator()(const MinutesSigned& e) { parts.records.insert(e.meeting); }
  void operator()(const MinutesSealed& e) { parts.records.insert(e.meeting); }
  void operator()(const AddendumAppended&) {}
  void operator()(const MessagePosted&) { parts.message = true; }
  void operator()(const MessageCleared&) { parts.message = true; }

  // Proposals.
  void operator()(const Proposed& e) {
    proposal(e);
    const auto is_theirs = [&](const auto& other) { return other.second.person == e.person; };
    const auto theirs = std::ranges::count_if(state_.proposals, is_theirs);
    if (state_.proposals.size() < limits::proposals && theirs < std::ptrdiff_t{limits::proposals_kept}) return;
    parts.everything = parts.everybody = true;  // another may have been forgotten for it, perhaps somebody else's
  }
  void operator()(const ProposalWithdrawn& e) { proposal(e); }
  void operator()(const ProposalAccepted& e) { proposal(e); }
  void operator()(const ProposalMerged& e) { proposal(e); }
  void operator()(const ProposalDeclined& e) { proposal(e); }

  // Working groups; here too room is made.
  void operator()(const GroupFounded& e) {
    parts.groups.insert(e.group);
    parts.everything = state_.groups.size() == limits::groups;
  }
  void operator()(const GroupDissolved& e) { parts.groups.insert(e.group); }
  void operator()(const ItemReferred& e) {
    parts.items.insert(e.item);
    referral(e.referral);
    noted();
  }
  void operator()(const ReferralReceived& e) { referral(e.referral); }
  void operator()(const ReportSent& e) { referral(e.referral); }
  void operator()(const ReportReceived& e) {
    referral(e.referral);
    noted();
  }
  void operator()(const LetterConfirmed&) {}

 private:
  void enrolled(PersonId person) {
    parts.people.insert(person);
    parts.me.insert(person);
  }
  void quorums() {
    parts.hall = true;
    meetings();
  }
  void meetings() {
    for (const auto& [id, meeting] : state_.meetings) parts.meetings.insert(id);
  }
  /// A recess stops it or has stopped it.
  void item_clock(MeetingId meeting) {
    if (const auto item = state_.meetings.at(meeting).active_item) parts.items.insert(*item);
    meeting_noted(meeting);
  }
  /// The removed item may have been what this one was carried over to.
  static bool may_be_carried(const Item& item) {
    return !item.carried_to && (item.state == ItemState::planned || item.state == ItemState::deferred);
  }
  /// The event wrote itself into the minutes, if they were not full.
  void noted() { parts.minutes.entries.insert(state_.seq); }
  void meeting_noted(MeetingId meeting) {
    parts.meetings.insert(meeting);
    noted();
  }
  void vote_noted(const auto& e) {
    parts.votes.insert(e.vote);
    meeting_noted(e.meeting);
  }
  void with_parts(const Meeting& meeting, ItemId item) {
    parts.items.insert(item);
    for (const ItemId child : level_below(meeting, item)) with_parts(meeting, child);
  }
  void on_the_table(const auto& e) {
    parts.items.insert(e.item);
    parts.floor.everything = true;
    meeting_noted(e.meeting);
  }
  void comes_or_goes(const auto& e) {
    parts.people.insert(e.person);
    meeting_noted(e.meeting);  // its quorum
  }
  void stands_in(const auto& e) {
    parts.people.insert({e.absent, e.substitute});
    meeting_noted(e.meeting);  // its quorum
  }
  void recusal(const auto& e) {
    with_parts(state_.meetings.at(e.meeting), e.item);
    noted();
  }
  void queue(const auto& e) {
    if (state_.meetings.at(e.meeting).active_item != e.item) return;
    parts.floor.requests.insert(e.request);
    waiting();
  }
  void answers_for(ResolutionId resolution) {
    const auto& responsible = state_.tasks.at(resolution).responsible;
    parts.me.insert(responsible.begin(), responsible.end());
  }
  void proposal(const auto& e) {
    parts.proposals.insert(e.proposal);
    parts.me.insert(state_.proposals.at(e.proposal).person);
  }
  void referral(ReferralId id) {
    parts.referrals.insert(id);
    parts.everything = state_.referrals.size() == limits::referrals;  // another may have been forgotten for it
  }
  /// Everybody's place in the queue, the grounds for it, and the time they would get.
  void waiting() {
    if (!state_.current) return;
    const Meeting& meeting = state_.meetings.at(*state_.current);
    if (!meeting.active_item) return;
    parts.floor.queue = true;
    for (const RequestId request : meeting.items.at(*meeting.active_item).queue) parts.floor.requests.insert(request);
  }
  void list() { parts.floor.list_open = parts.floor.list_closes_at = true; }
  /// The turn changes, and the last result is taken away (VOT-12).
  void goes_on(MeetingId meeting) {
    parts.floor.turn = true;
    parts.meetings.insert(meeting);
  }

  const State& state_;
};

}  // namespace

Parts touched(const State& after, const Event& event) {
  Touch touch(after);
  std::visit(touch, event);
  return std::move(touch.parts);
}

}  // namespace talar::hall
