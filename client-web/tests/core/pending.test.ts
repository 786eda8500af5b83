import { describe, expect, it } from 'vitest';
import { enter, expire, refuse, resend, settle } from '@/core/pending';

const vote = { type: 'cast_vote', vote: 'v', choice: 'approve' } as const;
const hand = { type: 'request_floor', kind: 'speech' } as const;

describe('pending commands', () => {
  it('never lets a vote wait for the connection', () => {
    expect(enter([], 'a', vote, 0, false)).toBeUndefined();
    expect(enter([], 'a', vote, 0, true)).toHaveLength(1);
  });

  it('lets a raised hand wait, and sends it after the welcome', () => {
    const waiting = enter([], 'a', hand, 0, false)!;
    expect(waiting[0]?.sent).toBe(false);
    const [list, out] = resend(waiting);
    expect(out.map((pending) => pending.id)).toEqual(['a']);
    expect(list[0]?.sent).toBe(true);
  });

  it('sends unanswered commands again in their order, with their own ids', () => {
    const list = enter(enter([], 'a', vote, 0, true)!, 'b', hand, 0, true)!;
    expect(resend(list)[1].map((pending) => pending.id)).toEqual(['a', 'b']);
    expect(resend(settle(list, 'a'))[1].map((pending) => pending.id)).toEqual(['b']);
  });

  it('forgets a vote sooner than a hand, and says that nothing is known', () => {
    const list = enter(enter([], 'a', vote, 0, true)!, 'b', hand, 0, true)!;
    const [left, over] = expire(list, 20_000);
    expect(over.map((pending) => pending.id)).toEqual(['a']);
    expect(left.map((pending) => pending.id)).toEqual(['b']);
    expect(expire(list, 1)[0]).toBe(list);
    expect(refuse('unanswered').ok).toBe(false);
  });
});
