// A meeting's time and place as they are being written.
import { parseWhole } from '@/core/digits';
import type { MeetingContent } from '@/generated/protocol';
import { parseHour, parseJalaliDate, tehranFields, tehranInstant } from '../../desk/jalaliInput';

export interface MeetingDraft {
  title: string;
  date: string; // Jalali, as typed
  hour: string;
  minutes: string;
  place: string;
}
export type MeetingFault = 'dateBad' | 'hourBad' | 'minutesBad' | 'placeMissing';
const week = 7 * 86_400_000; // whole weeks since 1970 begin on a Thursday
const nineInTehran = 5.5 * 3_600_000; // after midnight UTC
const minutesMax = 600;

export function meetingDraft(content: MeetingContent): MeetingDraft {
  return { title: content.title ?? '', ...tehranFields(content.starts_at), minutes: String(content.minutes), place: content.place };
}

/** A weekly hall meets a week after the last time, at the same hour and place, but not in the past; the first time on Thursday at nine. */
export function nextContent(last: MeetingContent | undefined, now: number): MeetingContent {
  if (!last) return { starts_at: new Date(Math.ceil(now / week) * week + nineInTehran).toISOString(), minutes: 150, place: '' };
  const start = Date.parse(last.starts_at);
  const weeks = Math.max(1, Math.ceil((now - start) / week));
  return { starts_at: new Date(start + weeks * week).toISOString(), minutes: last.minutes, place: last.place };
}

export function meetingFaults(draft: MeetingDraft): Partial<Record<keyof MeetingDraft, MeetingFault>> {
  const faults: Partial<Record<keyof MeetingDraft, MeetingFault>> = {};
  if (parseJalaliDate(draft.date) === undefined) faults.date = 'dateBad';
  if (parseHour(draft.hour) === undefined) faults.hour = 'hourBad';
  const minutes = parseWhole(draft.minutes);
  if (minutes === undefined || minutes < 1 || minutes > minutesMax) faults.minutes = 'minutesBad';
  if (draft.place.trim() === '') faults.place = 'placeMissing';
  return faults;
}

/** Of a draft without faults. */
export function meetingContent(draft: MeetingDraft): MeetingContent {
  const title = draft.title.trim();
  return {
    ...(title === '' ? {} : { title }),
    starts_at: tehranInstant(parseJalaliDate(draft.date) ?? '', parseHour(draft.hour) ?? 0),
    minutes: parseWhole(draft.minutes) ?? 0,
    place: draft.place.trim(),
  };
}
