#include "server/hall/budgets.hpp"

#include <algorithm>

#include "server/hall/steps.hpp"

namespace talar::hall {
namespace {

constexpr Millis least_turn{TurnSeconds::min * 1000};
constexpr Millis longest_turn{TurnSeconds::max * 1000};

Millis limit_of(const Charter& charter, SpeechKind kind) {
  switch (kind) {
    case SpeechKind::speech:
      return {charter.speech_seconds * 1000};
    case SpeechKind::question:
      return {charter.floor->question_seconds * 1000};
    case SpeechKind::presentation:
      return {charter.floor->presentation_seconds * 1000};
    case SpeechKind::reply:
      return {charter.reply_seconds * 1000};
    case SpeechKind::point_of_order:
      return {charter.point_of_order_seconds * 1000};
  }
  return {};
}

template <class Map, class Key>
auto value_of(const Map& map, const Key& key) -> typename Map::mapped_type {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

}  // namespace

bool is_budgeted(SpeechKind kind) {
  return kind == SpeechKind::speech || kind == SpeechKind::question;
}

Budgets::Budgets(const State& state, const Meeting& meeting, const Item& item)
    : state_(state), meeting_(meeting), item_(item) {
  if (!state.charter.floor->group_item_seconds) return;
  for (const auto& [person, speech] : item.speeches) {
    Millis& taken = parties_[party_of(state, person)];
    taken = taken + speech.budgeted;
  }
}

void Budgets::count(const Turn& turn, Instant now) {
  if (!is_budgeted(turn.kind)) return;
  const Millis taken = std::max(spoken(turn, now) - credit(turn.person), Millis{});
  running_[turn.person] = taken;
  Millis& of_party = parties_[party_of(state_, turn.person)];
  of_party = of_party + taken;
}

std::optional<Budgets::Left> Budgets::least(PersonId person, SpeechKind kind) const {
  if (!is_budgeted(kind)) return std::nullopt;
  const FloorRules& rules = *state_.charter.floor;
  std::optional<Left> least;
  const auto binds = [&](Budget budget, const auto& seconds, Millis taken) {
    if (!seconds) return;
    const Millis left = std::max(Millis{*seconds * 1000} - taken, Millis{});
    if (!least || left < least->left) least = Left{budget, left};
  };
  const Millis running = value_of(running_, person);
  binds(Budget::person_item, rules.person_item_seconds, value_of(item_.speeches, person).budgeted + running);
  binds(Budget::person_meeting, rules.person_meeting_seconds,
        value_of(meeting_.speech_totals, person).budgeted + running);
  if (rules.group_item_seconds) {
    binds(Budget::group_item, rules.group_item_seconds, value_of(parties_, party_of(state_, person)));
  }
  return least;
}

Millis Budgets::credit(PersonId person) const {
  return value_of(item_.speeches, person).credit;
}

std::optional<Budget> Budgets::spent(PersonId person, SpeechKind kind) const {
  const auto binding = least(person, kind);
  if (!binding || binding->left > Millis{} || credit(person) > Millis{}) return std::nullopt;
  return binding->budget;
}

Millis Budgets::limit(PersonId person, SpeechKind kind) const {
  Millis limit = limit_of(state_.charter, kind);
  if (const auto binding = least(person, kind)) limit = std::min(limit, binding->left);
  return std::clamp(limit + credit(person), least_turn, longest_turn);
}

}  // namespace talar::hall
