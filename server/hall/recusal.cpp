#include "server/hall/recusal.hpp"

#include <algorithm>
#include <set>

#include "server/hall/agenda.hpp"
#include "server/hall/presence.hpp"

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

People out_of_votes(const Meeting& meeting, ItemId item) {
  People people;
  add_recused(meeting, item, people);
  if (meeting.items.at(item).content.kind == ItemKind::consent) add_recused_below(meeting, item, people);
  return people;
}

/// Nobody votes with the seat of a recused person, and a recused substitute with nobody's.
bool is_out(const Meeting& meeting, const People& recused, PersonId holder) {
  const auto substitute = substitute_of(meeting, holder);
  return recused.contains(holder) || (substitute && recused.contains(*substitute));
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

bool decides(const Meeting& meeting, ItemId item, ItemId part) {
  if (inside(meeting, item, part)) return true;
  return meeting.items.at(item).content.kind == ItemKind::consent && inside(meeting, part, item);
}

std::vector<PersonId> electorate(const State& state, const Meeting& meeting, ItemId item) {
  const People recused = out_of_votes(meeting, item);
  std::vector<PersonId> voters;
  for (const auto& [person, enrolled] : state.members) {
    if (!enrolled.member.votes || is_out(meeting, recused, person)) continue;
    const PersonId voter = is_present(meeting, person) ? person : substitute_of(meeting, person).value_or(person);
    if (is_present(meeting, voter)) voters.push_back(voter);
  }
  return voters;
}

std::int64_t seats(const State& state, const Meeting& meeting, ItemId item) {
  const People recused = out_of_votes(meeting, item);
  People holders;  // of the seats that are out
  for (const PersonId person : recused) holders.insert(represented_by(meeting, person).value_or(person));
  return state.voters - std::ranges::count_if(holders, [&](PersonId person) {
           const auto found = state.members.find(person);
           return found != state.members.end() && found->second.member.votes;
         });
}

}  // namespace talar::hall
