import { untrack } from 'svelte';
import type { Coauthor } from '@/core/coauthor';
import type { ItemId } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import { keep, unsentOf, type Unsent } from './unsent';

// Whoever goes to another item a moment after the last key: what was written goes on its way without its screen.

const finishing = new Map<ItemId, { author: Coauthor; stop: () => void }>();

export function finish(author: Coauthor): void {
  if (!author.dirty) return author.close();
  const { item } = author;
  const leaving = (): void => keep(live.hall ?? '', item, unsentOf(author));
  window.addEventListener('pagehide', leaving);
  const unfollow = $effect.root(() => {
    $effect(() => {
      const text = live.view?.minutes?.texts[item];
      untrack(() => author.follow(text));
    });
    $effect(() => {
      if (live.online) untrack(() => author.wake());
    });
  });
  const stop = (): void => {
    unfollow();
    author.close();
    window.removeEventListener('pagehide', leaving);
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
