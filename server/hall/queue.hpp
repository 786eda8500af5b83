// The order of those who wait for the floor.
#pragma once

#include "protocol/refusal.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

/// FLR-7: before the first waiting request of lower precedence that the chair has not moved, else at the end.
void enqueue(Item& item, RequestId request);
/// Takes the request out of the waiting list, if it waits.
void dequeue(Item& item, RequestId request);
/// To a place counted without the request itself.
void move_in_queue(Item& item, RequestId request, std::int64_t position);

/// Why the request that a command names cannot be called, skipped or moved.
std::optional<Refusal> not_waiting(const Item& item, RequestId request);
std::optional<RequestId> waiting_request_of(const Item& item, PersonId person);

}  // namespace talar::hall
