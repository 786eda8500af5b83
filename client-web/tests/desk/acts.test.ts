import { describe, expect, test } from 'vitest';
import { queueOf, wholeQueue } from '@/core/queue';
import type { View, VoteView } from '@/generated/protocol';
import { nextAct } from '@/ui/chair/nextAct';
import { dropPlace, moved, shiftOf } from '@/ui/desk/reorder';
import { contentOf, draftOf, faultsOf } from '@/ui/desk/voteForm';
import { voteView } from '../views';
import { at, hall } from './hall';

const vote = (more: Partial<VoteView>): VoteView => voteView({ item: 'i3b', state: 'prepared', electorate: ['p1', 'p2'], ...more });
const act = (change: (view: View) => void): string => {
  const view = hall();
  change(view);
  return nextAct(view, view.meetings['m']!);
};
const quiet = (view: View): void => {
  view.floor = { list_open: true, queue: [], requests: {} };
};

describe('the one filled button', () => {
  test('follows the floor while somebody speaks or waits', () => {
    expect(act(() => {})).toBe('next_speaker');
    expect(act((view) => (view.floor!.queue = []))).toBe('end_turn');
    expect(act((view) => delete view.floor!.turn)).toBe('first_speaker');
  });
  test('turns to the prepared vote when nobody waits, then to the next item, then to closing', () => {
    expect(act((view) => { quiet(view); view.votes['v'] = vote({}); })).toBe('open_vote');
    expect(act((view) => { quiet(view); view.votes['v'] = vote({ item: 'i5' }); })).toBe('next_item');
    expect(act((view) => { quiet(view); for (const item of Object.values(view.items)) if (item.state === 'planned') item.state = 'done'; })).toBe('close_meeting');
  });
  test('waits during a vote until everybody has voted', () => {
    const open = (cast: number) => act((view) => { view.votes['v'] = vote({ state: 'open', cast }); view.meetings['m']!.open_vote = 'v'; });
    expect(open(1)).toBe('nothing');
    expect(open(2)).toBe('close_vote');
  });
  test('opens, resumes, and leaves a closed meeting alone', () => {
    const of = (state: 'convened' | 'recess' | 'closed') => act((view) => (view.meetings['m']!.state = state));
    expect([of('convened'), of('recess'), of('closed')]).toEqual(['open_meeting', 'resume_meeting', 'nothing']);
  });
});

describe('the queue', () => {
  test('lasts the rest of the running turn and the full time of everybody who waits', () => {
    const view = hall();
    expect(wholeQueue(view, queueOf(view), at('10:08:00')) / 60_000).toBeCloseTo(14.4);
  });
});

describe('dragging', () => {
  const bands = [0, 60, 120, 180].map((start) => ({ start, size: 60 }));
  test('takes the place whose rows its middle has passed', () => {
    expect([10, 100, 170, 500].map((middle) => dropPlace(bands, 0, middle))).toEqual([0, 1, 2, 3]);
    expect([-50, 100, 200].map((middle) => dropPlace(bands, 3, middle))).toEqual([0, 2, 3]);
  });
  test('makes room where the row would land', () => {
    expect([0, 1, 2, 3].map((index) => shiftOf(index, 0, 2, 60))).toEqual([0, -60, -60, 0]);
    expect([0, 1, 2, 3].map((index) => shiftOf(index, 3, 1, 60))).toEqual([0, 60, 60, 0]);
  });
  test('yields the list as it will be', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });
});

describe('writing a vote', () => {
  const draft = { ...draftOf(undefined, { base: 'valid', majority: { kind: 'simple' } }), question: 'Shall we?' };
  test('asks for a question', () => {
    expect(faultsOf({ ...draft, question: '  ' })).toEqual({ question: 'question_missing' });
    expect(faultsOf({ ...draft, question: 'x'.repeat(601) })).toEqual({ question: 'question_long' });
    expect(faultsOf(draft)).toEqual({});
  });
  test('asks for a share of at most one in whole numbers, in any digits', () => {
    const share = (numerator: string, denominator: string) => faultsOf({ ...draft, majority: 'fraction', numerator, denominator });
    expect(share('۳', '۵')).toEqual({});
    expect(share('۵', '۳')).toEqual({ numerator: 'fraction_over_one' });
    expect(share('1.5', '3')).toEqual({ numerator: 'fraction_number' });
    expect(share('1', '0')).toEqual({ denominator: 'fraction_number' });
    expect(faultsOf({ ...draft, majority: 'fraction', numerator: '۵', denominator: '۵', moreThan: true })).toEqual({ numerator: 'fraction_unreachable' });
  });
  test('bounds the time limit', () => {
    expect(faultsOf({ ...draft, seconds: '۵' })).toEqual({ seconds: 'seconds_range' });
    expect(faultsOf({ ...draft, seconds: '5', timed: false })).toEqual({});
  });
  test('sends what was written, and comes back as it was', () => {
    const content = contentOf({ ...draft, majority: 'fraction', numerator: '۳', denominator: '۵', moreThan: true, seconds: '۹۰' });
    expect(content).toEqual({ question: 'Shall we?', seconds: 90, rule: { base: 'valid', majority: { kind: 'fraction', fraction: { numerator: 3, denominator: 5, comparison: 'more_than' } } } });
    expect(contentOf(draftOf(content, content.rule))).toEqual(content);
  });
});
