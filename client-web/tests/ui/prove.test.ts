// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import App from '@/App.svelte';
import { live } from '@/shell/live.svelte';
import { paths, router } from '@/shell/router.svelte';
// Fetched before they are asked for, so that no test waits for a file.
import '@/ui/observer/Observer.svelte';
import '@/ui/signin/Prove.svelte';
import { viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { button, opened, text, type } from './page';

let page: Record<string, unknown>;
afterEach(() => {
  void unmount(page);
  live.close();
  vi.unstubAllGlobals();
});

/** A device that the hall welcomes as an observer; `passphrase`: what its person lacks there. */
function watching(passphrase: string | undefined, asked: string[]): FakeHall {
  const hall = new FakeHall();
  vi.stubGlobal('fetch', (path: string, init?: { body?: string }) => {
    asked.push(path + (init?.body ?? ''));
    const halls = [{ hall: 'rasht', name: 'تالار', kind: 'chamber', place: 'رشت', role: 'staff', passphrase }];
    return Promise.resolve(path === '/api/whoami' ? new Response(JSON.stringify({ halls })) : new Response(null, { status: 204 }));
  });
  router.go(paths.hall('rasht'), 'replace');
  page = mount(App, { target: document.body });
  flushSync();
  hall.open();
  const now = new Date().toISOString();
  hall.send({ type: 'welcome', epoch: 'e-public', seq: 1, now, hall: 'rasht', audience: 'public' });
  hall.send({ type: 'state', seq: 1, now, view: viewOf({}) });
  flushSync();
  return hall;
}

it('who runs the hall on a device without their passphrase gives it there, and comes back', async () => {
  const asked: string[] = [];
  const hall = watching('give', asked);
  await opened(() => document.querySelector('#passphrase'));
  expect(text()).toContain('گذرواژهٔ خود را بنویسید');
  const hellos = hall.said.filter((frame) => frame.type === 'hello').length;
  type('#passphrase', 'درخت انجیر معابد');
  button(/^\s*ورود/).click();
  await opened(() => live.view === undefined);
  expect(asked).toContain('/api/passphrase{"passphrase":"درخت انجیر معابد"}');
  hall.open();
  expect(hall.said.filter((frame) => frame.type === 'hello').length).toBe(hellos + 1);
});

it('whoever only watches is asked for nothing', async () => {
  const asked: string[] = [];
  watching(undefined, asked);
  await opened(() => text().includes('دستور جلسه'));
  expect(text()).toContain('دستور جلسه');
  expect(document.querySelector('#passphrase')).toBeNull();
  expect(asked.filter((path) => path === '/api/whoami').length).toBe(1);
});
