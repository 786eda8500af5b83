#include "server/hall/budgets.hpp"
#include "server/hall/sight.hpp"

namespace talar::hall {
namespace {

RequestView view_request(const Request& request, Sight sight) {
  RequestView view;
  view.person = request.person;
  view.kind = request.kind;
  view.stance = request.stance;
  view.point = request.point;
  view.asked_at = request.asked_at;
  view.moved_reason = request.moved_reason;
  if (sight.is_inside()) view.note = request.note;  // FLR-18
  return view;
}

/// FLR-24: for those inside.
void explain(std::map<RequestId, RequestView>& requests, const State& state, const Meeting& meeting, const Item& item) {
  const auto queue = candidates(state, meeting, item);
  const Budgets budgets(state, meeting, item);
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const auto found = requests.find(queue[i].request);
    if (found == requests.end()) continue;
    RequestView& view = found->second;
    view.ahead = ahead(queue, i, state.charter.floor->fairness);
    view.limit = budgets.limit(view.person, view.kind);
  }
}

}  // namespace

std::optional<FloorView> view_floor(const State& state, const Meeting& meeting, Sight sight, const Parts& parts) {
  const FloorParts& floor = parts.floor;
  const bool whole = parts.everything || floor.everything;
  if (!whole && floor.empty()) return std::nullopt;
  if (!meeting.active_item || !sight.sees(meeting, meeting.active_item)) return std::nullopt;
  const Item& item = meeting.items.at(*meeting.active_item);
  FloorView view;
  if (whole || floor.list_open) view.list_open = item.list_open;
  if (whole || floor.list_closes_at) view.list_closes_at = item.list_closes_at;
  if (whole || floor.turn) view.turn = meeting.turn;
  if (whole || floor.interrupted) view.interrupted = meeting.interrupted;
  if (whole || floor.queue) view.queue = item.queue;
  for (const RequestId id : item.queue) {
    if (whole || floor.requests.contains(id)) view.requests.emplace(id, view_request(item.requests.at(id), sight));
  }
  if (sight.is_inside() && !view.requests.empty()) explain(view.requests, state, meeting, item);
  return view;
}

}  // namespace talar::hall
