#include "server/hall/queue.hpp"

#include <algorithm>

#include "server/hall/refuse.hpp"

namespace talar::hall {

void enqueue(Item& item, RequestId request) {
  const SpeechKind kind = item.requests.at(request).kind;
  const auto yields = [&](RequestId waiting) {
    const Request& other = item.requests.at(waiting);
    return other.kind < kind && !other.moved_reason;
  };
  item.queue.insert(std::ranges::find_if(item.queue, yields), request);
}

void dequeue(Item& item, RequestId request) {
  std::erase(item.queue, request);
}

void move_in_queue(Item& item, RequestId request, std::int64_t position) {
  dequeue(item, request);
  item.queue.insert(item.queue.begin() + position, request);
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
