import type { PersonId, RequestId, RequestView, View } from '@/generated/protocol';
import { goingOn, limitOf } from './floor';

export interface QueueEntry {
  readonly id: RequestId;
  /** From 1, in the order of calling. */
  readonly place: number;
  readonly name: string;
  readonly request: RequestView;
  readonly mine: boolean;
}

/** The waiting list in the order of calling, with names; `me` marks one's own entries. */
export function queueOf(view: View, me?: PersonId): QueueEntry[] {
  const floor = view.floor;
  if (!floor) return [];
  return floor.queue.flatMap((id, index) => {
    const request = floor.requests[id];
    if (!request) return [];
    return [{ id, place: index + 1, name: personName(view, request.person), request, mine: request.person === me }];
  });
}

export const personName = (view: View, person: PersonId | undefined): string => (person && view.people[person]?.name) || '';

/** About how long until an entry is called, in milliseconds: what goes on now, and the whole time of everybody before. */
export function waitFor(view: View, queue: readonly QueueEntry[], entry: QueueEntry, now: number): number {
  return queue.slice(0, entry.place - 1).reduce((sum, other) => sum + timeOf(view, other.request), goingOn(view, now));
}

/** How long the whole list still takes, in milliseconds. */
export const wholeQueue = (view: View, queue: readonly QueueEntry[], now: number): number =>
  queue.reduce((sum, entry) => sum + timeOf(view, entry.request), goingOn(view, now));

/** What a request would get: as the server counts it with every budget, or as the charter says where it is not told. */
export const timeOf = (view: View, request: RequestView): number => request.limit ?? limitOf(view.hall.charter, request.kind);

/** Has not spoken in this meeting yet. */
export const isFirstTime = (view: View, request: RequestView): boolean => view.people[request.person]?.turns === 0;
