import { describe, expect, test } from 'vitest';
import type { MeetingView, View, VoteView } from '@/generated/protocol';
import { sceneOf, showsSeats } from '@/ui/display/scene';
import { itemView, meetingView, personView, turnView, viewOf, voteView } from '../views';

const vote = (change: Partial<VoteView> = {}): VoteView => voteView({ item: 'item1', electorate: ['a'], ...change });
const result = { tally: { approve: 1, against: 0, abstain: 0, not_cast: 0 }, base_count: 1, needed: 1, outcome: 'adopted' as const };
const turn = turnView();

const view = (change: Partial<MeetingView>, more: Partial<View> = {}): View =>
  viewOf({ meetings: { m: meetingView({ agenda: ['item1'], ...change }) }, items: { item1: itemView([1], { state: 'active' }) }, ...more });
const kind = (change: Partial<MeetingView>, more: Partial<View> = {}): string => sceneOf(view(change, more)).kind;

describe('the autopilot shows', () => {
  test('nothing without a meeting', () => {
    expect(sceneOf({ ...view({}), current: undefined } as unknown as View).kind).toBe('nothing');
  });

  test.each([
    ['convened', 'join'],
    ['recess', 'recess'],
    ['closed', 'closed'],
    ['not_held', 'not_held'],
    ['open', 'agenda'],
  ] as const)('a meeting that is %s as %s', (state, scene) => {
    expect(kind({ state })).toBe(scene);
  });

  test('the item while nobody speaks, the speaker while somebody does', () => {
    expect(kind({ active_item: 'item1' })).toBe('item');
    expect(kind({ active_item: 'item1' }, { floor: { list_open: true, turn, queue: [], requests: {} } })).toBe('speaker');
  });

  test('an open vote before its speaker', () => {
    const floor = { list_open: true, turn, queue: [], requests: {} };
    expect(kind({ active_item: 'item1', open_vote: 'v' }, { floor, votes: { v: vote() } })).toBe('vote');
  });

  test('a fresh result until the hall goes on', () => {
    const votes = { v: vote({ state: 'closed', result }) };
    expect(kind({ active_item: 'item1', shown_result: 'v' }, { votes })).toBe('result');
    expect(kind({ active_item: 'item1' }, { votes })).toBe('item');
  });

  test('nothing of a closed item, whatever else the view holds', () => {
    const more = { items: { item1: itemView([1], { closed: true }) }, votes: { v: vote({ state: 'closed', result }) } };
    expect(kind({ active_item: 'item1', shown_result: 'v' }, more)).toBe('hidden');
  });

  test('a recess even when an item is active', () => {
    expect(kind({ state: 'recess', active_item: 'item1' })).toBe('recess');
  });
});

describe('the board of seats', () => {
  const even = Date.parse('2023-12-28T05:40:00.000Z'); // in the turn of its neighbour
  const odd = even + 20_000;
  const people = { a: personView(1) };
  const shows = (change: Partial<MeetingView>, now: number, more: Partial<View> = {}): boolean => {
    const hall = view(change, { people, ...more });
    return showsSeats(hall, sceneOf(hall), now);
  };
  const missing = { state: 'convened' as const, quorum: { present: 1, needed: 11, members: 21, met: false } };
  const later = { content: { ...meetingView().content, starts_at: '2023-12-28T07:00:00.000Z' } };

  test('takes turns with the way in before the meeting, once somebody is there', () => {
    expect([shows({ ...missing, ...later }, even), shows({ ...missing, ...later }, odd)]).toEqual([false, true]);
    expect(shows({ ...missing, ...later }, odd, { people: { a: personView(1, { presence: 'absent' }) } })).toBe(false);
  });
  test('stays while the quorum is waited for after the announced hour', () => {
    expect([shows(missing, even), shows(missing, odd)]).toEqual([true, true]);
    expect(shows({ state: 'convened' }, even)).toBe(false);
  });
  test('takes turns with the item while nobody speaks or waits, never with a speaker or a vote', () => {
    const floor = { list_open: true, queue: [], requests: {} };
    expect([shows({ active_item: 'item1' }, even, { floor }), shows({ active_item: 'item1' }, odd, { floor })]).toEqual([false, true]);
    expect(shows({ active_item: 'item1' }, odd, { floor: { ...floor, queue: ['r'] } })).toBe(false);
    expect(shows({ active_item: 'item1' }, odd, { floor: { ...floor, turn } })).toBe(false);
    expect(shows({ active_item: 'item1', open_vote: 'v' }, odd, { votes: { v: vote() } })).toBe(false);
  });
});

test('a closed part hides whatever is dealt with, before, between and after its items', () => {
  const closed_since = '2023-12-28T06:00:00.000Z';
  expect(kind({ closed_since })).toBe('hidden');
  expect(kind({ closed_since, state: 'recess' })).toBe('hidden');
  expect(kind({ closed_since, state: 'closed' })).toBe('closed');
  expect(kind({ closed_since, active_item: 'item1', open_vote: 'v' }, { votes: { v: vote() } })).toBe('hidden');
  expect(kind({ active_item: 'item1' })).toBe('item');
});
