// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { live } from '@/shell/live.svelte';
import RecordCard from '@/ui/attendee/RecordCard.svelte';
import { meOf, viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { opened, text } from './page';

let page: Record<string, unknown> | undefined;

afterEach(() => {
  if (page) unmount(page);
  page = undefined;
  live.close();
  vi.unstubAllGlobals();
});

it('tells who signed a record what was added to it since, and leads to the check of its seal', async () => {
  const me = meOf();
  const added = [
    { at: '2024-01-10T06:00:00.000Z', text: 'پیش از امضا' },
    { at: '2024-01-20T06:00:00.000Z', text: 'نام دو نفر اصلاح شد.' },
  ];
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items: [], life: { addenda: added } }))));
  const hall = new FakeHall();
  live.open('rasht');
  const seal = { form: 1, digest: 'ab', chain: 'cd', seq: 9 };
  const signed = { number: 1, term: 1, state: 'sealed' as const, corrections: {}, signers: [me.person], signatures: { [me.person]: '2024-01-15T06:00:00.000Z' }, sealed_at: '2024-01-16T06:00:00.000Z', seal };
  const view = viewOf({ records: { r: signed } });
  hall.welcome(view, me);
  page = mount(RecordCard, { target: document.body, props: { view, record: { id: 'r', ...signed }, onpropose: () => undefined } });
  flushSync();
  await opened(() => text().includes('افزوده نوشته'));
  expect(text()).toContain('پس از امضای شما ۱ افزوده نوشته شده است');
  expect(text()).toContain('نام دو نفر اصلاح شد.');
  expect(text()).not.toContain('پیش از امضا');
  expect(document.querySelector('a[href="/hall/rasht/seal/r"]')?.textContent).toContain('برگهٔ مهر');
});
