#include "server/cli/agenda_writer.hpp"

#include <fmt/format.h>

namespace talar::cli {
namespace {

constexpr std::int64_t vote_seconds = 60;
constexpr std::int64_t ballot_seconds = 180;  // with options to read and put in order

}  // namespace

void AgendaWriter::add_items(MeetingId meeting, std::optional<ItemId> parent, const std::vector<ChamberItem>& items) {
  for (const ChamberItem& item : items) {
    AddItem add{.meeting = meeting, .parent = parent, .position = {}, .content = item.content};
    if (item.presenter) add.content.presenter = presenter(item);
    const ItemId id = std::get<ItemAdded>(ask_(add).front()).item;
    if (item.majority) prepare(id, on_item(item));
    for (const ChamberVote& vote : item.votes) prepare(id, content(vote, item));
    add_items(meeting, id, item.items);
  }
}

std::optional<PersonId> AgendaWriter::presenter(const ChamberItem& item) {
  const auto found = hall_.person_called(*item.presenter);
  if (!found)
    notes.push_back(fmt::format("The presenter of \"{}\", \"{}\", is not in the roster: left open.",
                                item.content.title.value, *item.presenter));
  return found;
}

std::optional<PersonId> AgendaWriter::candidate(const ChamberVote& vote, const std::string& name) {
  const auto found = hall_.person_called(name);
  if (!found)
    notes.push_back(fmt::format("A candidate of \"{}\", \"{}\", is not in the roster.", vote.question.value, name));
  return found;
}

VoteContent AgendaWriter::on_item(const ChamberItem& item) const {
  return {.question = fmt::format("آیا با «{}» موافقید؟", item.content.title.value),
          .rule = rule(item.majority),
          .seconds = vote_seconds,
          .form = {}};
}

VoteContent AgendaWriter::content(const ChamberVote& vote, const ChamberItem& item) {
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

VoteRule AgendaWriter::rule(std::optional<MajorityKind> majority) const {
  VoteRule rule = hall_.state().charter.vote_rule;
  if (majority) rule.majority = {*majority, {}};
  return rule;
}

void AgendaWriter::prepare(ItemId id, VoteContent content) {
  ask_(PrepareVote{.item = id, .content = std::move(content)});
  ++votes;
}

}  // namespace talar::cli
