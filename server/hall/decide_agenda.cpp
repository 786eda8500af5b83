#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/consent.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/recusal.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/url.hpp"

namespace talar::hall {
namespace {

using enum ItemState;

Refusal wrong_state(const Item& item) {
  return with(refuse(RefusalCode::wrong_item_state), "state", item.state);
}

std::optional<Refusal> unfit(const State& state, const ItemContent& content) {
  if (content.presenter && !state.members.contains(*content.presenter)) {
    return refuse(RefusalCode::no_such_person, "content.presenter");
  }
  return content.links ? bad_url_in(*content.links, "content.links.") : std::nullopt;
}

Refusal bad_position(std::size_t last) {
  return with(refuse(RefusalCode::bad_position, "position"), "last", last);
}

Refusal too_deep() {
  return with(refuse(RefusalCode::nesting_too_deep, "parent"), "max", limits::item_depth);
}

/// Whether something recorded while closed would be seen, when this item itself is closed no longer.
bool would_uncover(const Meeting& meeting, ItemId item) {
  if (is_touched(meeting, item)) return true;
  return std::ranges::any_of(level_below(meeting, item), [&](ItemId child) {
    return !meeting.items.at(child).content.confidential && would_uncover(meeting, child);
  });
}

/// Deferring and withdrawing differ in their outcome and in what can have come before it.
Decision put_off(const Asking& a, ItemId item, ItemState outcome, std::initializer_list<ItemState> from,
                 const std::optional<Reason>& reason) {
  const auto place = item_in(a.state, item, agenda_is_alive);
  if (!place) return place.error();
  if (std::ranges::count(from, place->item.state) == 0) return wrong_state(place->item);
  if (place->item.state == active && place->meeting.open_vote) return refuse(RefusalCode::vote_open);
  if (is_being_decided(place->meeting, item)) return refuse(RefusalCode::vote_open);
  Events events;
  end_item(events, {place->meeting_id, place->meeting}, item, outcome, reason, a.now());
  return events;
}

}  // namespace

Decision decide_on(const Asking& a, const AddItem& c) {
  const auto place = meeting_in(a.state, c.meeting, agenda_is_alive);
  if (!place) return place.error();
  const Meeting& meeting = place->meeting;
  if (c.parent && !meeting.items.contains(*c.parent)) return refuse(RefusalCode::no_such_item, "parent");
  if (auto refusal = full_agenda(meeting)) return *refusal;
  if (depth(meeting, c.parent) + 1 > limits::item_depth) return too_deep();
  const auto last = static_cast<std::int64_t>(level_below(meeting, c.parent).size());
  const std::int64_t position = c.position ? c.position->value : last;
  if (position > last) return bad_position(level_below(meeting, c.parent).size());
  if (auto refusal = unfit(a.state, c.content)) return *refusal;
  if (c.content.approves) {
    if (auto refusal = unfit_for_approval(a.state, c.meeting, *c.content.approves)) return *refusal;
  }
  if (is_being_decided(meeting, c.parent)) return refuse(RefusalCode::vote_open);
  return Events{ItemAdded{c.meeting, a.ids().next<ItemId>(), c.parent, position, c.content, {}}};
}

Decision decide_on(const Asking& a, const EditItem& c) {
  const auto place = item_in(a.state, c.item, agenda_is_alive);
  if (!place) return place.error();
  if (auto refusal = unfit(a.state, c.content)) return *refusal;
  if (c.content.approves && c.content.approves != place->item.content.approves) {
    if (auto refusal = unfit_for_approval(a.state, place->meeting_id, *c.content.approves)) return *refusal;
  }
  if (is_being_decided(place->meeting, c.item)) return refuse(RefusalCode::vote_open);
  const bool opens =
      place->item.content.confidential && !c.content.confidential && !is_closed(place->meeting, place->item.parent);
  if (opens && would_uncover(place->meeting, c.item)) {  // CNF-3
    return refuse(RefusalCode::item_not_empty, "content.confidential");
  }
  return Events{ItemEdited{place->meeting_id, c.item, c.content}};
}

Decision decide_on(const Asking& a, const MoveItem& c) {
  const auto place = item_in(a.state, c.item, agenda_is_alive);
  if (!place) return place.error();
  const Meeting& meeting = place->meeting;
  if (c.parent && !meeting.items.contains(*c.parent)) return refuse(RefusalCode::no_such_item, "parent");
  if (inside(meeting, c.parent, c.item)) return refuse(RefusalCode::item_inside_itself, "parent");
  if (depth(meeting, c.parent) + height(meeting, c.item) > limits::item_depth) return too_deep();
  const std::size_t here = c.parent == place->item.parent ? 1 : 0;
  const std::size_t last = level_below(meeting, c.parent).size() - here;
  if (c.position.value > static_cast<std::int64_t>(last)) return bad_position(last);
  if (is_being_decided(meeting, c.item) || is_being_decided(meeting, c.parent)) return refuse(RefusalCode::vote_open);
  const bool opens =
      !place->item.content.confidential && is_closed(meeting, place->item.parent) && !is_closed(meeting, c.parent);
  if (opens && would_uncover(meeting, c.item)) return refuse(RefusalCode::item_not_empty, "parent");  // CNF-3
  Events events;
  for (const PersonId person : newly_recused(meeting, c.item, c.parent)) {  // PRS-15
    if (meeting.open_vote && decides(meeting, meeting.votes.at(*meeting.open_vote).item, c.item)) {
      return refuse(RefusalCode::vote_open);
    }
    leave_floor_below(events, {place->meeting_id, meeting}, c.item, person, a.now());
  }
  events.push_back(ItemMoved{place->meeting_id, c.item, c.parent, c.position});
  return events;
}

Decision decide_on(const Asking& a, const RemoveItem& c) {
  const auto place = item_in(a.state, c.item, agenda_is_alive);
  if (!place) return place.error();
  if (place->item.state != planned) return wrong_state(place->item);
  if (!level_below(place->meeting, c.item).empty() || is_touched(place->meeting, c.item)) {
    return refuse(RefusalCode::item_not_empty, "item");
  }
  if (is_being_decided(place->meeting, c.item)) return refuse(RefusalCode::vote_open);
  Events events;
  for (const auto& [attachment, file] : place->meeting.attachments)
    if (file.item == c.item) events.push_back(AttachmentRemoved{place->meeting_id, attachment});
  events.push_back(ItemRemoved{place->meeting_id, c.item});
  return events;
}

Decision decide_on(const Asking& a, const ActivateItem& c) {
  const auto place = item_in(a.state, c.item, {MeetingState::open});
  if (!place) return place.error();
  if (place->item.state == active) return refuse(RefusalCode::already_active, "item");
  if (place->item.state == withdrawn) return wrong_state(place->item);
  if (place->meeting.open_vote) return refuse(RefusalCode::vote_open);
  Events events;
  end_active_item(events, {place->meeting_id, place->meeting}, a.now());
  if (place->meeting.closed_since) close_item(events, {place->meeting_id, place->meeting}, c.item);  // CNF-9
  events.push_back(ItemActivated{place->meeting_id, c.item});
  return events;
}

Decision decide_on(const Asking& a, const EndItem&) {
  const auto floor = floor_of(a.state);
  if (!floor) return floor.error();
  if (floor->meeting.open_vote) return refuse(RefusalCode::vote_open);
  Events events;
  end_active_item(events, {floor->meeting_id, floor->meeting}, a.now());
  return events;
}

Decision decide_on(const Asking& a, const DeferItem& c) {
  return put_off(a, c.item, deferred, {planned, active}, c.reason);
}

Decision decide_on(const Asking& a, const WithdrawItem& c) {
  return put_off(a, c.item, withdrawn, {planned, active, deferred}, c.reason);
}

}  // namespace talar::hall
