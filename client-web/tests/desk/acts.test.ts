import { describe, expect, test } from 'vitest';
import { queueOf, wholeQueue } from '@/core/queue';
import type { View, VoteForm, VoteView } from '@/generated/protocol';
import { nextAct } from '@/ui/chair/nextAct';
import { dropPlace, moved, shiftOf } from '@/ui/desk/reorder';
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
  const taken = (form: Partial<VoteForm>, more: Partial<VoteView> = {}) =>
    act((view) => {
      view.votes['v'] = vote({ state: 'open', content: { question: '?', rule: { base: 'valid', majority: { kind: 'simple' } }, form: { kind: 'motion', mode: 'device', options: [], ...form } }, ...more });
      view.meetings['m']!.open_vote = 'v';
    });
  test('asks for the count of a show of hands before it closes the vote', () => {
    expect(taken({ mode: 'show_of_hands' })).toBe('count_hands');
    expect(taken({ mode: 'show_of_hands' }, { hands: { approve: 2, against: 0, abstain: 0 } })).toBe('close_vote');
  });
  test('declares a consent adopted as soon as it has been asked, and lets a secret count take its time', () => {
    expect(taken({ kind: 'consent' })).toBe('close_vote');
    expect(taken({ mode: 'secret' }, { state: 'counting', cast: 2 })).toBe('nothing');
  });
  test('goes on with what follows on the result that is shown, before anybody else is called', () => {
    const after = (shown: string | undefined) =>
      act((view) => {
        delete view.floor!.turn;
        view.votes['v'] = vote({ state: 'closed' });
        view.votes['w'] = vote({ follows: 'v', follow_kind: 'runoff' });
        if (shown) view.meetings['m']!.shown_result = shown;
      });
    expect(after('v')).toBe('open_vote');
    expect(after(undefined)).toBe('first_speaker');
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
