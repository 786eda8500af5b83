import type { TurnView } from '@/generated/protocol';
import { turnClock } from './clock';

// The soft signals of a turn's clock: one when the last half minute begins, one when the time is over.

export type Chime = 'soon' | 'end';
export const soonSeconds = 30;

/** Where a turn's clock was when it was last looked at. An extension or a new turn begins a new count. */
export interface Heard {
  readonly turn: string;
  readonly seconds: number;
}

export function heardOf(turn: TurnView | undefined, now: number): Heard | undefined {
  if (!turn || turn.paused_at) return undefined;
  return { turn: `${turn.request} ${turn.started_at} ${turn.limit}`, seconds: turnClock(turn, now).seconds };
}

/** What is to be heard between two looks; a device that has slept through both signals gives only the last. */
export function chimeBetween(before: Heard | undefined, after: Heard | undefined): Chime | undefined {
  if (!before || !after || before.turn !== after.turn) return undefined;
  if (before.seconds > 0 && after.seconds <= 0) return 'end';
  return before.seconds > soonSeconds && after.seconds <= soonSeconds ? 'soon' : undefined;
}
