import { describe, expect, it } from 'vitest';
import type { Figures, FiguresPerson } from '@/generated/protocol';
import { byAttendance, bySpoken, highest, labelEvery, meetingsOf, monthsOf } from '@/ui/figures/figures';

const person = (name: string, invited: number, attended: number): FiguresPerson => ({ person: name, name, seat: 'expert', invited, attended, represented: 0, excused: 0, unexcused: 0, turns: 0, spoken: 0 });
const figures: Figures = {
  year: 1402, years: [1402], people: [], adopted: 3, done: 1, dropped: 0, open: 2, overdue: 1,
  meetings: [2, 1].map((number) => ({ meeting: `m${number}`, number, at: `2024-01-0${number}T06:00:00.000Z`, held: true, present: 10, members: 12, votes: 1, resolutions: 1, lasted: 1 })),
  seats: [{ seat: 'guest', people: 0, turns: 0, spoken: 0 }, { seat: 'deputy', people: 4, turns: 9, spoken: 50 }, { seat: 'expert', people: 8, turns: 20, spoken: 90 }],
  months: [{ month: 10, adopted: 2, done: 1 }],
};

describe('the figures of a year', () => {
  it('tell meetings as they came', () => expect(meetingsOf(figures).map(({ number }) => number)).toEqual([1, 2]));
  it('put those first who came most, and leave out who was never invited', () => {
    expect(byAttendance([person('a', 10, 5), person('b', 4, 4), person('c', 0, 0), person('d', 10, 10)]).map(({ name }) => name)).toEqual(['d', 'b', 'a']);
  });
  it('put the seats first that spoke most, and leave out empty ones', () => expect(bySpoken(figures).map(({ seat }) => seat)).toEqual(['expert', 'deputy']));
  it('have all twelve months', () => {
    expect(monthsOf(figures).map(({ month, adopted }) => [month, adopted])).toEqual([...Array.from({ length: 9 }, (_, at) => [at + 1, 0]), [10, 2], [11, 0], [12, 0]]);
  });
});

describe('columns', () => {
  it('are as high as the highest, one upon the other or side by side', () => {
    const columns = [{ label: '', values: [3, 4] }, { label: '', values: [6, 0] }];
    expect([highest(columns, 'stacked'), highest(columns, 'grouped'), highest([], 'stacked')]).toEqual([7, 6, 1]);
  });
  it('have no more labels than there is room for', () => expect([1, 14, 15, 52].map(labelEvery)).toEqual([1, 1, 2, 4]));
});
