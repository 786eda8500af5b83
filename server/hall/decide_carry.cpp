#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/agenda_end.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

using enum ItemState;

/// Done, or a heading of parts that all are.
bool is_finished(const Meeting& meeting, ItemId id) {
  const ItemState state = meeting.items.at(id).state;
  if (state == done || state == withdrawn) return true;
  const auto& parts = level_below(meeting, id);
  return state == planned && !parts.empty() &&
         std::ranges::all_of(parts, [&](ItemId part) { return is_finished(meeting, part); });
}

class Carrier {
 public:
  Carrier(AgendaEnd& agenda, const Meeting& from, PersonId by) : agenda_(agenda), from_(from), by_(by) {}

  /// What is below `above`, to below `to`: none, unless `above` itself is carried over.
  void carry(std::optional<ItemId> above, std::optional<ItemId> to) {
    for (const ItemId id : level_below(from_, above)) {
      if (from_.items.at(id).state == withdrawn) continue;  // and with it what is below
      std::optional<ItemId> copied;
      if (is_due(id, to)) copied = copy(id, to);
      carry(id, copied);
    }
  }

 private:
  bool is_due(ItemId id, std::optional<ItemId> to) const {
    const Item& item = from_.items.at(id);
    if (item.carried_to || is_finished(from_, id)) return false;
    if (item.origin && item.origin->kind == OriginKind::follow_up) return false;  // FUP-9
    return item.state == deferred || (item.state == planned && (to || from_.ended_at));
  }

  ItemId copy(ItemId id, std::optional<ItemId> to) {
    ItemContent content = from_.items.at(id).content;
    if (!to) content.confidential = is_closed(from_, id);  // what closed it may stay behind
    const ItemId item = agenda_.add(to, std::move(content), ItemOrigin{OriginKind::carried_over, id, {}, {}, {}});
    for (const auto& [attachment, file] : from_.attachments) {
      if (file.item != id) continue;
      Attachment same = file;
      same.item = item;
      agenda_.attach(std::move(same), by_);
    }
    return item;
  }

  AgendaEnd& agenda_;
  const Meeting& from_;
  const PersonId by_;
};

}  // namespace

void carry_over(AgendaEnd& agenda, const State& state, PersonId by) {
  if (state.current) Carrier(agenda, state.meetings.at(*state.current), by).carry(std::nullopt, std::nullopt);
}

Decision decide_on(const Asking& a, const CarryOver& c) {
  const auto place = meeting_in(a.state, c.to, {MeetingState::drafted}, "to");
  if (!place) return place.error();
  Events events;
  IdSource ids = a.ids();
  AgendaEnd agenda(a.state, c.to, events, ids);
  carry_over(agenda, a.state, a.person());
  if (!agenda.has_added()) return refuse(RefusalCode::nothing_to_carry_over);
  if (auto refusal = agenda.too_many_items()) return *refusal;
  return events;
}

}  // namespace talar::hall
