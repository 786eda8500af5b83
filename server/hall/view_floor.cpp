#include "server/hall/sight.hpp"

namespace talar::hall {

std::optional<FloorView> view_floor(const Meeting& meeting, Sight sight, const Parts& parts) {
  const FloorParts& floor = parts.floor;
  const bool whole = parts.everything || floor.everything;
  if (!whole && floor.empty()) return std::nullopt;
  if (!meeting.active_item || !sight.sees(meeting, meeting.active_item)) return std::nullopt;
  const Item& item = meeting.items.at(*meeting.active_item);
  FloorView view;
  if (whole || floor.list_open) view.list_open = item.list_open;
  if (whole || floor.turn) view.turn = meeting.turn;
  if (whole || floor.queue) view.queue = item.queue;
  for (const RequestId id : item.queue) {
    if (!whole && !floor.requests.contains(id)) continue;
    const Request& request = item.requests.at(id);
    RequestView waiting;
    waiting.person = request.person;
    waiting.kind = request.kind;
    waiting.stance = request.stance;
    waiting.point = request.point;
    waiting.asked_at = request.asked_at;
    waiting.moved_reason = request.moved_reason;
    if (sight.is_inside()) waiting.note = request.note;  // FLR-18
    view.requests.emplace(id, std::move(waiting));
  }
  return view;
}

}  // namespace talar::hall
