// What the people of the simulated hall think of.
#include "tests/simulation/chamber.hpp"

namespace talar::simulation {
namespace {

template <class Enum>
Enum word_below(Dice& dice, std::size_t count) {
  return static_cast<Enum>(dice.below(count));
}

std::string numbered(const char* text, Dice& dice) {
  return text + std::to_string(dice.below(1000));
}

std::optional<Reason> perhaps_reason(Dice& dice) {
  return dice.percent(30) ? std::optional<Reason>("دلیل") : std::nullopt;
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

VoteContent vote_content(Chamber& chamber) {
  Dice& dice = chamber.dice();
  VoteContent content;
  content.question = "پرسش";
  content.rule.base = word_below<Base>(dice, 5);
  content.rule.majority.kind = word_below<MajorityKind>(dice, 5);
  const bool is_fraction = content.rule.majority.kind == MajorityKind::fraction;
  if (is_fraction != dice.percent(3)) {
    content.rule.majority.fraction =
        Fraction{1 + static_cast<std::int64_t>(dice.below(5)), 5, word_below<Comparison>(dice, 2)};
  }
  if (dice.percent(50)) content.seconds = static_cast<std::int64_t>(10 + dice.below(60));
  return content;
}

ResolutionContent resolution_content(Chamber& chamber) {
  Dice& dice = chamber.dice();
  ResolutionContent content{"مصوبه", {}, {}, {}};
  if (dice.percent(20)) content.vote = chamber.vote();
  if (dice.percent(50)) content.responsible = {chamber.person()};
  if (dice.percent(50)) content.due = Date{2024, 2, 1};
  return content;
}

Member changed_member(Chamber& chamber) {
  const PersonId person = chamber.person();
  const auto found = chamber.state().members.find(person);
  Member member = found == chamber.state().members.end() ? Member{person, "ناشناس", "ناشناس", Seat::expert, true}
                                                         : found->second.member;
  if (chamber.dice().percent(30)) member.seat = word_below<Seat>(chamber.dice(), 8);
  if (chamber.dice().percent(30)) member.votes = !member.votes;
  return member;
}

std::int64_t text_version(const Chamber& chamber, ItemId item) {
  const hall::Meeting* meeting = chamber.current();
  if (!meeting || !meeting->items.contains(item)) return 0;
  return meeting->items.at(item).text.version;
}

std::int64_t waiting(const Chamber& chamber) {
  const hall::Meeting* meeting = chamber.current();
  if (!meeting || !meeting->active_item) return 1;
  return 1 + static_cast<std::int64_t>(meeting->items.at(*meeting->active_item).queue.size());
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

template <class SomeCommand>
Command simple(Chamber&) {
  return SomeCommand{};
}

struct Idea {
  unsigned weight;
  Command (*think)(Chamber&);
};

const std::vector<Idea> ideas{
    {1,
     [](Chamber& c) -> Command {
       return EnrolMembers{
           {{{}, numbered("تازه ", c.dice()), "تازه", word_below<Seat>(c.dice(), 8), c.dice().percent(70)}}};
     }},
    {1, [](Chamber& c) -> Command { return EditMember{changed_member(c)}; }},
    {1, [](Chamber& c) -> Command { return RemoveMember{c.person()}; }},
    {1,
     [](Chamber& c) -> Command {
       return AmendCharter{{{1, 2, word_below<Comparison>(c.dice(), 2)}, 120, 60, 60, {}}};
     }},
    {1, [](Chamber& c) -> Command { return HandChair{successor(c)}; }},
    {2, simple<TakeChair>},
    {1, simple<DraftMeeting>},
    {1,
     [](Chamber& c) -> Command {
       return EditMeeting{c.meeting(), {}};
     }},
    {1, [](Chamber& c) -> Command { return DiscardDraft{c.meeting()}; }},
    {1, [](Chamber& c) -> Command { return ConveneMeeting{c.meeting()}; }},
    {1, [](Chamber& c) -> Command { return OpenMeeting{perhaps_reason(c.dice())}; }},
    {2, simple<CallRecess>},
    {8, simple<ResumeMeeting>},
    {1, [](Chamber& c) -> Command { return c.dice().percent(10) ? Command(CloseMeeting{}) : Command(EndItem{}); }},
    {1, [](Chamber&) -> Command { return DeclareNotHeld{"نبود حد نصاب"}; }},
    {3,
     [](Chamber& c) -> Command {
       const bool nested = c.dice().percent(40);
       const auto parent = nested ? std::optional(c.item()) : std::nullopt;
       return AddItem{c.state().current.value_or(MeetingId{}), parent, {}, item_content(c, c.dice().percent(30))};
     }},
    {2,
     [](Chamber& c) -> Command {
       const ItemId item = c.item();
       return EditItem{item, edited(c, item)};
     }},
    {2,
     [](Chamber& c) -> Command {
       const auto parent = c.dice().percent(50) ? std::optional(c.item()) : std::nullopt;
       return MoveItem{c.item(), parent, static_cast<std::int64_t>(c.dice().below(3))};
     }},
    {2, [](Chamber& c) -> Command { return RemoveItem{c.item()}; }},
    {8, [](Chamber& c) -> Command { return ActivateItem{c.item()}; }},
    {1, simple<EndItem>},
    {1,
     [](Chamber& c) -> Command {
       return DeferItem{c.item(), perhaps_reason(c.dice())};
     }},
    {1,
     [](Chamber& c) -> Command {
       return WithdrawItem{c.item(), perhaps_reason(c.dice())};
     }},
    {8, simple<CheckIn>},
    {2, simple<CheckOut>},
    {2, [](Chamber& c) -> Command { return RecordArrival{c.person()}; }},
    {1, [](Chamber& c) -> Command { return RecordDeparture{c.person()}; }},
    {2,
     [](Chamber& c) -> Command {
       return ExcuseAbsence{c.person(), "سفر"};
     }},
    {30,
     [](Chamber& c) -> Command {
       return RequestFloor{word_below<SpeechKind>(c.dice(), 3),
                           c.dice().percent(20) ? std::optional<Note>("یادداشت") : std::nullopt};
     }},
    {6, [](Chamber& c) -> Command { return WithdrawRequest{c.request()}; }},
    {12, [](Chamber& c) -> Command { return GiveFloor{c.request()}; }},
    {4,
     [](Chamber& c) -> Command {
       return GiveFloorTo{c.person(), word_below<SpeechKind>(c.dice(), 3)};
     }},
    {3, simple<PauseTurn>},
    {12, simple<ResumeTurn>},
    {6, simple<EndTurn>},
    {3, simple<ExtendTurn>},
    {2, simple<WarnSpeaker>},
    {2, [](Chamber& c) -> Command { return SkipRequest{c.request()}; }},
    {3,
     [](Chamber& c) -> Command {
       return MoveRequest{c.request(), static_cast<std::int64_t>(c.dice().below(static_cast<std::size_t>(waiting(c)))),
                          "نوبت"};
     }},
    {6, simple<OpenList>},
    {2, simple<CloseList>},
    {4,
     [](Chamber& c) -> Command {
       return PrepareVote{c.item(), vote_content(c)};
     }},
    {1,
     [](Chamber& c) -> Command {
       return EditVote{c.vote(), vote_content(c)};
     }},
    {6, [](Chamber& c) -> Command { return DiscardVote{c.vote()}; }},
    {6, [](Chamber& c) -> Command { return OpenVote{c.vote()}; }},
    {40,
     [](Chamber& c) -> Command {
       return CastVote{c.vote(), word_below<Choice>(c.dice(), 3)};
     }},
    {3, [](Chamber& c) -> Command { return CloseVote{c.vote()}; }},
    {3,
     [](Chamber& c) -> Command {
       const ItemId item = c.item();
       return WriteMinutes{item, numbered("متن ", c.dice()), text_version(c, item)};
     }},
    {2,
     [](Chamber& c) -> Command {
       return AdoptResolution{c.item(), resolution_content(c)};
     }},
    {1,
     [](Chamber& c) -> Command {
       return EditResolution{c.resolution(), resolution_content(c)};
     }},
    {2, [](Chamber& c) -> Command { return PublishMinutes{c.meeting()}; }},
    {1, [](Chamber&) -> Command { return PostMessage{"پیام"}; }},
    {1, simple<ClearMessage>},
    {1, simple<Tick>},
};

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
  if (meeting.open_vote) return CastVote{*meeting.open_vote, word_below<Choice>(dice, 3)};
  for (const auto& [id, vote] : meeting.votes) {
    const bool is_next = vote.item == *meeting.active_item && vote.state == VoteState::prepared;
    if (is_next && dice.percent(40)) return OpenVote{id};
  }
  if (dice.percent(15)) return PrepareVote{*meeting.active_item, vote_content(chamber)};
  const auto& queue = meeting.items.at(*meeting.active_item).queue;
  if (queue.size() > 3 && dice.percent(60)) return GiveFloor{queue.front()};
  return RequestFloor{word_below<SpeechKind>(dice, 3), {}};
}

}  // namespace

ItemContent item_content(Chamber& chamber, bool confidential) {
  Dice& dice = chamber.dice();
  ItemContent content;
  content.title = numbered(confidential ? secret : "دستور ", dice);
  content.kind = word_below<ItemKind>(dice, 6);
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
