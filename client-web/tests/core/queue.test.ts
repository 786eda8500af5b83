import { describe, expect, it } from 'vitest';
import { baysOf } from '@/core/agenda';
import { placeReason, queueOf, waitFor } from '@/core/queue';
import type { ItemView, MeetingView, RequestView, View } from '@/generated/protocol';

const request = (person: string, kind: RequestView['kind'], minute: number): RequestView => ({ person, kind, asked_at: `2023-12-28T06:0${minute}:00.000Z`, ahead: [] });
const view = {
  hall: { charter: { speech_seconds: 180, reply_seconds: 60, point_of_order_seconds: 60 } },
  people: { ann: { name: 'Ann' }, bob: { name: 'Bob' }, me: { name: 'Me' } },
  floor: {
    list_open: true,
    queue: ['r', 's', 'm'],
    requests: { m: request('me', 'speech', 5), r: request('ann', 'reply', 7), s: request('bob', 'speech', 3) },
    turn: { request: 't', person: 'x', kind: 'speech', started_at: '2023-12-28T06:08:00.000Z', limit: 180_000, paused_total: 0, turn_in_item: 1 },
  },
} as unknown as View;

describe('my place', () => {
  const queue = queueOf(view, 'me');
  const mine = queue.find((entry) => entry.mine)!;

  it('is where I am called', () => expect([mine.place, queue.map((entry) => entry.name)]).toEqual([3, ['Ann', 'Bob', 'Me']]));

  it('has its reasons: replies go first, Bob asked earlier', () => {
    expect(placeReason(queue, mine)).toEqual({ ahead: 2, pointsOfOrder: 0, replies: 1, earlier: 'Bob', moved: undefined });
    expect(placeReason(queue, queue[0]!)).toMatchObject({ ahead: 0, replies: 0, earlier: undefined });
  });

  it('is about as far as the time of all before me', () => {
    expect(waitFor(view, queue, mine, Date.parse('2023-12-28T06:09:00.000Z'))).toBe((120 + 60 + 180) * 1000);
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
