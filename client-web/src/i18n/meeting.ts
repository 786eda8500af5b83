import type { ItemView, MeetingView } from '@/generated/protocol';
import { date } from './dates';
import { digits, messages } from './language.svelte';
import { itemNumber, ordinal } from './numbering';
import { words } from './words';

const t = messages({
  fa: {
    meeting: (nth: string) => `${nth} جلسه`,
    item: (number: string) => `بند ${number}`,
    itemOf: (number: string, all: number) => `بند ${number} از ${digits(all)}`,
    closed: 'بند غیرعلنی',
    waitRanOut: 'تا پایان مهلت، حد نصاب کامل نشد.',
  },
  en: {
    meeting: (nth: string) => `${nth} meeting`,
    item: (number: string) => `Item ${number}`,
    itemOf: (number: string, all: number) => `Item ${number} of ${all}`,
    closed: 'Closed item',
    waitRanOut: 'The quorum was not reached in time.',
  },
});

/** «نخستین جلسه · پنجشنبه ۷ دی ۱۴۰۲». */
export function meetingLine(meeting: MeetingView): string {
  const name = meeting.number === undefined ? (meeting.content.title ?? words().meetingState.drafted) : t().meeting(ordinal(meeting.number));
  return `${name} · ${date(meeting.opened_at ?? meeting.content.starts_at)}`;
}

export const meetingName = (number: number): string => t().meeting(ordinal(number));

/** «بند ۳ ب»; with the number of top items «بند ۳ از ۸». */
export function itemLabel(item: ItemView, topItems?: number): string {
  const number = itemNumber(item.number);
  return topItems === undefined ? t().item(number) : t().itemOf(number, topItems);
}

/** The chair's reason, or that the quorum was not reached in the time the charter gives. */
export const notHeldReason = (meeting: Pick<MeetingView, 'not_held_reason'>): string => meeting.not_held_reason ?? t().waitRanOut;
/** What an item is called; a closed one that this audience may not see has no title. */
export const itemTitle = (item: ItemView): string => item.title ?? t().closed;
export const itemShort = (item: ItemView): string => item.short_title ?? itemTitle(item);
