#include "server/hall/sight.hpp"

namespace talar::hall {

std::optional<FloorView> view_floor(const Meeting& meeting, Sight sight) {
  if (!meeting.active_item || !sight.sees(meeting, meeting.active_item)) return std::nullopt;
  const Item& item = meeting.items.at(*meeting.active_item);
  FloorView view;
  view.list_open = item.list_open;
  view.turn = meeting.turn;
  view.queue = item.queue;
  for (const RequestId id : item.queue) {
    const Request& request = item.requests.at(id);
    RequestView waiting{request.person, request.kind, request.asked_at, {}, request.moved_reason};
    if (sight.is_inside()) waiting.note = request.note;  // FLR-18
    view.requests.emplace(id, std::move(waiting));
  }
  return view;
}

}  // namespace talar::hall
