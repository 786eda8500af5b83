// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { PublishedVote, VoteForm } from '@/generated/protocol';
import { toPersian } from '@/core/digits';
import { fromBase64, hashDigits, sha256 } from '@/secret/bytes';
import { SecretVoter } from '@/secret/voter.svelte';
import RecountPage from '@/ui/recount/RecountPage.svelte';
import { BallotServer, MemoryKeep, blinder } from '../secret/server';
import { text, type } from './page';

const motion: VoteForm = { kind: 'motion', mode: 'secret', options: [] };
let list: PublishedVote;
let page: Record<string, unknown>;

beforeAll(async () => {
  const server = new BallotServer('0k3v9yq2rt', motion);
  for (const [at, choice] of (['approve', 'against', 'approve'] as const).entries()) {
    server.person = `p${at}`;
    const voter = new SecretVoter('0k3v9yq2rt', server, blinder, new MemoryKeep());
    voter.follow({ key: server.key });
    await voter.choose(motion, { choice });
  }
  list = server.list();
}, 60_000);
beforeEach(() => vi.stubGlobal('isSecureContext', true));
afterEach(() => {
  unmount(page);
  vi.unstubAllGlobals();
});

async function show(vote: PublishedVote | undefined): Promise<void> {
  vi.stubGlobal('fetch', () => Promise.resolve(vote ? new Response(JSON.stringify(vote)) : new Response('{"title":"","status":404,"code":"no_such_vote"}', { status: 404 })));
  page = mount(RecountPage, { target: document.body, props: { hall: 'rasht', vote: '0k3v9yq2rt' } });
  await vi.waitFor(() => expect(text()).toMatch(/همه‌چیز|هم‌خوان نیست|منتشر نشده/), 10_000);
}

it('the page counts again and finds a receipt by its digits', async () => {
  await show(list);
  expect(text()).toContain('همه‌چیز درست است');
  expect(text()).toContain('موافق ۲ بیش از مخالف ۱');
  const digits = hashDigits(await sha256(fromBase64(list.ballots[1]!.message)));
  type('input', toPersian(digits.slice(0, 8)));
  flushSync();
  expect(text()).toContain('این برگه در فهرست هست');
  type('input', '0000000000000000');
  expect(text()).toContain('برگه‌ای با این رقم‌ها در فهرست نیست');
});

it('the page says so when the numbers are not those announced', async () => {
  await show({ ...list, result: { ...list.result, tally: { ...list.result.tally, approve: 3 } } });
  expect(text()).toContain('بازشماری با نتیجهٔ اعلام‌شده هم‌خوان نیست');
});

it('the page says that nothing is published', async () => {
  await show(undefined);
  expect(text()).toContain('منتشر نشده است');
});
