#include "server/hall/sight.hpp"

namespace talar::hall {
namespace {

void add_attendance(PersonView& view, const Attendance& attendance, Sight sight) {
  view.presence = attendance.presence;
  view.arrived_at = attendance.arrived_at;
  view.departed_at = attendance.departed_at;
  if (sight.is_desk()) view.excuse = attendance.excuse;  // PRS-6
}

/// What both maps say of the same person.
template <class A, class B, class Visit>
void each_common(std::map<PersonId, A>& views, const std::map<PersonId, B>& facts, Visit visit) {
  if (views.size() < facts.size()) {
    for (auto& [person, view] : views)
      if (const auto fact = facts.find(person); fact != facts.end()) visit(view, fact->second);
  } else {
    for (const auto& [person, fact] : facts)
      if (const auto view = views.find(person); view != views.end()) visit(view->second, fact);
  }
}

}  // namespace

std::map<PersonId, PersonView> view_people(const State& state, const Meeting* current, Sight sight,
                                           const Parts& parts) {
  std::map<PersonId, PersonView> people;
  each_entry(state.members, parts.only(parts.people), [&](PersonId person, const Enrolled& enrolled) {
    PersonView view;
    view.name = enrolled.member.name;
    view.short_name = enrolled.member.short_name;
    view.seat = enrolled.member.seat;
    view.votes = enrolled.member.votes;
    view.group = enrolled.member.group;
    view.order = enrolled.order;
    people.emplace_hint(people.end(), person, std::move(view));
  });
  if (!current || people.empty()) return people;
  each_common(people, current->attendance,
              [&](PersonView& view, const Attendance& attendance) { add_attendance(view, attendance, sight); });
  for (const auto& [absent, substitute] : current->substitutes) {
    if (const auto found = people.find(absent); found != people.end()) found->second.stood_in_by = substitute;
    if (const auto found = people.find(substitute); found != people.end()) found->second.stands_for = absent;
  }
  for (const auto& [id, item] : current->items) {
    if (item.speeches.empty() || !sight.sees(*current, id)) continue;
    each_common(people, item.speeches, [](PersonView& view, const Speech& speech) {
      view.turns += speech.turns;
      view.spoken = view.spoken + speech.spoken;
      view.presented = view.presented + speech.presented;
    });
  }
  return people;
}

}  // namespace talar::hall
