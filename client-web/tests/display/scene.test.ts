import { describe, expect, test } from 'vitest';
import type { ItemView, MeetingView, View, VoteView } from '@/generated/protocol';
import { sceneOf } from '@/ui/display/scene';

const meeting = (change: Partial<MeetingView>): MeetingView => ({
  state: 'open',
  term: 1,
  number: 1,
  content: { starts_at: '2023-12-28T05:30:00.000Z', minutes: 150, place: 'تالار' },
  quorum: { present: 15, needed: 11, members: 21, met: true },
  agenda: ['item1'],
  minutes_published: false,
  ...change,
});
const item = (change: Partial<ItemView> = {}): ItemView => ({
  meeting: 'm',
  number: [1],
  state: 'active',
  closed: false,
  title: 'بند',
  minutes: 5,
  confidential: false,
  options: [],
  spent: 0,
  links: [],
  recused: [],
  ...change,
});
const vote = (change: Partial<VoteView> = {}): VoteView => ({
  item: 'item1',
  state: 'open',
  content: { question: 'پرسش', rule: { base: 'valid', majority: { kind: 'simple' } } },
  electorate: ['a'],
  cast: 0,
  ballots: {},
  ...change,
});
const result = { tally: { approve: 1, against: 0, abstain: 0, not_cast: 0 }, base_count: 1, needed: 1, outcome: 'adopted' as const };
const turn = { request: 'r', person: 'a', kind: 'speech' as const, started_at: '2023-12-28T05:40:00.000Z', limit: 180_000, paused_total: 0, turn_in_item: 1 };

function view(change: Partial<MeetingView>, more: Partial<View> = {}): View {
  return {
    hall: { name: 'اتاق', kind: 'chamber', term: 1, charter: {} as View['hall']['charter'] },
    people: {},
    current: 'm',
    meetings: { m: meeting(change) },
    items: { item1: item() },
    votes: {},
    resolutions: {},
    attachments: {},
    templates: {},
    proposals: {},
    groups: {},
    referrals: {},
    ...more,
  };
}
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
    const more = { items: { item1: item({ closed: true }) }, votes: { v: vote({ state: 'closed', result }) } };
    expect(kind({ active_item: 'item1', shown_result: 'v' }, more)).toBe('hidden');
  });

  test('a recess even when an item is active', () => {
    expect(kind({ state: 'recess', active_item: 'item1' })).toBe('recess');
  });
});
