/** What screen readers are told: one polite and one assertive region, made at load (parts/LiveRegions.svelte). */
class Announcer {
  polite = $state('');
  assertive = $state('');

  say(text: string): void {
    this.polite = text;
  }
  alert(text: string): void {
    this.assertive = text;
  }
}

export const announcer = new Announcer();
