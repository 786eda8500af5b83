import { describe, expect, it } from 'vitest';
import { heardAt, offset, ponged, turnClock, unknownClock, untilNextSecond, voteClock } from '@/core/clock';
import type { TurnView, VoteView } from '@/generated/protocol';

const start = Date.parse('2023-12-28T06:00:00.400Z');
const turn = (more: Partial<TurnView> = {}): TurnView => ({
  request: 'r',
  person: 'p',
  kind: 'speech',
  started_at: '2023-12-28T06:00:00.400Z',
  limit: 180_000,
  paused_total: 0,
  turn_in_item: 1,
  ...more,
});

describe('the estimate of the server clock', () => {
  it('makes do with the quickest frame until a pong has come, and never leaves the bounds of a round trip', () => {
    const clock = [30, 5, 80].reduce((known, delay) => heardAt(known, 1000, 1500 + delay), unknownClock);
    expect(offset(clock, 1505)).toBe(505);
    const after = offset(ponged(clock, 2000, 1510, 2020), 2020);
    expect(after).toBeGreaterThan(490);
    expect(after).toBeLessThan(505);
  });

  it('follows a clock that was set, its own or the server’s', () => {
    const before = [0, 1, 2, 3].reduce((known, n) => ponged(known, n * 1000, n * 1000 - 500, n * 1000 + 10), unknownClock);
    expect(offset(before, 3010)).toBeCloseTo(505, 0);
    expect(offset(ponged(before, 4000, 64_000, 4010), 4010)).toBeCloseTo(-59_995, 0);
  });

  it('ticks at whole seconds of the server', () => {
    expect(untilNextSecond(12_345)).toBe(655);
    expect(untilNextSecond(12_000)).toBe(1000);
  });
});

describe('a turn', () => {
  it('runs down, warns at 30 s and 10 s, and counts up when it is over', () => {
    const at = (seconds: number) => turnClock(turn(), start + seconds * 1000);
    expect(at(0)).toEqual({ state: 'running', seconds: 180, left: 1 });
    expect(at(96)).toMatchObject({ state: 'running', seconds: 84 });
    expect(at(150)).toMatchObject({ state: 'warn', seconds: 30 });
    expect(at(170)).toMatchObject({ state: 'last', seconds: 10 });
    expect(at(180)).toMatchObject({ state: 'over', seconds: 0, left: 0 });
    expect(at(217)).toMatchObject({ state: 'over', seconds: -37, left: 0 });
  });

  it('is never drawn before it began: the second may be a little behind', () => {
    expect(turnClock(turn(), start - 400)).toEqual({ state: 'running', seconds: 180, left: 1 });
  });

  it('stands still while paused and gives the pause back', () => {
    const paused = turn({ paused_at: '2023-12-28T06:01:00.400Z' });
    expect(turnClock(paused, start + 500_000)).toMatchObject({ state: 'paused', seconds: 120 });
    expect(turnClock(turn({ paused_total: 40_000 }), start + 100_000)).toMatchObject({ state: 'running', seconds: 120 });
  });

  it('goes on after an extension', () => {
    expect(turnClock(turn({ limit: 240_000 }), start + 200_000)).toMatchObject({ state: 'running', seconds: 40 });
  });
});

describe('a vote', () => {
  const vote = { opened_at: '2023-12-28T06:00:00.000Z', deadline: '2023-12-28T06:01:00.000Z' } as VoteView;
  const opened = Date.parse('2023-12-28T06:00:00.000Z');
  it('drains from its opening to its deadline and stops there', () => {
    expect(voteClock(vote, opened)).toEqual({ seconds: 60, gone: 0 });
    expect(voteClock(vote, opened + 18_000)).toEqual({ seconds: 42, gone: expect.closeTo(0.3) });
    expect(voteClock(vote, opened + 90_000)).toEqual({ seconds: 0, gone: 1 });
  });
  it('has no clock without a deadline', () => {
    expect(voteClock({ opened_at: vote.opened_at } as VoteView, opened)).toBeUndefined();
  });
});
