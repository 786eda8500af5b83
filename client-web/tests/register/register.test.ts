import { describe, expect, it } from 'vitest';
import { askedOf, queryOf } from '@/core/query';
import { dayAt } from '@/core/day';
import type { Me, RegisterPage, RegisterRow } from '@/generated/protocol';
import { anchorOf, searchOf } from '@/ui/archive/searchQuery';
import { lateTasks, tasksOf } from '@/ui/attendee/tasks';
import { dueFact, filterOf, joined, upTo } from '@/ui/register/register';
import { stepContent, stepDraft, stepFaults } from '@/ui/register/stepForm';
import { meOf } from '../views';

const row = (resolution: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  resolution, number: 1, term: 1, meeting: 'm', meeting_number: 1, item: 'i', item_title: '', at: '2024-01-04T06:00:00.000Z', text: resolution,
  responsible: [], state: 'adopted', overdue: false, steps: [], ...more,
});

const pageOf = (rows: RegisterRow[], next?: string): RegisterPage => ({ rows, people: [], groups: {}, counts: {} as RegisterPage['counts'], ...(next === undefined ? {} : { next }) });

describe('an address', () => {
  it('says what is asked and no more', () => {
    expect(queryOf({ state: 'overdue', q: '', person: undefined })).toBe('?state=overdue');
    expect(queryOf({})).toBe('');
    expect(filterOf('?state=overdue&q=%D8%A2%D8%A8&nothing=1&from=')).toEqual({ state: 'overdue', q: 'آب' });
    expect(searchOf('?q=%D8%A2%D8%A8&kind=minutes&sort=date')).toEqual({ q: 'آب', kind: 'minutes', sort: 'date' });
    expect(searchOf('?q=%D8%A2%D8%A8&meeting=3')).toEqual({ q: 'آب', meeting: '3' });
    expect(askedOf(queryOf({ q: 'آب «محیط زیست»' }), ['q'])).toEqual({ q: 'آب «محیط زیست»' });
  });
  it('of a hit is its line in the minutes, or its item', () => {
    expect(anchorOf({ item: 'i', line: 3 })).toBe('#line-i-3');
    expect(anchorOf({ item: 'i' })).toBe('#item-i');
    expect(anchorOf({})).toBe('');
  });
});

describe('a due day', () => {
  const today = '2024-01-10';
  it('is late, soon or later, as Tehran counts days', () => {
    expect(dayAt(Date.parse('2024-01-09T21:00:00Z'))).toBe('2024-01-10');
    expect(dueFact(row('a', { due: '2024-01-04' }), today)).toEqual({ kind: 'late', days: 6 });
    expect(dueFact(row('a', { due: '2024-01-10' }), today)).toEqual({ kind: 'soon', days: 0 });
    expect(dueFact(row('a', { due: '2024-01-24' }), today)).toEqual({ kind: 'soon', days: 14 });
    expect(dueFact(row('a', { due: '2024-01-25' }), today)).toEqual({ kind: 'later', days: 15 });
    expect(dueFact(row('a'), today)).toBeUndefined();
  });
  it('of what is finished is neither late nor soon', () => {
    for (const state of ['done', 'dropped'] as const) expect(dueFact(row('a', { due: '2024-01-04', state }), today)?.kind).toBe('past');
  });
});

it('a later page is put behind what is there, and a row that moved meanwhile is shown once', () => {
  const page = pageOf([row('b', { state: 'done' }), row('c')]);
  const { rows } = joined(pageOf([row('a'), row('b')]), page);
  expect(rows.map(({ resolution, state }) => [resolution, state])).toEqual([['a', 'adopted'], ['b', 'done'], ['c', 'adopted']]);
});

it('is read again as far as it was read before, so that the row that was worked on stays', async () => {
  const pages: Record<string, RegisterPage> = { '': pageOf([row('a'), row('b')], 'b'), b: pageOf([row('c'), row('d')], 'd'), d: pageOf([row('e')]) };
  const asked: string[] = [];
  const read = (after = ''): Promise<RegisterPage> => (asked.push(after), Promise.resolve(pages[after]!));
  expect((await upTo(4, read)).rows.map(({ resolution }) => resolution)).toEqual(['a', 'b', 'c', 'd']);
  expect(asked).toEqual(['', 'b']);
  expect((await upTo(9, read)).rows).toHaveLength(5);
});

describe('a step', () => {
  it('that neither moves on nor says anything is none', () => {
    expect(stepFaults(stepDraft('adopted'), row('a'))).toEqual(['note']);
    expect(stepFaults({ ...stepDraft('adopted'), note: 'آغاز شد' }, row('a'))).toEqual([]);
    expect(stepFaults(stepDraft('done'), row('a'))).toEqual([]);
  });
  it('names what is wrong', () => {
    const draft = { ...stepDraft('done'), due: '۱۴۰۲/۱۳/۰۱', links: [{ title: 'x', url: 'javascript:alert(1)' }] };
    expect(stepFaults(draft, row('a'))).toEqual(['due', 'links']);
  });
  it('is said as it was written', () => {
    const draft = { ...stepDraft('notified'), note: ' ابلاغ شد ', letter: '۱۲/۴۵', due: '۱۴۰۲/۱۱/۰۷', links: [{ title: '', url: 'rasht.ir/a' }, { title: '', url: '' }], visibility: 'everyone' as const };
    expect(stepContent(draft)).toEqual({
      state: 'notified', note: 'ابلاغ شد', letter: '۱۲/۴۵', due: '2024-01-27', evidence: [{ title: 'rasht.ir/a', url: 'https://rasht.ir/a' }], visibility: 'everyone',
    });
    expect(stepContent(stepDraft('done'))).toEqual({ state: 'done', visibility: 'inside' });
  });
});

describe('my tasks', () => {
  const task = (number: number, due?: string) => ({ number, meeting: 'm', text: '', state: 'adopted' as const, ...(due === undefined ? {} : { due }) });
  const me: Me = meOf({ tasks: { x: task(3), a: task(1, '2024-02-01'), b: task(2, '2024-01-04') } });
  it('come in the order of their days, those without one last', () => expect(tasksOf(me).map(({ resolution }) => resolution)).toEqual(['b', 'a', 'x']));
  it('are late from the day after', () => {
    expect(lateTasks(me, '2024-01-04')).toBe(0);
    expect(lateTasks(me, '2024-01-05')).toBe(1);
    expect(lateTasks(undefined, '2024-01-05')).toBe(0);
  });
});
