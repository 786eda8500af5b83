import type { ByeReason } from '@/generated/protocol';

// The connection's life as a pure machine: time, chance and the socket's news come in, effects go out. The shell obeys.

/** ended: the server said not to come back (signed out). */
export type Link = 'idle' | 'opening' | 'online' | 'waiting' | 'ended';

export interface Connection {
  readonly link: Link;
  /** When things stopped being fine; nothing while they are. */
  readonly troubleSince?: number;
  /** When they became fine again after the person had been told of trouble. */
  readonly backSince?: number;
  readonly attempt: number;
  readonly retryAt?: number;
  readonly openedAt?: number;
  readonly heardAt: number;
  readonly pingAt?: number;
  readonly resume?: { readonly epoch: string; readonly seq: number };
  readonly reason?: ByeReason;
}

export type News =
  | { type: 'start' }
  | { type: 'opened' }
  | { type: 'welcomed'; epoch: string; seq: number }
  | { type: 'moved'; seq: number }
  | { type: 'heard' }
  | { type: 'closed' }
  | { type: 'bye'; reason: ByeReason; retryAfter?: number }
  | { type: 'gap' }
  | { type: 'retry_now' }
  | { type: 'stop' }
  | { type: 'tick' };

export type Effect = 'open' | 'hello' | 'ping' | 'close' | 'resend';

/** All in milliseconds. */
export const pace = {
  amberAfter: 2_000,
  redAfter: 6_000,
  openPatience: 8_000,
  pingEvery: 10_000,
  /** A ping unanswered for this long is trouble; for `deadAfter` the socket is given up. */
  slowAfter: 2_000,
  deadAfter: 8_000,
  firstRetry: 500,
  slowestRetry: 15_000,
  backShown: 3_000,
} as const;

export const fresh: Connection = { link: 'idle', attempt: 0, heardAt: 0 };

/** `chance` in [0, 1) spreads retries, so that a restarted server is not met by all devices at once. */
export function step(state: Connection, news: News, now: number, chance: number): [Connection, Effect[]] {
  switch (news.type) {
    case 'start':
      return state.link === 'idle' ? open({ ...state, troubleSince: now, attempt: 0 }, now) : [state, []];
    case 'opened':
      return state.link === 'opening' ? [{ ...state, heardAt: now }, ['hello']] : [state, []];
    case 'welcomed':
      return [welcomed(state, news, now), ['resend', 'ping']];
    case 'moved':
      return [state.resume ? { ...state, resume: { ...state.resume, seq: news.seq } } : state, []];
    case 'heard':
      return [heard(state, now), []];
    case 'gap':
      // What we hold cannot be trusted any more: come back without a resume point and get the whole view.
      return [waiting({ ...state, resume: undefined }, now, now), ['close']];
    case 'bye':
      if (news.retryAfter === undefined) return [{ ...state, link: 'ended', reason: news.reason, retryAt: undefined }, ['close']];
      return [waiting({ ...state, reason: news.reason }, now, now + news.retryAfter * (1 + chance)), ['close']];
    case 'closed':
      if (state.link !== 'opening' && state.link !== 'online') return [state, []];
      return [waiting(state, now, now + backoff(state.attempt, chance)), []];
    case 'retry_now':
      return state.link === 'waiting' ? open(state, now) : [state, []];
    case 'stop':
      return [fresh, ['close']];
    case 'tick':
      return tick(state, now, chance);
  }
}

/** What the person is told. Nothing while fine, nothing for a blink. */
export type Shown =
  | { kind: 'fine' }
  | { kind: 'slow' }
  | { kind: 'lost'; retryInSeconds?: number; since: number }
  | { kind: 'back' }
  | { kind: 'ended'; reason: ByeReason };

export function shown(state: Connection, now: number): Shown {
  if (state.link === 'ended') return { kind: 'ended', reason: state.reason ?? 'signed_out' };
  if (state.troubleSince === undefined) {
    const back = state.backSince !== undefined && now - state.backSince < pace.backShown;
    return { kind: back ? 'back' : 'fine' };
  }
  const trouble = now - state.troubleSince;
  if (trouble < pace.amberAfter) return { kind: 'fine' };
  if (trouble < pace.redAfter || state.link === 'online') return { kind: 'slow' };
  const left = state.retryAt === undefined ? undefined : Math.max(0, Math.ceil((state.retryAt - now) / 1000));
  return { kind: 'lost', retryInSeconds: left, since: state.heardAt };
}

/** May a command be sent right now? */
export const isOnline = (state: Connection): boolean => state.link === 'online';

function open(state: Connection, now: number): [Connection, Effect[]] {
  return [{ ...state, link: 'opening', openedAt: now, retryAt: undefined, pingAt: undefined }, ['open']];
}

function waiting(state: Connection, now: number, retryAt: number): Connection {
  return {
    ...state,
    link: 'waiting',
    troubleSince: state.troubleSince ?? now,
    backSince: undefined,
    attempt: state.attempt + 1,
    retryAt,
    pingAt: undefined,
  };
}

function welcomed(state: Connection, news: { epoch: string; seq: number }, now: number): Connection {
  const told = state.resume !== undefined && state.troubleSince !== undefined && now - state.troubleSince >= pace.amberAfter;
  // `seq` is where the server is; where we are is known when the state or the missed patches have come.
  const resume = state.resume?.epoch === news.epoch ? state.resume : { epoch: news.epoch, seq: 0 };
  return {
    ...state,
    link: 'online',
    troubleSince: undefined,
    backSince: told ? now : undefined,
    attempt: 0,
    retryAt: undefined,
    heardAt: now,
    pingAt: now,
    reason: undefined,
    resume,
  };
}

function heard(state: Connection, now: number): Connection {
  if (state.link !== 'online') return { ...state, heardAt: now };
  const told = state.troubleSince !== undefined && now - state.troubleSince >= pace.amberAfter;
  return { ...state, heardAt: now, troubleSince: undefined, backSince: told ? now : state.backSince };
}

function tick(state: Connection, now: number, chance: number): [Connection, Effect[]] {
  if (state.link === 'waiting' && state.retryAt !== undefined && now >= state.retryAt) return open(state, now);
  if (state.link === 'opening' && state.openedAt !== undefined && now - state.openedAt >= pace.openPatience) {
    return [waiting(state, now, now + backoff(state.attempt, chance)), ['close']];
  }
  if (state.link !== 'online') return [state, []];
  const unanswered = state.pingAt !== undefined && state.heardAt < state.pingAt ? now - state.pingAt : 0;
  if (unanswered >= pace.deadAfter) return [waiting(state, now, now), ['close']];
  if (unanswered >= pace.slowAfter) return [{ ...state, troubleSince: state.troubleSince ?? state.pingAt }, []];
  const due = state.pingAt === undefined || (unanswered === 0 && now - state.pingAt >= pace.pingEvery);
  return due ? [{ ...state, pingAt: now }, ['ping']] : [state, []];
}

function backoff(attempt: number, chance: number): number {
  const ceiling = Math.min(pace.slowestRetry, pace.firstRetry * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (ceiling / 2) * chance;
}
