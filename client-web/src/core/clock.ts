import type { Instant, TurnView, VoteView } from '@/generated/protocol';

// Clocks travel as facts; here they become time left. And the server's clock is estimated, so that all screens agree.

export const ms = (instant: Instant): number => Date.parse(instant);

/**
 * offset = local - server. A frame's `now` gives an upper bound (the way here only adds to it), so the least one counts; a ping
 * and its pong bound the error by half the round trip, so the quickest one counts and beats any frame.
 */
export interface ServerClock {
  readonly oneWay?: number;
  readonly roundTrips: readonly { offset: number; took: number }[];
}
const roundTripsKept = 8;

export const unknownClock: ServerClock = { roundTrips: [] };

export function heardAt(clock: ServerClock, server: number, local: number): ServerClock {
  const bound = local - server;
  return clock.oneWay !== undefined && clock.oneWay <= bound ? clock : { ...clock, oneWay: bound };
}

export function ponged(clock: ServerClock, sent: number, server: number, received: number): ServerClock {
  const took = received - sent;
  if (took < 0) return clock;
  const trip = { offset: (sent + received) / 2 - server, took };
  return { ...clock, roundTrips: [...clock.roundTrips, trip].slice(-roundTripsKept) };
}

export function offset(clock: ServerClock): number {
  const [first, ...rest] = clock.roundTrips;
  if (first) return rest.reduce((best, trip) => (trip.took < best.took ? trip : best), first).offset;
  return clock.oneWay ?? 0;
}

/** running; paused; warn: the last 30 s; last: the last 10 s; over: counts up. */
export type TurnState = 'running' | 'paused' | 'warn' | 'last' | 'over';

export interface TurnClock {
  readonly state: TurnState;
  /** Whole seconds left; below zero the seconds over. */
  readonly seconds: number;
  /** Part of the limit that is left, 0 to 1. */
  readonly left: number;
}

export function turnClock(turn: TurnView, now: number): TurnClock {
  const at = turn.paused_at ? ms(turn.paused_at) : now;
  const elapsed = Math.max(0, at - ms(turn.started_at) - turn.paused_total);
  const remaining = turn.limit - elapsed;
  const seconds = Math.ceil(remaining / 1000) + 0;
  const left = Math.min(1, Math.max(0, seconds / (turn.limit / 1000)));
  return { state: turnState(turn.paused_at !== undefined, remaining), seconds, left };
}

function turnState(paused: boolean, remaining: number): TurnState {
  if (paused) return 'paused';
  if (remaining <= 0) return 'over';
  if (remaining <= 10_000) return 'last';
  return remaining <= 30_000 ? 'warn' : 'running';
}

/** Of a vote with a time limit; without one there is no clock. */
export function voteClock(vote: VoteView, now: number): { seconds: number; gone: number } | undefined {
  if (!vote.deadline || !vote.opened_at) return undefined;
  const whole = ms(vote.deadline) - ms(vote.opened_at);
  const remaining = Math.min(whole, Math.max(0, ms(vote.deadline) - now));
  const seconds = Math.ceil(remaining / 1000);
  return { seconds, gone: whole > 0 ? Math.min(1, Math.max(0, 1 - (seconds * 1000) / whole)) : 1 };
}

/** The next moment of estimated server time that is a whole second, as a delay from now. */
export const untilNextSecond = (serverNow: number): number => 1000 - (((serverNow % 1000) + 1000) % 1000);
