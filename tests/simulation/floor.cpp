// What the people of the simulated hall think of around the floor.
#include "tests/simulation/chamber.hpp"

namespace talar::simulation {

PersonId presenter(Chamber& chamber) {
  const hall::Meeting* meeting = chamber.current();
  if (!meeting || !meeting->active_item) return chamber.person();
  return meeting->items.at(*meeting->active_item).content.presenter.value_or(chamber.person());
}

PersonId waiting_person(Chamber& chamber) {
  const hall::Meeting* meeting = chamber.current();
  if (!meeting || !meeting->active_item) return chamber.person();
  const hall::Item& item = meeting->items.at(*meeting->active_item);
  return item.queue.empty() ? chamber.person() : item.requests.at(chamber.dice().any(item.queue)).person;
}

RequestFloor asking(Dice& dice) {
  RequestFloor command;
  command.kind = static_cast<SpeechKind>(dice.below(5));
  if (command.kind == SpeechKind::speech && dice.percent(60)) command.stance = static_cast<Stance>(dice.below(3));
  if (command.kind == SpeechKind::point_of_order) command.point = static_cast<PointOfOrder>(dice.below(3));
  if (dice.percent(3)) command.stance = Stance::neutral;
  if (dice.percent(3)) command.point = PointOfOrder::fact;
  return command;
}

FloorRules floor_rules(Dice& dice) {
  FloorRules rules;
  rules.fairness = static_cast<Fairness>(dice.below(5));
  rules.patience = static_cast<std::int64_t>(1 + dice.below(4));
  rules.transfer = dice.percent(70);
  if (dice.percent(20)) rules.kinds = {SpeechKind::speech, SpeechKind::point_of_order};
  if (dice.percent(30)) rules.interrupting = {SpeechKind::reply, SpeechKind::point_of_order};
  const auto perhaps = [&](auto& seconds) {
    if (dice.percent(30)) seconds = static_cast<std::int64_t>(30 + dice.below(600));
  };
  perhaps(rules.person_item_seconds);
  perhaps(rules.person_meeting_seconds);
  perhaps(rules.group_item_seconds);
  return rules;
}

}  // namespace talar::simulation
