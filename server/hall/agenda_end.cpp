#include "server/hall/agenda_end.hpp"

#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

AgendaEnd::AgendaEnd(const State& state, MeetingId meeting, Events& events, IdSource& ids)
    : state_(state), meeting_(meeting), events_(events), ids_(ids) {
  const auto found = state.meetings.find(meeting);
  if (found == state.meetings.end()) return;
  there_ = found->second.items.size();
  ends_[std::nullopt] = static_cast<std::int64_t>(level_below(found->second, std::nullopt).size());
}

ItemId AgendaEnd::add(std::optional<ItemId> parent, ItemContent content, std::optional<ItemOrigin> origin) {
  if (content.presenter && !state_.members.contains(*content.presenter)) content.presenter.reset();
  if (content.approves && unfit_for_approval(state_, meeting_, *content.approves)) content.approves.reset();
  const auto item = ids_.next<ItemId>();
  events_.push_back(ItemAdded{meeting_, item, parent, ends_[parent]++, std::move(content), origin});
  ++added_;
  return item;
}

void AgendaEnd::attach(Attachment content, PersonId by) {
  events_.push_back(AttachmentAdded{meeting_, ids_.next<AttachmentId>(), std::move(content), by});
}

std::size_t AgendaEnd::room() const {
  return limits::items - std::min(there_ + added_, limits::items);
}

std::optional<Refusal> AgendaEnd::too_many_items() const {
  if (there_ + added_ <= limits::items) return std::nullopt;
  return with(refuse(RefusalCode::too_many_items), "max", limits::items);
}

}  // namespace talar::hall
