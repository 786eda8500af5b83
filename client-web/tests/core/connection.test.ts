import { describe, expect, it } from 'vitest';
import { fresh, isOnline, pace, shown, step, type Connection, type Effect, type News } from '@/core/connection';

/** Plays news at their times and collects what the shell would have to do. */
function play(script: [number, News][], from: Connection = fresh): { state: Connection; effects: [number, Effect][] } {
  let state = from;
  const effects: [number, Effect][] = [];
  for (const [at, news] of script) {
    const [next, asked] = step(state, news, at, 0.5);
    state = next;
    effects.push(...asked.map((effect): [number, Effect] => [at, effect]));
  }
  return { state, effects };
}
const ticks = (from: number, to: number): [number, News][] =>
  Array.from({ length: Math.floor((to - from) / 500) + 1 }, (_, n): [number, News] => [from + 500 * n, { type: 'tick' }]);
const online = play([
  [0, { type: 'start' }],
  [50, { type: 'opened' }],
  [90, { type: 'welcomed', epoch: 'e', seq: 7 }],
  [95, { type: 'moved', seq: 7 }],
  [100, { type: 'heard' }],
]).state;

describe('connection', () => {
  it('opens, says hello, and after the welcome sends what was unanswered', () => {
    const { state, effects } = play([
      [0, { type: 'start' }],
      [50, { type: 'opened' }],
      [90, { type: 'welcomed', epoch: 'e', seq: 7 }],
    ]);
    expect(effects.map(([, effect]) => effect)).toEqual(['open', 'hello', 'resend', 'ping']);
    expect(isOnline(state)).toBe(true);
    expect(shown(state, 90)).toEqual({ kind: 'fine' });
  });

  it('says nothing of a blink, amber after two seconds, red with a countdown after six', () => {
    const { state } = play([[1000, { type: 'closed' }]], online);
    expect(shown(state, 2999).kind).toBe('fine');
    expect(shown(state, 3000).kind).toBe('slow');
    expect(shown(state, 6999).kind).toBe('slow');
    expect(shown(state, 7000).kind).toBe('lost');
    const retry = { ...state, retryAt: 11_000 };
    expect(shown(retry, 7500)).toEqual({ kind: 'lost', retryInSeconds: 4, since: 100 });
  });

  it('waits longer after every failure, up to a bound, spread by chance', () => {
    let state = online;
    let now = 1000;
    const waits: number[] = [];
    for (let n = 0; n < 12; n++) {
      [state] = step(state, { type: 'closed' }, now, 0.999);
      waits.push((state.retryAt ?? 0) - now);
      now = state.retryAt ?? now;
      [state] = step(state, { type: 'tick' }, now, 0);
      expect(state.link).toBe('opening');
    }
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(Math.max(...waits)).toBeLessThanOrEqual(pace.slowestRetry);
    const low = step(online, { type: 'closed' }, 0, 0)[0].retryAt;
    const high = step(online, { type: 'closed' }, 0, 0.99)[0].retryAt;
    expect(low).toBeLessThan(high ?? 0);
  });

  it('tries at once when asked to', () => {
    const { state, effects } = play([[1000, { type: 'closed' }], [1001, { type: 'retry_now' }]], online);
    expect(state.link).toBe('opening');
    expect(effects).toEqual([[1001, 'open']]);
  });

  it('pings a silent line, shows amber when nothing comes back, and gives it up', () => {
    const { state, effects } = play(ticks(500, 10_600), online);
    expect(effects).toEqual([[10_500, 'ping']]);
    expect(shown(play(ticks(11_000, 13_000), state).state, 13_000).kind).toBe('slow');
    const dead = play(ticks(11_000, 19_000), state);
    expect(dead.effects.map(([, effect]) => effect)).toContain('close');
    expect(dead.effects.map(([, effect]) => effect)).toContain('open');
  });

  it('is fine again as soon as anything is heard, and says so only to those who were told of trouble', () => {
    const slow = play(ticks(500, 13_500), online).state;
    expect(shown(slow, 13_500).kind).toBe('slow');
    const back = play([[13_600, { type: 'heard' }]], slow).state;
    expect(shown(back, 13_600).kind).toBe('back');
    expect(shown(back, 13_600 + pace.backShown).kind).toBe('fine');
    const blink = play([[1000, { type: 'closed' }], [1100, { type: 'retry_now' }], [1200, { type: 'welcomed', epoch: 'e', seq: 9 }]], online).state;
    expect(shown(blink, 1200).kind).toBe('fine');
  });

  it('resumes in the same server run, from where it was, and from nothing in another', () => {
    const same = play([[1000, { type: 'closed' }], [2000, { type: 'welcomed', epoch: 'e', seq: 12 }]], online).state;
    expect(same.resume).toEqual({ epoch: 'e', seq: 7 });
    const other = play([[1000, { type: 'closed' }], [2000, { type: 'welcomed', epoch: 'f', seq: 12 }]], online).state;
    expect(other.resume).toEqual({ epoch: 'f', seq: 0 });
  });

  it('comes back when the server says when, and never when it does not', () => {
    const later = play([[1000, { type: 'bye', reason: 'restarting', retryAfter: 1000 }]], online).state;
    expect(later.retryAt).toBe(2500);
    const never = play([[1000, { type: 'bye', reason: 'signed_out' }], [9000, { type: 'closed' }], ...ticks(9500, 60_000)], online);
    expect(never.state.link).toBe('ended');
    expect(shown(never.state, 60_000)).toEqual({ kind: 'ended', reason: 'signed_out' });
    expect(never.effects).toEqual([[1000, 'close']]);
  });

  it('asks for the whole view when a patch came that fits nothing', () => {
    const { state, effects } = play([[1000, { type: 'gap' }]], online);
    expect(state.resume).toBeUndefined();
    expect(effects).toEqual([[1000, 'close']]);
  });

  it('gives up an opening that never opens', () => {
    const { state } = play([[0, { type: 'start' }], ...ticks(500, 8000)]);
    expect(state.link).toBe('waiting');
  });

  it('survives any order of news', () => {
    const all: News[] = [
      { type: 'start' }, { type: 'opened' }, { type: 'welcomed', epoch: 'e', seq: 1 }, { type: 'heard' }, { type: 'closed' }, { type: 'moved', seq: 3 },
      { type: 'bye', reason: 'overloaded', retryAfter: 10 }, { type: 'gap' }, { type: 'retry_now' }, { type: 'tick' }, { type: 'stop' },
    ];
    let state = fresh;
    let seed = 3;
    for (let n = 0; n < 5000; n++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const [next, effects] = step(state, all[seed % all.length]!, n * 137, (seed % 100) / 100);
      state = next;
      // Exactly while waiting there is an hour to try again, and never two things to open.
      expect(state.link === 'waiting').toBe(state.retryAt !== undefined);
      expect(effects.filter((effect) => effect === 'open').length).toBeLessThanOrEqual(1);
      if (state.link === 'online') expect(state.resume !== undefined || state.troubleSince === undefined).toBe(true);
    }
  });
});
