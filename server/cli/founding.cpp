#include "server/cli/founding.hpp"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

#include "protocol/commands.hpp"
#include "protocol/words.hpp"
#include "server/hall/hall.hpp"
#include "storage/fold.hpp"

namespace talar::cli {
namespace {

constexpr std::int64_t vote_seconds = 60;
constexpr std::int64_t ballot_seconds = 180;  // with options to read and put in order

class Founder {
 public:
  Founder(Instant now, std::uint64_t seed) : now_(now), seeds_(seed) {}

  void record(Event event) {
    Recorded recorded{
        .seq = founding_.state.seq + 1, .at = now_, .actor = {}, .command = {}, .event = std::move(event)};
    hall::apply(founding_.state, recorded);
    founding_.events.push_back(std::move(recorded));
  }

  /// Decides, applies, and gives the events of this step.
  std::vector<Event> ask(const Command& command) {
    hall::Context context;
    context.kind = hall::Context::Kind::system;
    context.now = now_;
    context.seed = seeds_.next<PersonId>().value;
    auto decided = hall::decide(founding_.state, context, command);
    if (!decided) {
      const Refusal& refusal = decided.error();
      throw std::runtime_error(fmt::format("The rules refuse this hall: {} ({}).", word(refusal.code),
                                           refusal.field.value_or("no single field")));
    }
    for (const Event& event : *decided) record(event);
    return std::move(*decided);
  }

  void learn_names() {
    for (const auto& [person, enrolled] : founding_.state.members)
      people_.emplace(storage::fold(enrolled.member.name.value), person);
  }

  void add_items(MeetingId meeting, std::optional<ItemId> parent, const std::vector<ChamberItem>& items) {
    for (const ChamberItem& item : items) {
      AddItem add{.meeting = meeting, .parent = parent, .position = {}, .content = item.content};
      if (item.presenter) add.content.presenter = presenter(item);
      const ItemId id = std::get<ItemAdded>(ask(add).front()).item;
      if (item.majority) prepare(id, on_item(item));
      for (const ChamberVote& vote : item.votes) prepare(id, content(vote, item));
      add_items(meeting, id, item.items);
    }
  }

  Founding take() { return std::move(founding_); }

 private:
  std::optional<PersonId> presenter(const ChamberItem& item) {
    const auto found = people_.find(storage::fold(*item.presenter));
    if (found != people_.end()) return found->second;
    founding_.notes.push_back(fmt::format("The presenter of \"{}\", \"{}\", is not in the roster: left open.",
                                          item.content.title.value, *item.presenter));
    return std::nullopt;
  }

  VoteContent on_item(const ChamberItem& item) const {
    return {.question = fmt::format("آیا با «{}» موافقید؟", item.content.title.value),
            .rule = rule(item.majority),
            .seconds = vote_seconds,
            .form = {}};
  }

  VoteContent content(const ChamberVote& vote, const ChamberItem& item) {
    VoteForm form = vote.form;
    if (form.kind == VoteKind::ranking || form.kind == VoteKind::points) {
      for (const Title& title : item.content.options) form.options.push_back({.title = title, .person = {}});
    }
    for (const std::string& name : vote.candidates)
      form.options.push_back({.title = name, .person = candidate(vote, name)});
    VoteContent content{.question = vote.question, .rule = rule(vote.majority), .seconds = {}, .form = std::move(form)};
    const bool is_timed = content.form->kind != VoteKind::consent;  // nobody is hurried into silence
    if (is_timed) content.seconds = ballot_seconds;
    return content;
  }

  VoteRule rule(std::optional<MajorityKind> majority) const {
    VoteRule rule = founding_.state.charter.vote_rule;
    if (majority) rule.majority = {*majority, {}};
    return rule;
  }

  std::optional<PersonId> candidate(const ChamberVote& vote, const std::string& name) {
    const auto found = people_.find(storage::fold(name));
    if (found != people_.end()) return found->second;
    founding_.notes.push_back(
        fmt::format("A candidate of \"{}\", \"{}\", is not in the roster.", vote.question.value, name));
    return std::nullopt;
  }

  void prepare(ItemId id, VoteContent content) {
    ask(PrepareVote{.item = id, .content = std::move(content)});
    ++founding_.votes;
  }

  Instant now_;
  IdSource seeds_;
  Founding founding_;
  std::map<std::string, PersonId> people_;  // by folded name
};

}  // namespace

Founding found(const Chamber& chamber, const std::vector<NewMember>& members, Instant now, std::uint64_t seed) {
  Founder founder(now, seed);
  founder.record(HallFounded{.name = chamber.name,
                             .name_en = chamber.name_en,
                             .kind = chamber.kind,
                             .place = chamber.place,
                             .term = 1,
                             .charter = {}});
  for (std::size_t i = 0; i < members.size(); i += limits::enrol_batch) {
    EnrolMembers enrol;
    for (std::size_t j = i; j < std::min(members.size(), i + limits::enrol_batch); ++j)
      enrol.members.push_back(members[j]);
    founder.ask(enrol);
  }
  founder.learn_names();
  const auto drafted = founder.ask(
      DraftMeeting{{.title = {}, .starts_at = chamber.starts_at, .minutes = chamber.minutes, .place = chamber.place}});
  founder.add_items(std::get<MeetingDrafted>(drafted.front()).meeting, std::nullopt, chamber.agenda);
  for (const Phrase& phrase : chamber.phrases) founder.ask(SavePhrase{.phrase = {}, .content = phrase});
  return founder.take();
}

}  // namespace talar::cli
