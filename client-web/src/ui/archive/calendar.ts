// The archive's shelf: meetings by year and month of the reader's calendar, in the order in which they arrive.
import type { MeetingSummary } from '@/generated/protocol';

export interface Month {
  year: number;
  month: number;
  meetings: MeetingSummary[];
}
export interface Year {
  year: number;
  months: Month[];
}

export const heldAt = (meeting: MeetingSummary): string => meeting.opened_at ?? meeting.content.starts_at;

export function byMonth(meetings: readonly MeetingSummary[], dateOf: (instant: string) => { year: number; month: number }): Year[] {
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
