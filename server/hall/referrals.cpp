#include "server/hall/referrals.hpp"

#include <algorithm>

#include "server/hall/agenda.hpp"

namespace talar::hall {

bool is_waiting(const ReferralView& referral) {
  return !referral.taken_up && is_received(referral) != referral.report.has_value();
}

ItemAdded item_of(MeetingId meeting, ItemId item, std::int64_t position, ReferralId id, const ReferralView& referral) {
  ItemContent content;
  content.title = referral.content.title;
  content.kind = is_received(referral) ? ItemKind::discussion : ItemKind::report;
  content.confidential = referral.content.confidential;
  const OriginKind kind = is_received(referral) ? OriginKind::referral : OriginKind::report;
  return {meeting, item, {}, position, std::move(content), ItemOrigin{kind, referral.content.item, {}, id, {}}};
}

void add_waiting(Events& events, const State& state, MeetingId meeting, IdSource& ids) {
  std::int64_t on_top = 0;
  std::size_t items = 0;
  for (const Event& event : events) {
    const auto* const added = std::get_if<ItemAdded>(&event);
    if (!added || added->meeting != meeting) continue;
    ++items;
    if (!added->parent) ++on_top;
  }
  std::vector<std::pair<Instant, ReferralId>> waiting;  // what has come first stands first
  for (const auto& [id, referral] : state.referrals)
    if (is_waiting(referral)) waiting.emplace_back(referral.reported_at.value_or(referral.at), id);
  std::ranges::sort(waiting);
  for (const auto& [since, id] : waiting) {
    if (items++ >= limits::items) return;
    events.push_back(item_of(meeting, ids.next<ItemId>(), on_top++, id, state.referrals.at(id)));
  }
}

void take_up(State& state, const ItemAdded& e) {
  if (!e.origin || !e.origin->referral) return;
  if (e.origin->kind != OriginKind::referral && e.origin->kind != OriginKind::report) return;
  const auto found = state.referrals.find(*e.origin->referral);
  if (found != state.referrals.end()) found->second.taken_up = e.item;
}

void let_go(State& state, ItemId item) {
  for (auto& [id, referral] : state.referrals)
    if (referral.taken_up == item) referral.taken_up.reset();
}

}  // namespace talar::hall
