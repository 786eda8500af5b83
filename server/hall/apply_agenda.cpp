#include "server/hall/agenda.hpp"
#include "server/hall/apply.hpp"
#include "server/hall/order.hpp"
#include "server/hall/referrals.hpp"

namespace talar::hall {
namespace {

void move(Meeting& meeting, const auto& e) {
  Item& item = meeting.items.at(e.item);
  std::erase(level_below(meeting, item.parent), e.item);
  auto& level = level_below(meeting, e.parent);
  level.insert(level.begin() + e.position, e.item);
  item.parent = e.parent;
}

}  // namespace

void apply_on(State& state, const Recorded&, const ItemAdded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Item item;
  item.parent = e.parent;
  item.content = e.content;
  item.origin = e.origin;
  if (Item* const source = carried_from(state, item)) source->carried_to = e.item;
  meeting.items.emplace(e.item, std::move(item));
  auto& level = level_below(meeting, e.parent);
  level.insert(level.begin() + e.position, e.item);
  take_up(state, e);
}

void apply_on(State& state, const Recorded&, const ItemEdited& e) {
  state.meetings.at(e.meeting).items.at(e.item).content = e.content;
}

void apply_on(State& state, const Recorded&, const ItemMoved& e) {
  move(state.meetings.at(e.meeting), e);
}

void apply_on(State& state, const Recorded& recorded, const ItemTakenOut& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  move(meeting, e);
  meeting.items.at(e.item).taken_out_by = e.by;
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded&, const ItemRemoved& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  take_back(state, meeting.items.at(e.item));
  std::erase(level_below(meeting, meeting.items.at(e.item).parent), e.item);
  meeting.levels.erase(e.item);
  meeting.items.erase(e.item);
  meeting.record.texts.erase(e.item);  // nothing but a hold
  let_go(state, e.item);
}

void apply_on(State& state, const Recorded& recorded, const ItemActivated& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  TALAR_ASSERT("AGD-9", !meeting.active_item);
  Item& item = meeting.items.at(e.item);
  item.state = ItemState::active;
  item.started_at = recorded.at;
  item.running_since = recorded.at;
  item.ended_at.reset();
  item.reason.reset();
  meeting.active_item = e.item;
  meeting.shown_result.reset();
  arrange(state, meeting, item);
  note(meeting, recorded);
}

void apply_on(State& state, const Recorded& recorded, const ItemEnded& e) {
  Meeting& meeting = state.meetings.at(e.meeting);
  Item& item = meeting.items.at(e.item);
  if (item.state == ItemState::active) {
    TALAR_ASSERT("AGD-9", meeting.active_item == e.item && !meeting.turn && !meeting.open_vote);
    meeting.active_item.reset();
    meeting.shown_result.reset();
    item.list_closes_at.reset();
  }
  if (item.state == ItemState::active || e.vote) item.ended_at = recorded.at;
  item.running_since.reset();
  item.decided_by = e.vote;
  item.state = e.outcome;
  item.spent = e.spent;
  item.reason = e.reason;
  note(meeting, recorded);
}

}  // namespace talar::hall
