// The speaking queue under the chair's hand: how long until it is through.
import { turnClock } from '@/core/clock';
import type { FloorView, HallView, SpeechKind } from '@/generated/protocol';

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
