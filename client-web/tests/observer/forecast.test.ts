import { describe, expect, test } from 'vitest';
import type { ItemView, MeetingView, View } from '@/generated/protocol';
import { forecast, nextItems } from '@/ui/observer/forecast';
import { itemView } from '../views';

const minute = 60_000;
const start = Date.parse('2023-12-28T05:30:00.000Z');

const item = (number: number[], minutes: number, change: Partial<ItemView> = {}): ItemView => itemView(number, { minutes, ...change });
const items = (change: Record<string, Partial<ItemView>> = {}): View['items'] => ({
  a: item([1], 5, change.a),
  b: item([2], 40, change.b),
  b1: item([2, 1], 20, { parent: 'b', ...change.b1 }),
  b2: item([2, 2], 15, { parent: 'b', ...change.b2 }),
  c: item([3], 10, change.c),
});
const meeting = (change: Partial<MeetingView> = {}): MeetingView =>
  ({ state: 'open', content: { starts_at: new Date(start).toISOString() }, agenda: ['a', 'b', 'b1', 'b2', 'c'], ...change }) as MeetingView;
const minutes = (view: View, of: MeetingView, now: number) =>
  Object.fromEntries([...forecast(view, of, now)].map(([id, at]) => [id, (at - start) / minute]));

describe('the forecast', () => {
  test('runs from the convened hour, and counts a parent’s parts once', () => {
    expect(minutes({ items: items() } as View, meeting({ state: 'convened' }), start - 60 * minute)).toEqual({ a: 0, b: 5, b1: 10, b2: 30, c: 45 });
  });
  test('slides when the meeting has not begun at its hour', () => {
    expect(minutes({ items: items() } as View, meeting({ state: 'convened' }), start + 7 * minute).a).toBe(7);
  });
  test('takes off what the active item has had, never less than nothing', () => {
    const active = { a: { state: 'active' as const, running_since: new Date(start).toISOString() } };
    const view = { items: items(active) } as View;
    expect(minutes(view, meeting({ active_item: 'a' }), start + 2 * minute).b).toBe(5);
    expect(minutes(view, meeting({ active_item: 'a' }), start + 30 * minute).b).toBe(30);
  });
  test('waits for the end of a recess', () => {
    const until = new Date(start + 15 * minute).toISOString();
    expect(minutes({ items: items() } as View, meeting({ state: 'recess', recess_until: until }), start).a).toBe(15);
  });
});

test('next come the planned top items, without the one that a part of is being dealt with', () => {
  const view = { items: items({ a: { state: 'done' }, b1: { state: 'active' } }) } as View;
  expect(nextItems(view, meeting({ active_item: 'b1' }), 3)).toEqual(['c']);
});

test('what the chair passed over comes last', () => {
  const active = { c: { state: 'active' as const, running_since: new Date(start).toISOString() } };
  const view = { items: items({ ...active, b1: { state: 'done' }, b2: { state: 'done' }, b: { state: 'done' } }) } as View;
  const before = { ...view, items: { ...view.items, d: item([4], 5) } } as View;
  const of = meeting({ active_item: 'c', agenda: ['a', 'b', 'b1', 'b2', 'c', 'd'] });
  expect(nextItems(before, of, 3)).toEqual(['d', 'a']);
  expect(minutes(before, of, start)).toEqual({ d: 10, a: 15 });
});
