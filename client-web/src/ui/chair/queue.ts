// The speaking queue under the chair's hand: how long until it is through.
import { turnClock } from '@/core/clock';
import { limitOf } from '@/core/queue';
import type { FloorView, HallView } from '@/generated/protocol';

/** Milliseconds until the list is through, if everyone takes the full time. */
export function queueLength(floor: FloorView, charter: HallView['charter'], now: number): number {
  const running = floor.turn ? Math.max(0, turnClock(floor.turn, now).seconds) * 1000 : 0;
  return floor.queue.reduce((sum, id) => sum + (floor.requests[id]!.limit ?? limitOf(charter, floor.requests[id]!.kind)), running);
}
