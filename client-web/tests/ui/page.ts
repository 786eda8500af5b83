// What the tests of whole screens do with a page: find, press, wait.
import { flushSync, tick } from 'svelte';

export const text = (): string => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

const says = (element: Element): string => `${element.textContent ?? ''} ${element.getAttribute('aria-label') ?? ''}`;
const found = (selector: string, name: string | RegExp): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((each) => (typeof name === 'string' ? says(each).includes(name) : name.test(says(each))));

export function button(name: string | RegExp): HTMLButtonElement {
  const pressed = found('button', name);
  if (!pressed) throw new Error(`no button ${name} in: ${text()}`);
  return pressed as HTMLButtonElement;
}

export function press(name: string | RegExp): void {
  button(name).click();
  flushSync();
}

/** Native radio buttons are pressed by their label. */
export function choose(name: string | RegExp): void {
  const label = found('label', name);
  if (!label) throw new Error(`no choice ${name} in: ${text()}`);
  label.querySelector('input')?.click();
  flushSync();
}

export function type(field: string, value: string): void {
  const control = document.querySelector<HTMLInputElement>(field);
  if (!control) throw new Error(`no field ${field}`);
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

/** Lets promises settle and the page follow. */
export async function settled(): Promise<void> {
  await tick();
  await Promise.resolve();
  flushSync();
}

/** A sheet that is fetched when it is first opened. */
export async function opened(what: () => unknown): Promise<void> {
  for (let turn = 0; turn < 200 && !what(); turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    flushSync();
  }
}
