#include "server/hall/sight.hpp"

namespace talar::hall {
namespace {

void add_attendance(PersonView& view, const Attendance& attendance, Sight sight) {
  view.presence = attendance.presence;
  view.arrived_at = attendance.arrived_at;
  view.departed_at = attendance.departed_at;
  if (sight.is_desk()) view.excuse = attendance.excuse;  // PRS-6
}

}  // namespace

std::map<PersonId, PersonView> view_people(const State& state, const Meeting* current, Sight sight) {
  std::map<PersonId, PersonView> people;
  for (const auto& [person, enrolled] : state.members) {
    PersonView view;
    view.name = enrolled.member.name;
    view.short_name = enrolled.member.short_name;
    view.seat = enrolled.member.seat;
    view.votes = enrolled.member.votes;
    view.order = enrolled.order;
    people.emplace(person, std::move(view));
  }
  if (!current) return people;
  for (const auto& [person, attendance] : current->attendance) add_attendance(people.at(person), attendance, sight);
  for (const auto& [id, item] : current->items) {
    if (!sight.sees(*current, id)) continue;
    for (const auto& [person, speech] : item.speeches) {
      PersonView& view = people.at(person);
      view.turns += speech.turns;
      view.spoken = view.spoken + speech.spoken;
    }
  }
  return people;
}

}  // namespace talar::hall
