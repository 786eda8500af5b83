import { describe, expect, it } from 'vitest';
import { appended, ballotOf, blank, given, marksLeft, marksOf, orderOf, pointsLeft, readDraft, removed, sameBallot, toggled } from '@/core/draft';
import type { VoteForm } from '@/generated/protocol';
import { moved } from '@/ui/desk/reorder';

const form = (more: Partial<VoteForm>): VoteForm => ({
  kind: 'election', mode: 'device', options: ['الف', 'ب', 'پ', 'ت'].map((title) => ({ title, withdrawn: title === 'ت' })), ...more,
});

describe('marks', () => {
  it('are given up to the limit and taken back', () => {
    const two = form({ marks: 2 });
    let marks = toggled(two, toggled(two, blank(two), 0), 1);
    expect(marks).toEqual([1, 1, 0, 0]);
    expect(marksLeft(two, marks)).toBe(0);
    expect(toggled(two, marks, 2)).toEqual(marks);
    marks = toggled(two, marks, 0);
    expect(toggled(two, marks, 2)).toEqual([0, 1, 1, 0]);
  });
  it('move when there is only one', () => expect(toggled(form({ marks: 1 }), [1, 0, 0, 0], 2)).toEqual([0, 0, 1, 0]));
  it('know no limit in an approval vote', () => {
    expect(marksLeft(form({}), [1, 1, 1, 0])).toBeUndefined();
    expect(toggled(form({}), [1, 1, 0, 0], 2)).toEqual([1, 1, 1, 0]);
  });
  it('never go to a candidate who has withdrawn', () => expect(toggled(form({}), blank(form({})), 3)).toEqual([0, 0, 0, 0]));
});

describe('an order', () => {
  const ranking = form({ kind: 'ranking' });
  it('grows at its end and closes the gap behind what is taken out', () => {
    const marks = appended(ranking, appended(ranking, appended(ranking, blank(ranking), 2), 0), 1);
    expect(marks).toEqual([2, 3, 1, 0]);
    expect(orderOf(marks)).toEqual([2, 0, 1]);
    expect(removed(ranking, marks, 2)).toEqual([1, 2, 0, 0]);
    expect(appended(ranking, marks, 0)).toEqual(marks);
    expect(appended(ranking, marks, 3)).toEqual(marks);
  });
  it('is moved like the rows of a list', () => expect(marksOf(ranking, moved([2, 0, 1], 2, 0))).toEqual([3, 1, 2, 0]));
});

describe('points', () => {
  const points = form({ kind: 'points', points: 10 });
  it('reach as far as the budget', () => {
    const marks = given(points, given(points, blank(points), 0, 7), 1, 9);
    expect(marks).toEqual([7, 3, 0, 0]);
    expect(pointsLeft(points, marks)).toBe(0);
    expect(given(points, marks, 0, -4)).toEqual([0, 3, 0, 0]);
    expect(given(points, marks, 3, 1)).toEqual(marks);
  });
});

describe('a draft', () => {
  it('without marks is a blank ballot', () => {
    expect(ballotOf([0, 0])).toEqual({ choice: 'abstain', marks: [0, 0] });
    expect(ballotOf([0, 1])).toEqual({ choice: 'approve', marks: [0, 1] });
  });
  it('is compared by what it says', () => {
    expect(sameBallot({ choice: 'approve' }, { choice: 'approve' })).toBe(true);
    expect(sameBallot({ choice: 'approve', marks: [1, 0] }, { choice: 'approve', marks: [0, 1] })).toBe(false);
    expect(sameBallot(undefined, { choice: 'approve' })).toBe(false);
  });
  it('comes back from storage only if the form still allows it', () => {
    const read = (of: VoteForm, value: unknown) => readDraft(of, JSON.stringify(value));
    expect(read(form({ kind: 'motion' }), { choice: 'against' })).toEqual({ choice: 'against' });
    expect(read(form({ marks: 2 }), { choice: 'approve', marks: [1, 0, 1, 0] })).toEqual({ choice: 'approve', marks: [1, 0, 1, 0] });
    expect(read(form({ marks: 1 }), { choice: 'approve', marks: [1, 0, 1, 0] })).toBeUndefined();
    expect(read(form({}), { choice: 'approve', marks: [0, 0, 0, 1] })).toBeUndefined();
    expect(read(form({ kind: 'points', points: 5 }), { choice: 'approve', marks: [6, 0, 0, 0] })).toBeUndefined();
    expect(read(form({}), { choice: 'approve', marks: [1] })).toBeUndefined();
    expect(read(form({ kind: 'ranking' }), { choice: 'approve', marks: [1, 2, 2, 0] })).toBeDefined();
    expect(read(form({ kind: 'ranking' }), { choice: 'approve', marks: [1, 3, 0, 0] })).toBeUndefined();
    expect(readDraft(form({}), '{')).toBeUndefined();
    expect(readDraft(form({}), null)).toBeUndefined();
  });
});
