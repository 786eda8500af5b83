// The speaking queue under the chair's hand: how long it will take, and who may stand where.
import { turnClock } from '@/core/clock';
import type { FloorView, HallView, RequestView, SpeechKind } from '@/generated/protocol';

export function limitOf(charter: HallView['charter'], kind: SpeechKind): number {
  switch (kind) {
    case 'speech':
      return charter.speech_seconds * 1000;
    case 'reply':
      return charter.reply_seconds * 1000;
    case 'point_of_order':
      return charter.point_of_order_seconds * 1000;
  }
}

/** Milliseconds until the list is through, if everyone takes the full time. */
export function queueLength(floor: FloorView, charter: HallView['charter'], now: number): number {
  const running = floor.turn ? Math.max(0, turnClock(floor.turn, now).seconds) * 1000 : 0;
  return floor.queue.reduce((sum, id) => sum + limitOf(charter, floor.requests[id]!.kind), running);
}

export interface QueueRow {
  id: string;
  request: RequestView;
}

export function queueRows(floor: FloorView | undefined): QueueRow[] {
  return floor ? floor.queue.map((id) => ({ id, request: floor.requests[id]! })) : [];
}
