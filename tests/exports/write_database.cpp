// Writes a database with a chamber that has met often, and one of its working groups: for the server to answer from.
// The rules themselves say what happens, one command after the other.
#include <cstdlib>
#include <iostream>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"
#include "storage/database.hpp"
#include "storage/journal.hpp"

using namespace talar;

namespace {

constexpr PersonId mayor{1}, vice{2}, deputy{3}, expert{4}, clerk{5};
constexpr Instant first_meeting{1'703'741'400'000};  // Thursday 2023-12-28 09:00 in Tehran
constexpr Millis week{std::int64_t{7} * 86'400'000}, second{1'000};
constexpr int meetings = 23;  // more than a page

using Events = std::vector<Event>;

/// The event of this kind among them.
template <class Kind>
const Kind& made(const Events& events) {
  for (const Event& event : events)
    if (const auto* found = std::get_if<Kind>(&event)) return *found;
  std::cerr << "no " << type_word<Kind>() << '\n';
  std::exit(1);
}

class Play {
 public:
  /// Of two plays with different seeds no id is the same.
  Play(storage::Journal& journal, HallId hall, std::uint64_t seed)
      : journal_(journal), hall_(std::move(hall)), seed_(seed) {}

  /// Whatever happens is on disk afterwards.
  void says(const Events& events, std::optional<PersonId> person = {}) {
    std::vector<storage::Entry> entries;
    for (const Event& event : events) {
      now = now + second;
      Recorded recorded{state_.seq + 1, now, {person}, {}, event};
      hall::apply(state_, recorded);
      entries.push_back({hall_, std::move(recorded)});
    }
    journal_.commit(entries);
  }
  Events asks(PersonId person, const Command& command) {
    return ask({.kind = hall::Context::Kind::person, .person = person}, command);
  }
  Events asks_itself(const Command& command) {
    return ask({.kind = hall::Context::Kind::system, .person = {}}, command);
  }

  Instant now = first_meeting + Millis{-week.ms};

 private:
  /// A refusal ends the program.
  Events ask(hall::Context context, const Command& command) {
    context.now = now;
    context.seed = seed_ = seed_ * 6'364'136'223'846'793'005 + 1;
    context.hall = hall_;
    const auto events = hall::decide(state_, context, command);
    if (!events) {
      std::cerr << command_type(command) << " is refused: " << word(events.error().code) << '\n';
      std::exit(1);
    }
    says(*events, context.person);
    return *events;
  }

  storage::Journal& journal_;
  const HallId hall_;
  hall::State state_;
  std::uint64_t seed_;
};

Play founded(storage::Journal& journal, const std::string& id, const Name& name, std::optional<HallId> parent) {
  Play play(journal, {id}, parent ? 1'000'003 : 1);
  HallFounded hall{name, {}, parent ? HallKind::working_group : HallKind::chamber, "تالار گفتگو", 1, {}, parent, {}};
  play.says(
      {hall, MembersEnrolled{
                 {{mayor, "شهردار رشت", "شهردار", Seat::president, true, {}},
                  {vice, "قائم‌مقام شهردار", "قائم‌مقام", Seat::vice_president, true, {}},
                  {deputy, "معاون فنی و عمرانی", "معاون فنی", Seat::deputy, true, {}},
                  {expert, "مریم رضایی", "رضایی", Seat::expert, true, {}},
                  {clerk, "دبیر اتاق", "دبیر", Seat::secretary, false, {}}}}});
  return play;
}

ItemId add(Play& play, MeetingId meeting, const std::string& title, Visibility seen_by = Visibility::everyone) {
  ItemContent content;
  content.title = title;
  content.kind = ItemKind::decision;
  content.minutes = 30;
  content.confidential = seen_by == Visibility::inside;
  return made<ItemAdded>(play.asks(clerk, AddItem{meeting, {}, {}, content})).item;
}

void attach(Play& play, ItemId item, Visibility visibility, char digest) {
  const Attachment file{item, "گزارش.pdf", "application/pdf", 4'096, std::string(64, digest), visibility};
  play.asks_itself(Attach{{item.value + static_cast<std::uint64_t>(digest)}, file, clerk});
}

VoteId vote(Play& play, ItemId item) {
  VoteContent content;
  content.question = "آیا تصویب شود؟";
  const VoteId vote = made<VotePrepared>(play.asks(clerk, PrepareVote{item, content})).vote;
  play.asks(mayor, OpenVote{vote});
  for (const PersonId voter : {mayor, vice, deputy}) play.asks(voter, CastVote{vote, Choice::approve, {}});
  play.asks(expert, CastVote{vote, Choice::against, {}});
  play.asks(mayor, CloseVote{vote});
  return vote;
}

/// One that decides something, one that is closed, one that is put off.
MeetingId hold(Play& play, int number) {
  play.now = first_meeting + Millis{week.ms * number};
  MeetingContent content{{}, play.now + Millis{3'600'000}, 120, "تالار گفتگو"};
  const MeetingId meeting = made<MeetingDrafted>(play.asks(clerk, DraftMeeting{content})).meeting;
  const ItemId rivers = add(play, meeting, "احیای رودخانه‌ها"),
               secret = add(play, meeting, "قرارداد محرمانه", Visibility::inside),
               later = add(play, meeting, "بودجهٔ سال آینده");
  attach(play, rivers, Visibility::everyone, 'a');
  attach(play, rivers, Visibility::inside, 'b');
  attach(play, secret, Visibility::everyone, 'c');
  play.asks(clerk, ConveneMeeting{meeting});
  for (const PersonId each : {mayor, vice, deputy, expert, clerk}) play.asks(each, CheckIn{});
  play.asks(mayor, OpenMeeting{});
  play.asks(mayor, ActivateItem{rivers});
  ResolutionContent resolved;
  resolved.text = "لایروبی زرجوب انجام شود.";
  resolved.vote = vote(play, rivers);
  resolved.responsible = {deputy};
  play.asks(clerk, AdoptResolution{rivers, resolved});
  play.asks(mayor, ActivateItem{secret});
  play.asks(clerk, AdoptResolution{secret, {"رقم محرمانه پرداخت شود.", {}, {}, {}, {}}});
  play.asks(mayor, EndItem{});
  play.asks(mayor, DeferItem{later, "وقت نماند."});
  play.asks(mayor, CloseMeeting{});
  return meeting;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: exports_database FILE\n";
    return 2;
  }
  const storage::Database database(words[1], storage::Access::owner);
  storage::Journal journal(database);
  Play chamber = founded(journal, "rasht", "اتاق شکوفایی شهری رشت", {});
  for (int number = 0; number < meetings; ++number) chamber.asks(clerk, PublishMinutes{hold(chamber, number)});
  hold(chamber, meetings);  // stays inside
  Play group = founded(journal, "rivers", "کارگروه رودخانه‌ها", HallId{"rasht"});
  group.asks(clerk, PublishMinutes{hold(group, 0)});
}
