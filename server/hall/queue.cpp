#include "server/hall/queue.hpp"

#include <algorithm>

#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

void shift_placed(Item& item, std::int64_t position, std::int64_t by) {
  for (const RequestId id : item.queue)
    if (auto& place = item.requests.at(id).place; place && *place >= position) *place += by;
}

}  // namespace

void enqueue(Item& item, RequestId request) {
  item.queue.push_back(request);
}

void dequeue(Item& item, RequestId request) {
  const auto found = std::ranges::find(item.queue, request);
  const auto gone = found - item.queue.begin();
  item.queue.erase(found);
  item.requests.at(request).place.reset();
  shift_placed(item, gone, -1);
}

void move_in_queue(Item& item, RequestId request, std::int64_t position) {
  dequeue(item, request);
  shift_placed(item, position, 1);
  item.queue.insert(item.queue.begin() + position, request);
  item.requests.at(request).place = position;
}

void count_passed(Item& item, RequestId called) {
  const Request& one = item.requests.at(called);
  if (item.queue.front() != called || one.place) return;
  for (const RequestId id : item.queue) {
    Request& other = item.requests.at(id);
    if (other.kind == one.kind && other.point == one.point && other.asked < one.asked) ++other.passed;
  }
}

std::optional<Refusal> not_waiting(const Item& item, RequestId request) {
  const auto found = item.requests.find(request);
  if (found == item.requests.end()) return refuse(RefusalCode::no_such_request, "request");
  if (found->second.state == RequestState::waiting) return std::nullopt;
  if (found->second.state == RequestState::spoken) return refuse(RefusalCode::already_spoken, "request");
  return with(refuse(RefusalCode::not_waiting, "request"), "state", found->second.state);
}

std::optional<RequestId> waiting_request_of(const Item& item, PersonId person) {
  for (const RequestId request : item.queue)
    if (item.requests.at(request).person == person) return request;
  return std::nullopt;
}

}  // namespace talar::hall
