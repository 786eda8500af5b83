import { describe, expect, test } from 'vitest';
import { agendaRows, endForecast, nextItem } from '@/ui/desk/agenda';
import { voteView } from '../views';
import { at, hall, instant } from './hall';

const now = at('10:08:00');
const meeting = (view: ReturnType<typeof hall>) => view.meetings['m']!;
const row = (id: string, view = hall()) => agendaRows(view, meeting(view), now).find((other) => other.id === id)!;

describe('the agenda column', () => {
  test('shows the minutes that an item took beside those that were planned', () => {
    expect(row('i2')).toMatchObject({ planned: 15, actual: 18, over: true });
    expect(row('i1')).toMatchObject({ actual: 4, over: false });
  });
  test('counts a running item up to now and its parent with all parts', () => {
    expect(row('i3b')).toMatchObject({ actual: 16, over: false, depth: 1 });
    expect(row('i3')).toMatchObject({ planned: 40, actual: 40 });
  });
  test('calls a parent finished only with its parts', () => {
    expect(row('i3').state).toBe('planned');
    const view = hall();
    view.items['i3b']!.state = 'deferred';
    expect(row('i3', view).state).toBe('done');
  });
  test('marks what awaits in the items to come', () => {
    const view = hall();
    view.votes['v'] = voteView({ item: 'i6', state: 'prepared', electorate: [] });
    expect(['i4', 'i5', 'i6', 'i7'].map((id) => row(id, view).mark)).toEqual([undefined, 'vote', 'vote', 'lock']);
  });
});

describe('the next item', () => {
  test('is the first planned one after the active one', () => {
    expect(nextItem(hall(), meeting(hall()))).toBe('i4');
  });
  test('comes back to what was left behind when nothing planned follows', () => {
    const view = hall();
    for (const id of ['i4', 'i5', 'i6', 'i7', 'i8']) view.items[id]!.state = 'done';
    view.items['i1']!.state = 'planned';
    expect(nextItem(view, meeting(view))).toBe('i1');
    view.items['i1']!.state = 'withdrawn';
    expect(nextItem(view, meeting(view))).toBeUndefined();
  });
});

describe('the end of the meeting', () => {
  test('is now, what the active item still has, and everything to come', () => {
    expect(endForecast(hall(), meeting(hall()), now)).toEqual({ planned: at('11:30:00'), expected: at('11:32:00'), lateMinutes: 2 });
  });
  test('counts from the planned hour before the opening', () => {
    const view = hall();
    meeting(view).state = 'convened';
    for (const item of Object.values(view.items)) Object.assign(item, { state: 'planned', spent: 0, started_at: undefined });
    expect(endForecast(view, meeting(view), at('08:00:00')).expected).toBe(at('11:20:00'));
    expect(endForecast(view, meeting(view), at('09:10:00')).expected).toBe(at('11:30:00'));
  });
  test('is measured from the opening when that was on quite another day', () => {
    const view = hall();
    meeting(view).content.starts_at = new Date(at('09:00:00') + 4 * 86_400_000).toISOString();
    expect(endForecast(view, meeting(view), now)).toMatchObject({ planned: at('11:36:00'), lateMinutes: -4 });
  });
  test('counts from the end of a recess', () => {
    const view = hall();
    Object.assign(meeting(view), { state: 'recess', recess_until: instant('10:30:00') });
    expect(endForecast(view, meeting(view), now).expected).toBe(at('11:54:00'));
  });
  test('gives an item that is over its time no more of it', () => {
    const late = at('10:20:00');
    expect(endForecast(hall(), meeting(hall()), late).expected).toBe(late + 80 * 60_000);
  });
});
