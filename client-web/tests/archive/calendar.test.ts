import { describe, expect, test } from 'vitest';
import type { MeetingSummary } from '@/generated/protocol';
import { byMonth, dayOf, monthName } from '@/ui/archive/calendar';

const held = (opened_at: string): MeetingSummary => ({ meeting: opened_at, opened_at, content: { starts_at: opened_at } }) as unknown as MeetingSummary;

describe('the shelf', () => {
  test('reads the day in the Jalali calendar at the hall’s hour', () => {
    expect(dayOf('2023-12-28T05:36:00.000Z')).toEqual({ year: 1402, month: 10, day: 7 });
    expect(dayOf('2024-03-19T21:00:00.000Z')).toEqual({ year: 1403, month: 1, day: 1 });
    expect(monthName('2023-12-28T05:36:00.000Z')).toBe('دی ۱۴۰۲');
  });

  test('groups by year and month and keeps the order in which meetings arrive', () => {
    const years = byMonth(['2024-04-04T05:30:00Z', '2024-01-11T05:30:00Z', '2024-01-04T05:30:00Z', '2023-12-14T05:30:00Z'].map(held));
    expect(years.map(({ year, months }) => [year, months.map(({ month, meetings }) => [month, meetings.length])])).toEqual([
      [1403, [[1, 1]]],
      [1402, [[10, 2], [9, 1]]],
    ]);
  });
});
