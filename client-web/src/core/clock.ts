import type { Instant, MeetingView, TurnView, VoteView } from '@/generated/protocol';

// Clocks travel as facts; here they become time left. And the server's clock is estimated, so that all screens agree.

export const ms = (instant: Instant): number => Date.parse(instant);

/**
 * What is known of offset = local - server. A frame's `now` gives an upper bound, for the way here only adds to it; a ping and its
 * pong give both: the server read its clock between sending and hearing. Bounds widen with age by what two clocks may drift apart.
 */
export interface ServerClock {
  readonly trips: readonly Bounds[]; // oldest first
  readonly frame?: Bounds;
}
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly at: number; // local
}
const tripsKept = 8;
const driftPerMs = 2e-4; // 200 ppm: twice a poor quartz

export const unknownClock: ServerClock = { trips: [] };

export function heardAt(clock: ServerClock, server: number, local: number): ServerClock {
  const high = local - server;
  if (clock.frame && aged(clock.frame, local).high <= high) return clock;
  return { ...clock, frame: { low: -Infinity, high, at: local } };
}

export function ponged(clock: ServerClock, sent: number, server: number, received: number): ServerClock {
  if (received < sent) return clock;
  const trip = { low: sent - server, high: received - server, at: received };
  return { ...clock, trips: [...clock.trips, trip].slice(-tripsKept) };
}

/** The middle of what is possible at a local time: off by no more than half of the quickest round trip. */
export function offset(clock: ServerClock, local: number): number {
  const newest = clock.trips.at(-1);
  if (!newest) return clock.frame?.high ?? 0;
  let known = aged(newest, local);
  // From the newest backwards; where an older one contradicts, a clock was set, and what lies before it says nothing any more.
  for (const older of [...clock.trips.slice(0, -1).reverse(), ...(clock.frame ? [clock.frame] : [])]) {
    const bounds = aged(older, local);
    const both = { low: Math.max(known.low, bounds.low), high: Math.min(known.high, bounds.high), at: local };
    if (both.low > both.high) break;
    known = both;
  }
  return (known.low + known.high) / 2;
}

function aged({ low, high, at }: Bounds, local: number): Bounds {
  const more = Math.max(0, local - at) * driftPerMs;
  return { low: low - more, high: high + more, at };
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

/** Seconds until the wait for a quorum is over, from the announced hour on; before it, and without such a rule, nothing. */
export function quorumWait(meeting: MeetingView, now: number): number | undefined {
  if (meeting.quorum_deadline === undefined || now < ms(meeting.content.starts_at)) return undefined;
  return Math.max(0, Math.ceil((ms(meeting.quorum_deadline) - now) / 1000));
}

/** The next moment of estimated server time that is a whole second, as a delay from now. */
export const untilNextSecond = (serverNow: number): number => 1000 - (((serverNow % 1000) + 1000) % 1000);
