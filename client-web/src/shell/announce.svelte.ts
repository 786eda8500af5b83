import { untrack } from 'svelte';

/** What screen readers are told: one polite and one assertive region, made at load (parts/LiveRegions.svelte). */
class Announcer {
  polite = $state('');
  assertive = $state('');

  // Who speaks does not listen: an effect that says something is not run again by what it said.
  say(text: string): void {
    this.polite = untrack(() => anew(this.polite, text));
  }
  alert(text: string): void {
    this.assertive = untrack(() => anew(this.assertive, text));
  }
}

/** What does not change is not read out: the same sentence once more gets a sign that nobody sees or hears. */
const anew = (before: string, text: string): string => (before === text ? `${text}\u200b` : text);

export const announcer = new Announcer();
