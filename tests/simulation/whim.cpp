// What the people of the simulated hall think of.
#include "storage/files.hpp"
#include "tests/simulation/whim_groups.hpp"
#include "tests/simulation/whim_minutes.hpp"
#include "tests/simulation/whim_sitting.hpp"
#include "tests/simulation/whim_votes.hpp"

namespace talar::simulation {
namespace {

std::string numbered(const char* text, Dice& dice) {
  return text + std::to_string(dice.below(1000));
}

/// An item mostly stays open or closed as it is; its words always fit, so that a secret is never said of an open one.
ItemContent edited(Chamber& chamber, ItemId item) {
  for (const auto& [id, meeting] : chamber.state().meetings) {
    const auto found = meeting.items.find(item);
    if (found != meeting.items.end())
      return item_content(chamber, found->second.content.confidential != chamber.dice().percent(10));
  }
  return item_content(chamber, false);
}

Member changed_member(Chamber& chamber) {
  const PersonId person = chamber.person();
  const auto found = chamber.state().members.find(person);
  Member member = found == chamber.state().members.end() ? Member{person, "ناشناس", "ناشناس", Seat::expert, true}
                                                         : found->second.member;
  if (chamber.dice().percent(30)) member.seat = word_below<Seat>(chamber.dice(), 8);
  if (chamber.dice().percent(30)) member.votes = !member.votes;
  if (chamber.dice().percent(30)) member.group = ShortName(numbered("گروه ", chamber.dice()));
  return member;
}

Schedule schedule(Chamber& chamber) {
  Dice& dice = chamber.dice();
  Schedule schedule;
  schedule.weekday = static_cast<std::int64_t>(dice.below(7));
  schedule.minute = static_cast<std::int64_t>(dice.below(1440));
  schedule.place = "تالار";
  if (dice.percent(70)) schedule.standing = chamber.agenda_template();
  return schedule;
}

/// Mostly somebody who may preside.
PersonId successor(Chamber& chamber) {
  for (const auto& [person, enrolled] : chamber.state().members) {
    const Seat seat = enrolled.member.seat;
    const bool may_preside = seat == Seat::president || seat == Seat::vice_president;
    if (may_preside && person != chamber.state().chair && chamber.dice().percent(90)) return person;
  }
  return chamber.person();
}

// What each command needs is filled in with something that is mostly there.
template <class SomeCommand>
void fill(Chamber&, SomeCommand&) {}

void fill(Chamber& c, EnrolMembers& command) {
  const std::string name = numbered("تازه ", c.dice());
  command.members = {{{}, name, name, word_below<Seat>(c.dice(), 8), c.dice().percent(70)}};
}
void fill(Chamber& c, EditMember& command) {
  command.member = changed_member(c);
}
void fill(Chamber& c, RemoveMember& command) {
  command.person = c.person();
}
void fill(Chamber& c, AmendCharter& command) {
  command.charter.quorum = {1, 2, word_below<Comparison>(c.dice(), 2)};
  if (c.dice().percent(80)) command.charter.schedule = schedule(c);
  command.charter.floor = floor_rules(c.dice());
  PresenceRules& presence = command.charter.presence.emplace();
  if (c.dice().percent(50)) presence.quorum_wait_minutes = 1 + static_cast<std::int64_t>(c.dice().below(30));
  if (c.dice().percent(90)) presence.substitutes = {Seat::deputy, Seat::expert};
  command.charter.voting = voting_rules(c.dice());
}
void fill(Chamber& c, HandChair& command) {
  command.to = successor(c);
}
void fill(Chamber& c, EditMeeting& command) {
  command.meeting = c.meeting();
  command.content.place = numbered("تالار ", c.dice());
}
void fill(Chamber& c, DiscardDraft& command) {
  command.meeting = c.meeting();
}
void fill(Chamber& c, ConveneMeeting& command) {
  command.meeting = c.meeting();
}
void fill(Chamber& c, OpenMeeting& command) {
  command.override_reason = perhaps_reason(c.dice());
}
void fill(Chamber&, DeclareNotHeld& command) {
  command.reason = "نبود حد نصاب";
}
void fill(Chamber& c, AddItem& command) {
  command.meeting = c.state().current.value_or(MeetingId{});
  if (c.dice().percent(40)) command.parent = c.item();
  command.content = item_content(c, c.dice().percent(30));
}
void fill(Chamber& c, EditItem& command) {
  command.item = c.item();
  command.content = edited(c, command.item);
}
void fill(Chamber& c, MoveItem& command) {
  command.item = c.item();
  if (c.dice().percent(50)) command.parent = c.item();
  command.position = static_cast<std::int64_t>(c.dice().below(3));
}
void fill(Chamber& c, RemoveItem& command) {
  command.item = c.item();
}
void fill(Chamber& c, ActivateItem& command) {
  command.item = c.item();
}
void fill(Chamber& c, DeferItem& command) {
  command = {c.item(), perhaps_reason(c.dice())};
}
void fill(Chamber& c, WithdrawItem& command) {
  command = {c.item(), perhaps_reason(c.dice())};
}
void fill(Chamber& c, CarryOver& command) {
  command.to = c.draft();
}
void fill(Chamber& c, TakeOut& command) {
  command.item = c.item();
  const hall::Meeting* meeting = c.current();
  if (!meeting) return;
  for (const auto& [id, item] : meeting->items) {
    const bool in_block = item.parent && meeting->items.at(*item.parent).content.kind == ItemKind::consent;
    if (in_block && item.state == ItemState::planned) command.item = id;
  }
}
void fill(Chamber& c, SaveTemplate& command) {
  command = {"الگوی " + std::to_string(c.dice().below(40)), c.meeting()};
}
void fill(Chamber& c, RemoveTemplate& command) {
  command.agenda_template = c.agenda_template();
}
void fill(Chamber& c, ApplyTemplate& command) {
  command = {c.agenda_template(), c.draft()};
}
void fill(Chamber& c, Attach& command) {
  command.attachment.value = c.dice().draw() >> 14;
  command.content.item = c.item();
  command.content.visibility = word_below<Visibility>(c.dice(), 2);
  command.content.name = command.content.visibility == Visibility::inside ? secret : "پیوست";
  command.content.media_type = "application/pdf";
  command.content.bytes = 1;
  command.content.digest = storage::file_digest(std::string(1, static_cast<char>('a' + c.dice().below(26))));
  command.by = c.person();
}
void fill(Chamber& c, RemoveAttachment& command) {
  command.attachment = c.attachment();
}
void fill(Chamber&, PostMessage& command) {
  command.text = "پیام";
}

template <class SomeCommand>
Command thought(Chamber& chamber) {
  SomeCommand command;
  fill(chamber, command);
  return command;
}

struct Idea {
  unsigned weight;
  Command (*think)(Chamber&);
};

// clang-format off
const std::vector<Idea> ideas{
    {2, thought<EnrolMembers>}, {2, thought<EditMember>}, {2, thought<RemoveMember>}, {2, thought<AmendCharter>}, {2, thought<BeginTerm>},
    {2, thought<HandChair>}, {4, thought<TakeChair>},
    {2, thought<DraftMeeting>}, {4, thought<DraftNextMeeting>}, {2, thought<EditMeeting>}, {2, thought<DiscardDraft>}, {2, thought<ConveneMeeting>},
    {2, thought<OpenMeeting>}, {4, thought<CallRecess>}, {4, thought<ResumeMeeting>}, {1, thought<CloseMeeting>},
    {2, thought<DeclareNotHeld>},
    {6, thought<AddItem>}, {5, thought<EditItem>}, {5, thought<MoveItem>}, {4, thought<RemoveItem>},
    {16, thought<ActivateItem>}, {2, thought<EndItem>}, {2, thought<DeferItem>}, {2, thought<WithdrawItem>},
    {6, thought<CarryOver>}, {48, thought<TakeOut>}, {3, thought<SaveTemplate>}, {2, thought<RemoveTemplate>},
    {4, thought<ApplyTemplate>}, {12, thought<Attach>}, {6, thought<RemoveAttachment>},
    {16, thought<CheckIn>}, {4, thought<CheckOut>}, {4, thought<RecordArrival>}, {2, thought<RecordDeparture>},
    {4, thought<RecordAbsence>}, {24, thought<NameSubstitute>}, {16, thought<EndSubstitution>},
    {8, thought<DeclareInterest>}, {8, thought<RecordRecusal>}, {12, thought<LiftRecusal>},
    {4, thought<BeginClosedPart>}, {12, thought<EndClosedPart>},
    {60, thought<RequestFloor>}, {20, thought<WithdrawRequest>}, {24, thought<GiveFloor>}, {14, thought<GiveFloorTo>},
    {6, thought<PauseTurn>}, {20, thought<ResumeTurn>}, {12, thought<EndTurn>}, {6, thought<ExtendTurn>},
    {8, thought<YieldTime>}, {6, thought<CallLast>},
    {6, thought<WarnSpeaker>}, {4, thought<SkipRequest>}, {6, thought<MoveRequest>}, {12, thought<OpenList>},
    {4, thought<CloseList>},
    {8, thought<PrepareVote>}, {20, thought<EditVote>}, {8, thought<DiscardVote>}, {12, thought<OpenVote>},
    {20, thought<CastVote>}, {6, thought<CloseVote>}, {24, thought<WithdrawCandidate>}, {4, thought<RaiseObjection>},
    {4, thought<RecordAnswer>}, {4, thought<RecordCount>}, {12, thought<CorrectCount>}, {6, thought<WarnVoters>},
    {6, thought<ExtendVote>}, {6, thought<VoidVote>}, {8, thought<RepeatVote>}, {8, thought<ShowResult>},
    {8, thought<CollectBallot>}, {4, thought<NoteTurnout>}, {2, thought<CountBallots>},
    {12, thought<WriteMinutes>}, {12, thought<EditText>}, {6, thought<HoldText>}, {8, thought<ReleaseText>},
    {6, thought<EditEntry>}, {4, thought<SavePhrase>}, {2, thought<RemovePhrase>},
    {24, thought<AdoptResolution>}, {40, thought<EditResolution>}, {4, thought<VoidResolution>},
    {12, thought<Propose>}, {24, thought<WithdrawProposal>}, {4, thought<AcceptProposal>}, {4, thought<MergeProposal>},
    {2, thought<DeclineProposal>}, {2, thought<FoundGroup>}, {1, thought<DissolveGroup>}, {4, thought<ReferItem>},
    {6, thought<TakeUpReferral>}, {4, thought<SendReport>}, {2, thought<ReceiveReferral>}, {4, thought<ReceiveReport>},
    {8, thought<ConfirmLetter>},
    {16, thought<CirculateMinutes>}, {16, thought<ProposeCorrection>}, {24, thought<WithdrawCorrection>},
    {6, thought<AcceptCorrection>}, {4, thought<DeclineCorrection>}, {2, thought<ApproveMinutes>}, {6, thought<SignMinutes>},
    {4, thought<SealMinutes>}, {6, thought<AppendAddendum>}, {24, thought<FollowUp>},
    {6, thought<PublishMinutes>}, {2, thought<PostMessage>}, {2, thought<ClearMessage>}, {2, thought<Tick>},
};
// clang-format on

unsigned total_weight() {
  unsigned total = 0;
  for (const Idea& idea : ideas) total += idea.weight;
  return total;
}

/// What the moment calls for, so that meetings get somewhere.
Command next_step(Chamber& chamber) {
  const hall::Meeting& meeting = *chamber.current();
  Dice& dice = chamber.dice();
  if (meeting.state == MeetingState::recess) return ResumeMeeting{};
  if (!meeting.active_item) return ActivateItem{chamber.item()};
  if (meeting.open_vote) return dice.percent(10) ? bring_to_its_end(chamber) : answer(chamber);
  for (const auto& [id, vote] : meeting.votes) {
    const bool is_next = vote.item == *meeting.active_item && vote.state == VoteState::prepared;
    if (is_next && dice.percent(40)) return OpenVote{id};
  }
  if (dice.percent(30)) {
    if (auto step = towards_approval(chamber)) return *std::move(step);
  }
  if (dice.percent(15)) return PrepareVote{*meeting.active_item, vote_content(chamber)};
  const auto& queue = meeting.items.at(*meeting.active_item).queue;
  if (meeting.turn && !queue.empty() && dice.percent(20)) return YieldTime{waiting_person(chamber)};
  if (queue.size() > 3 && dice.percent(60)) return GiveFloor{queue.front(), {}};
  return asking(dice);
}

}  // namespace

ItemContent item_content(Chamber& chamber, bool confidential) {
  Dice& dice = chamber.dice();
  ItemContent content;
  content.title = numbered(confidential ? secret : "دستور ", dice);
  content.kind = word_below<ItemKind>(dice, 7);
  if (dice.percent(20)) content.presenter = chamber.person();
  content.minutes = static_cast<std::int64_t>(dice.below(60));
  content.confidential = confidential;
  return content;
}

Command whim(Chamber& chamber) {
  static const unsigned total = total_weight();
  const hall::Meeting* meeting = chamber.current();
  const bool is_held = meeting && (meeting->state == MeetingState::open || meeting->state == MeetingState::recess);
  if (is_held && chamber.dice().percent(60)) return next_step(chamber);
  auto pick = static_cast<unsigned>(chamber.dice().below(total));
  for (const Idea& idea : ideas) {
    if (pick < idea.weight) return idea.think(chamber);
    pick -= idea.weight;
  }
  return Tick{};
}

}  // namespace talar::simulation
