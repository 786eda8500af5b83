import { describe, expect, test } from 'vitest';
import { countSeats, seatTiles } from '@/ui/secretariat/sitting/seats';
import { arrived, begin, decide, saved, sending, typed, wantsSaving } from '@/ui/secretariat/sitting/minutesText';
import { dropAfter, stepPlace } from '@/ui/secretariat/agenda/nesting';
import { hall, instant, person } from './hall';

describe('the seat board', () => {
  const view = hall();
  view.people = {
    late: person(2, { arrived_at: instant('09:31:00') }),
    first: person(1, { arrived_at: instant('08:55:00') }),
    p2: person(3),
    out: person(4, { presence: 'out', departed_at: instant('09:58:00') }),
    ill: person(5, { presence: 'excused', excuse: 'بیماری' }),
    away: person(6, { presence: 'absent' }),
    missing: person(7, { presence: 'unexcused' }),
  };
  const tiles = seatTiles(view);
  test('stands in the order of the roster', () => {
    expect(tiles.map((tile) => tile.id)).toEqual(['first', 'late', 'p2', 'out', 'ill', 'away', 'missing']);
  });
  test('shows the hour of those who came later and of those who left', () => {
    expect(tiles.map((tile) => tile.state)).toEqual(['present', 'late', 'speaking', 'out', 'excused', 'absent', 'unexcused']);
    expect(tiles.map((tile) => tile.since !== undefined)).toEqual([false, true, false, true, false, false, false]);
  });
  test('records the opposite of what is', () => {
    expect(tiles.map((tile) => tile.tap)).toEqual(['departure', 'departure', 'departure', 'arrival', 'arrival', 'arrival', 'arrival']);
  });
  test('is counted', () => {
    expect(countSeats(tiles)).toEqual({ present: 3, out: 1, excused: 1, unexcused: 1, absent: 1 });
  });
});

describe('the agenda editor', () => {
  const { items, meetings } = hall();
  const agenda = meetings['m']!.agenda;
  const step = (id: string, how: 'up' | 'down' | 'in' | 'out') => stepPlace(items, agenda, id, how);
  test('moves among siblings', () => {
    expect(step('i4', 'up')).toEqual({ parent: undefined, position: 2 });
    expect(step('i3a', 'down')).toEqual({ parent: 'i3', position: 1 });
    expect(step('i1', 'up')).toBeUndefined();
    expect(step('i3b', 'down')).toBeUndefined();
  });
  test('nests under the sibling before and comes out after its parent', () => {
    expect(step('i4', 'in')).toEqual({ parent: 'i3', position: 2 });
    expect(step('i3b', 'out')).toEqual({ parent: undefined, position: 3 });
    expect(step('i1', 'in')).toBeUndefined();
    expect(step('i1', 'out')).toBeUndefined();
  });
  test('keeps three levels', () => {
    const deep = { ...items, i3a1: { ...items['i3a']!, parent: 'i3a' } };
    const longer = ['i1', 'i2', 'i3', 'i3a', 'i3a1', 'i3b'];
    expect(stepPlace(deep, longer, 'i3b', 'in')).toEqual({ parent: 'i3a', position: 1 });
    expect(stepPlace(deep, longer, 'i3', 'in')).toBeUndefined();
  });
  test('drops a row where it was let go', () => {
    expect(dropAfter(items, agenda, 'i5', undefined)).toEqual({ parent: undefined, position: 0 });
    expect(dropAfter(items, agenda, 'i5', 'i3')).toEqual({ parent: 'i3', position: 0 });
    expect(dropAfter(items, agenda, 'i5', 'i3a')).toEqual({ parent: 'i3', position: 1 });
    expect(dropAfter(items, agenda, 'i1', 'i8')).toEqual({ parent: undefined, position: 7 });
    expect(dropAfter(items, agenda, 'i1', undefined)).toBeUndefined();
    expect(dropAfter(items, agenda, 'i3', 'i3a')).toBeUndefined();
  });
});

describe('the text of an item', () => {
  const mine = typed(begin({ text: 'آغاز', version: 3 }), 'آغاز و ادامه');
  const theirs = { text: 'متن دیگری', version: 4 };
  test('is sent once and counts on with its receipt', () => {
    expect(wantsSaving(mine)).toBe(true);
    const under_way = sending(mine);
    expect(wantsSaving(under_way)).toBe(false);
    const done = saved(under_way, 9);
    expect(done).toMatchObject({ base: { text: 'آغاز و ادامه', version: 4 }, savedAt: 9, sent: undefined });
    expect(wantsSaving(done)).toBe(false);
  });
  test('goes on being typed while it is saved', () => {
    const done = saved(typed(sending(mine), 'آغاز و ادامه و پایان'), 9);
    expect(done.typed).toBe('آغاز و ادامه و پایان');
    expect(wantsSaving(done)).toBe(true);
  });
  test('takes its own echo for what it is', () => {
    const under_way = sending(mine);
    expect(arrived(under_way, { text: 'آغاز و ادامه', version: 4 })).toBe(under_way);
  });
  test('is never overwritten by a newer one', () => {
    const both = arrived(mine, theirs);
    expect(both).toMatchObject({ typed: 'آغاز و ادامه', newer: theirs });
    expect(wantsSaving(both)).toBe(false);
    expect(arrived(both, theirs)).toBe(both);
  });
  test('follows the server while nothing was typed', () => {
    expect(arrived(begin({ text: 'آغاز', version: 3 }), theirs)).toMatchObject({ typed: 'متن دیگری', base: theirs, newer: undefined });
  });
  test('is kept, given up or joined as the person decides', () => {
    const both = arrived(mine, theirs);
    expect(decide(both, 'mine')).toMatchObject({ typed: 'آغاز و ادامه', base: theirs, newer: undefined });
    expect(decide(both, 'theirs').typed).toBe('متن دیگری');
    expect(decide(both, 'both').typed).toBe('متن دیگری\nآغاز و ادامه');
    expect(wantsSaving(decide(both, 'mine'))).toBe(true);
    expect(wantsSaving(decide(both, 'theirs'))).toBe(false);
  });
});
