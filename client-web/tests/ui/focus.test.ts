// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { announcer } from '@/shell/announce.svelte';
import { router } from '@/shell/router.svelte';
import Sheet from '@/ui/desk/Sheet.svelte';

afterEach(() => document.body.replaceChildren());

it('goes back to where it came from when a sheet is taken away', () => {
  document.body.innerHTML = '<button id="opener">…</button>';
  document.getElementById('opener')?.focus();
  const children = createRawSnippet(() => ({ render: () => '<p>…</p>' }));
  const sheet = mount(Sheet, { target: document.body, props: { title: 'افزوده', onclose: () => undefined, children } });
  flushSync();
  expect(document.activeElement?.tagName).toBe('H2');
  unmount(sheet);
  flushSync();
  expect(document.activeElement?.id).toBe('opener');
});

it('stays where it is when a page is only asked something else', () => {
  router.go('/hall/rasht/resolutions');
  const { visits } = router;
  router.go('/hall/rasht/resolutions?state=overdue', 'replace');
  expect(router.page).toEqual({ name: 'resolutions', hall: 'rasht', asked: '?state=overdue' });
  expect(router.visits).toBe(visits);
  router.go('/hall/rasht/search?q=a');
  router.go('/hall/rasht', 'replace');
  expect(router.visits).toBe(visits + 2);
});

it('hears the same sentence again', () => {
  announcer.say('ذخیره شد');
  const first = announcer.polite;
  announcer.say('ذخیره شد');
  expect(announcer.polite).not.toBe(first);
  expect(announcer.polite.replace('\u200b', '')).toBe('ذخیره شد');
  announcer.say('ذخیره شد');
  expect(announcer.polite).toBe(first);
});
