#include "server/hall/agenda.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

/// An item of which somebody may become or cease to be recused.
Result<ItemPlace> undecided(const State& state, ItemId id) {
  const auto place = item_in(state, id, agenda_is_alive);
  if (!place) return place.error();
  const ItemState item = place->item.state;
  if (item == ItemState::done || item == ItemState::withdrawn) {
    return with(refuse(RefusalCode::wrong_item_state, "item"), "state", item);
  }
  const auto& open_vote = place->meeting.open_vote;
  if (open_vote && decides(place->meeting, place->meeting.votes.at(*open_vote).item, id)) {
    return refuse(RefusalCode::vote_open);  // PRS-17
  }
  return place;
}

Decision recuse(const Asking& a, ItemId id, PersonId person, const std::optional<Reason>& reason) {
  const auto place = undecided(a.state, id);
  if (!place) return place.error();
  const auto& [meeting_id, meeting, item_id, item] = *place;
  if (!a.state.members.contains(person)) return refuse(RefusalCode::no_such_person, "person");
  if (is_recused(meeting, id, person)) return refuse(RefusalCode::already_recused);
  if (auto refusal = comes_too_often(a, meeting, person)) return *refusal;
  Events events;
  leave_floor_below(events, {meeting_id, meeting}, id, person, a.now());
  events.push_back(MemberRecused{meeting_id, id, person, reason});
  return events;
}

}  // namespace

Decision decide_on(const Asking& a, const DeclareInterest& c) {
  return recuse(a, c.item, a.person(), c.reason);
}
Decision decide_on(const Asking& a, const RecordRecusal& c) {
  return recuse(a, c.item, c.person, c.reason);
}

Decision decide_on(const Asking& a, const LiftRecusal& c) {
  if (a.role != Role::chair && a.role != Role::staff && c.person != a.person()) {
    return refuse(RefusalCode::not_your_own, "person");
  }
  const auto place = undecided(a.state, c.item);
  if (!place) return place.error();
  if (!place->item.recused.contains(c.person)) return refuse(RefusalCode::not_recused, "person");
  if (auto refusal = comes_too_often(a, place->meeting, c.person)) return *refusal;
  return Events{RecusalLifted{place->meeting_id, c.item, c.person}};
}

}  // namespace talar::hall
