import { SvelteMap } from 'svelte/reactivity';
import type { ItemId } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import { textOf } from '@/core/minutesText';
import type { ServerText } from './minutesText';

// What was typed in a plain field and is not recorded yet, when its field goes: to another item, another page, or with the whole page.
// It goes on its way as soon as there is a line; what the hall does not take waits here until somebody is back at the item.

export interface Left {
  readonly client: string;
  readonly typed: string;
  readonly base: ServerText;
}

const begins = (hall: string): string => `talar.left.${hall}.`;
const left = new SvelteMap<string, Left>();

/** In this tab's storage only, for a page that may be thrown away; whoever comes back takes it out. */
export function keepText(hall: string, item: ItemId, text: Left): void {
  try {
    sessionStorage.setItem(begins(hall) + item, JSON.stringify(text));
  } catch {
    // Without storage it lasts as long as the page.
  }
}
export function forgetText(hall: string, item: ItemId): void {
  left.delete(begins(hall) + item);
  try {
    sessionStorage.removeItem(begins(hall) + item);
  } catch {
    // There is none then.
  }
}

export function leaveText(hall: string, item: ItemId, text: Left): void {
  keepText(hall, item, text);
  left.set(begins(hall) + item, text);
  void sendText(hall, item);
}

export function takeText(hall: string, item: ItemId): Left | undefined {
  findTexts(hall);
  const text = left.get(begins(hall) + item);
  forgetText(hall, item);
  return text;
}

/** Those that an earlier page of this tab left behind. */
export function findTexts(hall: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(begins(hall)) && !left.has(key)) left.set(key, JSON.parse(sessionStorage.getItem(key) ?? '') as Left);
    }
  } catch {
    // There are none then.
  }
}

export const leftItems = (hall: string): ItemId[] =>
  [...left.keys()].flatMap((key) => (key.startsWith(begins(hall)) ? [key.slice(begins(hall).length)] : []));

export async function sendText(hall: string, item: ItemId): Promise<void> {
  const text = left.get(begins(hall) + item);
  if (!text || !live.online || live.hall !== hall) return;
  const answer = await live.do({ type: 'write_minutes', item, text: text.typed, version: text.base.version, client: text.client });
  const there = live.hall === hall && textOf(live.view?.minutes?.texts[item]) === text.typed; // an earlier answer was lost on its way
  if ((answer.ok || there) && left.get(begins(hall) + item) === text) forgetText(hall, item);
}
