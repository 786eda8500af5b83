import { chimeBetween, heardOf, type Heard } from '@/core/chime';
import { live } from '@/shell/live.svelte';
import type { Sound } from '@/shell/sound.svelte';

/** Lets a screen give the time signals of the turn that runs. */
export function chimes(sound: Sound): void {
  let before: Heard | undefined;
  $effect(() => {
    const after = live.stale ? undefined : heardOf(live.view?.floor?.turn, live.now());
    const chime = chimeBetween(before, after);
    before = after;
    if (chime) sound.play(chime);
  });
}
