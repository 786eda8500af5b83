import { store, stored } from './stored';

export type Theme = 'light' | 'night';

/** Light is the hall by day and the default; the projector asks for night. A person's choice stays in the browser. */
class ThemeChoice {
  choice = $state<Theme>(stored('talar.theme', ['light', 'night'], 'light'));
  #forced = $state<Theme>();
  readonly current: Theme = $derived(this.#forced ?? this.choice);

  choose(theme: Theme): void {
    this.choice = theme;
    store('talar.theme', theme);
    this.apply();
  }

  /** A screen that has its own light, until it lets go. */
  force(theme: Theme | undefined): void {
    this.#forced = theme;
    this.apply();
  }

  apply(): void {
    document.documentElement.dataset['theme'] = this.current;
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground').trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground);
  }
}

export const theme = new ThemeChoice();
