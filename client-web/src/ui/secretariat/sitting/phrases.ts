import { personName } from '@/core/queue';
import type { ItemId, MeetingView, Phrase, PhraseId, View } from '@/generated/protocol';
import { time } from '@/i18n/dates';
import { itemShort } from '@/i18n/meeting';
import { entriesOf } from './entries';

/** Text modules: words that are used again and again, with places for what is so when they are put in. */
export interface Module extends Phrase {
  readonly id: PhraseId;
}
export const placeholders = ['speaker', 'chair', 'item', 'time'] as const;
export type Facts = Record<(typeof placeholders)[number], string>;

/** In braces stands the name that the hall keeps; people read and write it in their own language. */
const persian: Record<(typeof placeholders)[number], string> = { speaker: 'سخنران', chair: 'رئیس جلسه', item: 'بند', time: 'ساعت' };
export const shownNames = (text: string): string => placeholders.reduce((all, name) => all.replaceAll(`{${name}}`, `{${persian[name]}}`), text);
export const keptNames = (text: string): string => placeholders.reduce((all, name) => all.replaceAll(`{${persian[name]}}`, `{${name}}`), text);
const named = /\{(speaker|chair|item|time)\}/g;

/** What is not known now stays as dots to be filled in by hand. */
export const filled = (text: string, facts: Facts): string => keptNames(text).replace(named, (_, name: keyof Facts) => facts[name] || '…');

/** By name: «الف» before «ب», and always in the same order, because the first nine have a key. */
export const modulesOf = (view: View): Module[] =>
  Object.entries(view.phrases)
    .map(([id, phrase]) => ({ id, ...phrase }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fa') || (a.id < b.id ? -1 : 1));

/** Who speaks now, or who spoke last in the item. */
export function speakerOf(view: View, meeting: MeetingView, item: ItemId): string {
  const now = meeting.active_item === item ? view.floor?.turn?.person : undefined;
  const last = entriesOf(view.minutes, item).findLast((entry) => entry.kind === 'turn')?.person;
  return personName(view, now ?? last);
}

export const factsOf = (view: View, meeting: MeetingView, item: ItemId, now: number): Facts => ({
  speaker: speakerOf(view, meeting, item),
  chair: personName(view, view.hall.chair),
  item: view.items[item] ? itemShort(view.items[item]) : '',
  time: time(now),
});
