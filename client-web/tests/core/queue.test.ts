import { describe, expect, it } from 'vitest';
import { baysOf, spent } from '@/core/agenda';
import { floorRules, limitOf } from '@/core/floor';
import { isFirstTime, queueOf, waitFor, wholeQueue } from '@/core/queue';
import type { ItemView, MeetingView, View } from '@/generated/protocol';
import { itemView, personView, requestView, turnView, viewOf } from '../views';

const minute = (of: number): string => `2023-12-28T06:0${of}:00.000Z`;
const now = Date.parse(minute(9));
const view = viewOf({
  people: { ann: personView(1, { name: 'Ann', turns: 2 }), bob: personView(2, { name: 'Bob' }), me: personView(3, { name: 'Me' }) },
  floor: {
    list_open: true,
    queue: ['r', 's', 'm'],
    requests: {
      m: requestView('me', { asked_at: minute(5) }),
      r: requestView('ann', { kind: 'reply', asked_at: minute(7) }),
      s: requestView('bob', { asked_at: minute(3) }),
    },
    turn: turnView({ started_at: minute(8) }),
  },
});

describe('my place', () => {
  const queue = queueOf(view, 'me');
  const mine = queue.find((entry) => entry.mine)!;

  it('is where I am called', () => expect([mine.place, queue.map((entry) => entry.name)]).toEqual([3, ['Ann', 'Bob', 'Me']]));

  it('is about as far as the time of all before me', () => {
    expect(waitFor(view, queue, mine, now)).toBe((120 + 60 + 180) * 1000);
    expect(wholeQueue(view, queue, now)).toBe((120 + 60 + 180 + 180) * 1000);
  });

  it('is nearer when budgets shorten a turn, and further while the speaker is interrupted', () => {
    const requests = { ...view.floor!.requests, s: requestView('bob', { limit: 30_000 }) };
    expect(waitFor({ ...view, floor: { ...view.floor!, requests } }, queueOf({ ...view, floor: { ...view.floor!, requests } }, 'me'), mine, now)).toBe((120 + 60 + 30) * 1000);
    const interrupted = turnView({ started_at: minute(7), paused_at: minute(8) });
    expect(waitFor({ ...view, floor: { ...view.floor!, interrupted } }, queue, mine, now)).toBe((120 + 120 + 60 + 180) * 1000);
  });

  it('is marked when it would be the first time in the meeting', () => {
    expect(queue.map((entry) => isFirstTime(view, entry.request))).toEqual([false, true, true]);
  });
});

describe('the charter', () => {
  it('gives every kind its time', () => {
    const { charter } = view.hall;
    expect((['speech', 'question', 'reply', 'point_of_order', 'presentation'] as const).map((kind) => limitOf(charter, kind) / 1000)).toEqual([180, 60, 60, 60, 600]);
    expect(limitOf({ ...charter, floor: { ...floorRules(charter), question_seconds: 45 } }, 'question')).toBe(45_000);
  });
});

describe('the time an item has taken', () => {
  it('runs on only while it runs, not in a recess', () => {
    expect(spent(itemView([1], { state: 'active', spent: 60_000, running_since: minute(8) }), now)).toBe(120_000);
    expect(spent(itemView([1], { state: 'active', spent: 60_000, started_at: minute(3) }), now)).toBe(60_000);
  });
});

describe('the arcade', () => {
  it('has a bay for each top item; a part that is active makes its item the one that is now', () => {
    const item = (number: number[], state: ItemView['state']) => ({ number, state });
    const agenda = { items: { a: item([1], 'done'), b: item([2], 'done'), c: item([2, 1], 'active'), d: item([3], 'planned'), e: item([4], 'deferred') } } as unknown as View;
    const meeting = { agenda: ['a', 'b', 'c', 'd', 'e'], active_item: 'c' } as MeetingView;
    expect(baysOf(agenda, meeting).map((bay) => bay.state)).toEqual(['done', 'now', 'next', 'done']);
  });
});
