// The waiting list of an item. Whoever changes it arranges it afterwards (order.hpp).
#pragma once

#include "protocol/refusal.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

void enqueue(Item& item, RequestId request);
/// Those whom the chair has placed behind it move up by one.
void dequeue(Item& item, RequestId request);
/// To a place counted without the request itself, where it stays (FLR-17).
void move_in_queue(Item& item, RequestId request, std::int64_t position);
/// Before it is called: everybody of its rank who has asked earlier has been passed, if the order called it (FLR-23).
void count_passed(Item& item, RequestId called);

/// Why the request that a command names cannot be called, skipped or moved.
std::optional<Refusal> not_waiting(const Item& item, RequestId request);
std::optional<RequestId> waiting_request_of(const Item& item, PersonId person);

}  // namespace talar::hall
