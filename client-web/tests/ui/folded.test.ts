// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import Folded from '@/ui/parts/Folded.svelte';

const browser = (window as unknown as { happyDOM: { setViewport: (size: { width: number; height: number }) => void } }).happyDOM;
function turn(width: number, height: number): void {
  browser.setViewport({ width, height });
  flushSync();
}

it('keeps filters within reach when a phone is turned, and folds them again when it is turned back', async () => {
  turn(390, 844);
  const children = createRawSnippet(() => ({ render: () => '<p>…</p>' }));
  const folded = mount(Folded, { target: document.body, props: { label: 'پالایش', children } });
  flushSync();
  const details = document.querySelector('details');
  expect(details?.open).toBe(false);
  turn(844, 390);
  expect(details?.open).toBe(true);
  turn(390, 844);
  expect(details?.open).toBe(false);
  await unmount(folded);
});
