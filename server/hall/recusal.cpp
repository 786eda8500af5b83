#include "server/hall/recusal.hpp"

#include <set>

#include "server/hall/agenda.hpp"

namespace talar::hall {
namespace {

using People = std::set<PersonId>;

void add_recused(const Meeting& meeting, std::optional<ItemId> item, People& people) {
  for (; item; item = meeting.items.at(*item).parent)
    for (const auto& [person, reason] : meeting.items.at(*item).recused) people.insert(person);
}

/// A consent block's vote decides its parts.
void add_recused_below(const Meeting& meeting, ItemId block, People& people) {
  for (const ItemId part : level_below(meeting, block)) {
    for (const auto& [person, reason] : meeting.items.at(part).recused) people.insert(person);
    add_recused_below(meeting, part, people);
  }
}

}  // namespace

bool is_recused(const Meeting& meeting, ItemId item, PersonId person) {
  for (std::optional<ItemId> at = item; at; at = meeting.items.at(*at).parent)
    if (meeting.items.at(*at).recused.contains(person)) return true;
  return false;
}

std::vector<PersonId> recused_of(const Meeting& meeting, ItemId item) {
  People people;
  add_recused(meeting, item, people);
  return {people.begin(), people.end()};
}

std::vector<PersonId> newly_recused(const Meeting& meeting, ItemId item, std::optional<ItemId> parent) {
  People people;
  add_recused(meeting, parent, people);
  std::erase_if(people, [&](PersonId person) { return is_recused(meeting, item, person); });
  return {people.begin(), people.end()};
}

People out_of_votes(const Meeting& meeting, ItemId item) {
  People people;
  add_recused(meeting, item, people);
  if (meeting.items.at(item).content.kind == ItemKind::consent) add_recused_below(meeting, item, people);
  return people;
}

bool decides(const Meeting& meeting, ItemId item, ItemId part) {
  if (inside(meeting, item, part)) return true;
  return meeting.items.at(item).content.kind == ItemKind::consent && inside(meeting, part, item);
}

}  // namespace talar::hall
