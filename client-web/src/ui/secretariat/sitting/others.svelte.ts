import { SvelteMap } from 'svelte/reactivity';
import type { ItemId, PersonId, Pointed } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';

export const repeatMs = 5_000;
const forgetMs = 15_000;

/** Where the others of the desk write, as long as they say so. */
export class Others {
  readonly places = new SvelteMap<string, Pointed & { heardAt: number }>();

  hear(place: Pointed, now: number): void {
    if (place.item === undefined) this.places.delete(place.client);
    else this.places.set(place.client, { ...place, heardAt: now });
  }
  forget(now: number): void {
    for (const [client, { heardAt }] of this.places) if (now - heardAt >= forgetMs) this.places.delete(client);
  }
  in(item: ItemId): Pointed[] {
    return [...this.places.values()].filter((place) => place.item === item);
  }
  /** Each of them once, although somebody may write on two screens. */
  people(item: ItemId): PersonId[] {
    return [...new Set(this.in(item).map((place) => place.person))];
  }

  /** Listens until it is told to stop. */
  follow(): () => void {
    const stop = live.onPointed((place) => this.hear(place, performance.now()));
    const timer = setInterval(() => this.forget(performance.now()), 1_000);
    return () => {
      stop();
      clearInterval(timer);
    };
  }
}
