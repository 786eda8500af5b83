// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me, VoteView } from '@/generated/protocol';
import type { Kept } from '@/secret/kept';
import { live } from '@/shell/live.svelte';
import Attendee from '@/ui/attendee/Attendee.svelte';
import { voteScenes } from '@/ui/attendee/voteScenes.svelte';
import { itemView, meOf, meetingView, personView, viewOf, voteView } from '../views';
import { FakeHall } from './fakeHall';
import { button, opened, press, text } from './page';

const id = '0k3v9yq2rt';
let hall: FakeHall;
let page: Record<string, unknown>;
let person = 0;

/** Everybody here is somebody else: this device keeps nothing of the one before. */
async function show(kept?: Kept, more: Partial<VoteView> = {}, mine: Partial<Me> = {}): Promise<void> {
  const me = meOf({ person: `me${++person}`, ...mine });
  if (kept) localStorage.setItem(`talar.ballot.rasht.${me.person}.${id}`, JSON.stringify(kept));
  const vote = voteView({ opened_at: new Date().toISOString(), electorate: [me.person], content: { ...voteView().content, form: { kind: 'motion', mode: 'secret', options: [] } }, ...more });
  const over = vote.state === 'closed';
  live.open('rasht');
  hall.welcome(
    viewOf({
      people: { [me.person]: personView(1) },
      meetings: { m: meetingView({ agenda: ['i'], active_item: 'i', ...(over ? { shown_result: id } : { open_vote: id }) }) },
      items: { i: itemView([1], { state: 'active' }) },
      votes: { [id]: vote },
    }),
    me,
  );
  page = mount(Attendee, { target: document.body, props: { hall: 'rasht' } });
  flushSync();
  await opened(() => document.querySelector('.secret b, .impossible'));
}
const paper = { message: btoa('m'), signature: btoa('s'), hash: `000000000000002a${'0'.repeat(48)}`, digest: 'd'.repeat(64) };

beforeAll(async () => {
  await Promise.all([voteScenes.load(), import('@/secret/voters')]);
});
beforeEach(() => {
  vi.stubGlobal('isSecureContext', true);
  localStorage.clear();
  sessionStorage.clear();
  hall = new FakeHall();
});
afterEach(() => {
  unmount(page);
  live.close();
  vi.unstubAllGlobals();
});

it('says before confirming that nothing can be changed afterwards, and what secret means', async () => {
  await show();
  press('مخالف');
  await opened(() => !button('ثبت رأی').disabled);
  expect(text()).toContain('پس از ثبت نمی‌توان رأی را تغییر داد');
  expect(text()).toContain('هیچ‌کس، حتی گردانندهٔ سامانه');
  expect(hall.commands).toEqual([]);
});

it('shows the receipt once the box has the ballot, and nothing can be picked any more', async () => {
  await show({ step: 'cast', ...paper }, {}, { collected: { [id]: paper.digest } });
  expect(text()).toContain('رأی شما در صندوق است');
  expect(text().replace(/\s/g, '')).toContain('۰۰۰۰۰۰۰۰۰۰۰۰۰۰۴۲');
  expect(button('موافق').disabled).toBe(true);
});

it('tells who has collected elsewhere what that means', async () => {
  await show(undefined, {}, { collected: { [id]: 'e'.repeat(64) } });
  expect(text()).toContain('برگهٔ شما با دستگاه دیگری گرفته شده است');
  expect(text()).toContain('رأی شما داده‌نشده به شمار می‌آید');
});

it('tells who comes while the votes are counted that no more ballots are handed out', async () => {
  await show(undefined, { state: 'counting' });
  expect(text()).toContain('دیگر برگه‌ای داده نمی‌شود');
  expect(button('موافق').disabled).toBe(true);
});

it('raises the alarm when an acknowledged ballot is not in the list', async () => {
  const result = { tally: { approve: 1, against: 0, abstain: 0, not_cast: 0 }, base_count: 1, needed: 1, outcome: 'adopted' as const };
  await show({ step: 'checked', found: false, acknowledged: true, ...paper }, { state: 'closed', result, secret: { issued: 1, cast: 1, digest: '' } }, { collected: { [id]: paper.digest } });
  expect(text()).toContain('برگهٔ شما در فهرست منتشرشده نیست!');
  expect(document.querySelector<HTMLAnchorElement>('a[href*="/votes/"]')?.getAttribute('href')).toBe(`/hall/rasht/votes/${id}`);
});

it('says where to go when the page is not secure', async () => {
  vi.stubGlobal('isSecureContext', false);
  await show();
  expect(text()).toContain('رأی مخفی روی این نشانی ممکن نیست');
  expect(document.querySelector('code')?.textContent).toMatch(/^https:/);
});
