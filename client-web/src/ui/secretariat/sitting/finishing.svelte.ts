import { untrack } from 'svelte';
import type { Transaction } from '@codemirror/state';
import { Coauthor, type Hall } from '@/core/coauthor';
import { docOf } from '@/core/collab';
import type { ItemId } from '@/generated/protocol';
import { api } from '@/shell/api';
import { live } from '@/shell/live.svelte';
import { keep, resumed, take, unsentOf, type Unsent } from './unsent';

// Whoever goes to another item a moment after the last key, or had the page thrown away and came back to another item: what was
// written goes on its way without its screen.

export const lineOf = (hall: string, item: ItemId): Hall => ({
  online: () => live.online && live.hall === hall,
  edit: (command) => live.do(command),
  missing: (since) => api.textSince(hall, item, since),
});

const finishing = new Map<ItemId, { author: Coauthor; stop: () => void }>();

export function finish(hall: string, author: Coauthor): void {
  if (!author.dirty) return author.close();
  const { item } = author;
  const leaving = (): void => keep(hall, item, unsentOf(author));
  const shown = (): void => (document.visibilityState === 'hidden' ? leaving() : void take(hall, item));
  const asked = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('pagehide', leaving);
  window.addEventListener('beforeunload', asked);
  document.addEventListener('visibilitychange', shown);
  const unfollow = $effect.root(() => {
    $effect(() => {
      const text = live.hall === hall ? live.view?.minutes?.texts[item] : undefined;
      if (text) untrack(() => author.follow(text));
    });
    $effect(() => {
      if (live.online && live.hall === hall) untrack(() => author.wake());
    });
  });
  const stop = (): void => {
    unfollow();
    author.close();
    window.removeEventListener('pagehide', leaving);
    window.removeEventListener('beforeunload', asked);
    document.removeEventListener('visibilitychange', shown);
    finishing.delete(item);
  };
  author.told = () => {
    if (!author.dirty) queueMicrotask(stop);
  };
  finishing.set(item, { author, stop });
}

/** Somebody is back at the item: the screen goes on where the text is. */
export function takeOver(item: ItemId): Unsent | undefined {
  const found = finishing.get(item);
  if (!found) return undefined;
  found.stop();
  return unsentOf(found.author);
}

/** What an earlier page of this tab left unsent. */
export function goOn(hall: string, item: ItemId): void {
  const unsent = take(hall, item);
  const state = unsent && resumed(unsent, []);
  if (!state) return;
  const screen = {
    state,
    composing: false,
    dispatch(transaction: Transaction): void {
      this.state = transaction.state;
    },
  };
  finish(hall, new Coauthor(item, unsent.client, screen, lineOf(hall, item), docOf(unsent.base)));
}
