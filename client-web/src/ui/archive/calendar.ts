// The archive's shelf: meetings by year and month of the reader's calendar, in the order in which they arrive.
import type { MeetingSummary } from '@/generated/protocol';
import { toAscii } from '@/core/digits';
import { date } from '@/i18n/dates';

export interface Month {
  year: number;
  month: number;
  meetings: MeetingSummary[];
}
export interface Year {
  year: number;
  months: Month[];
}
export interface Day {
  year: number;
  month: number;
  day: number;
}

export const heldAt = (meeting: MeetingSummary): string => meeting.opened_at ?? meeting.content.starts_at;

/** The day in the calendar of the language in use. */
export function dayOf(moment: string): Day {
  const [year = 0, month = 0, day = 0] = toAscii(date(moment, 'short')).split(/\D/).map(Number);
  return { year, month, day };
}

/** «دی ۱۴۰۲». */
export const monthName = (moment: string): string => date(moment, 'long').replace(/^\S+ /, '');

export function byMonth(meetings: readonly MeetingSummary[], dateOf: (moment: string) => Pick<Day, 'year' | 'month'> = dayOf): Year[] {
  const years: Year[] = [];
  for (const meeting of meetings) {
    const { year, month } = dateOf(heldAt(meeting));
    const shelf = years.find((one) => one.year === year) ?? add(years, { year, months: [] });
    const box = shelf.months.find((one) => one.month === month) ?? add(shelf.months, { year, month, meetings: [] });
    box.meetings.push(meeting);
  }
  return years;
}

function add<T>(list: T[], entry: T): T {
  list.push(entry);
  return entry;
}
