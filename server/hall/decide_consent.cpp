#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/consent.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

bool is_block(const Meeting& meeting, std::optional<ItemId> item) {
  return item && meeting.items.at(*item).content.kind == ItemKind::consent;
}

}  // namespace

bool is_being_decided(const Meeting& meeting, std::optional<ItemId> item) {
  if (!meeting.open_vote) return false;
  const ItemId decided = meeting.votes.at(*meeting.open_vote).item;
  return is_block(meeting, decided) && inside(meeting, item, decided);
}

void end_decided_parts(Events& events, const VotePlace& vote) {
  const ItemId block = vote.vote.item;
  if (!is_block(vote.meeting, block)) return;
  for (const ItemId id : reading_order(vote.meeting)) {
    const Item& item = vote.meeting.items.at(id);
    if (item.state != ItemState::planned || !inside(vote.meeting, item.parent, block)) continue;
    events.push_back(ItemEnded{vote.meeting_id, id, ItemState::done, item.spent, {}, vote.vote_id});
  }
}

Decision decide_on(const Asking& a, const TakeOut& c) {
  const auto place = item_in(a.state, c.item, {MeetingState::convened, MeetingState::open, MeetingState::recess});
  if (!place) return place.error();
  const auto& [meeting_id, meeting, id, item] = *place;
  const auto block = item.parent;
  if (!is_block(meeting, block)) return refuse(RefusalCode::not_in_consent_block, "item");
  if (item.state != ItemState::planned) {
    return with(refuse(RefusalCode::wrong_item_state, "item"), "state", item.state);
  }
  if (is_being_decided(meeting, block)) return refuse(RefusalCode::vote_open);
  Events events;
  const auto above = meeting.items.at(*block).parent;
  if (!item.content.confidential && is_closed(meeting, block) && !is_closed(meeting, above)) {  // AGD-25
    ItemContent closed = item.content;
    closed.confidential = true;
    events.push_back(ItemEdited{meeting_id, id, std::move(closed)});
  }
  const auto& siblings = level_below(meeting, above);
  const std::int64_t position = std::ranges::find(siblings, *block) - siblings.begin() + 1;
  events.push_back(ItemTakenOut{meeting_id, id, a.person(), above, position});
  return events;
}

}  // namespace talar::hall
