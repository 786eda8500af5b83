// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingView, View } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import Attendee from '@/ui/attendee/Attendee.svelte';
import { itemView, meOf, meetingView, personView, requestView, viewOf } from '../views';
import { FakeHall } from './fakeHall';

const me = meOf();

function hallOf(more: Partial<MeetingView> = {}): View {
  return viewOf({
    people: { me: personView(1, { name: me.name, short_name: 'سلامت' }), bob: personView(2, { name: 'معاون خدمات شهری', short_name: 'خدمات' }) },
    meetings: { m: meetingView({ opened_at: '2023-12-28T05:32:00.000Z', agenda: ['i'], active_item: 'i', ...more }) },
    items: { i: itemView([1], { state: 'active', title: 'پایداری محیط زیست', started_at: new Date().toISOString() }) },
    floor: { list_open: true, queue: [], requests: {} },
    votes: {
      v: { item: 'i', state: 'open', content: { question: 'آیا موافقید؟', rule: { base: 'valid', majority: { kind: 'simple' } } }, opened_at: new Date().toISOString(), electorate: ['me', 'bob'], cast: 0, ballots: {} },
    },
  });
}

let hall: FakeHall;
let page: Record<string, unknown>;

function show(view: View): void {
  live.open('rasht');
  hall.welcome(view, me);
  page = mount(Attendee, { target: document.body, props: { hall: 'rasht' } });
  flushSync();
}
const text = (): string => document.body.textContent?.replace(/\s+/g, ' ') ?? '';
const button = (name: string | RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((each) => (typeof name === 'string' ? each.textContent?.includes(name) : name.test(each.textContent ?? '')));
  if (!found) throw new Error(`no button ${name} in: ${text()}`);
  return found;
};
/** Lets promises settle and the page follow. */
async function settled(): Promise<void> {
  await tick();
  await Promise.resolve();
  flushSync();
}

beforeEach(() => {
  vi.useFakeTimers();
  hall = new FakeHall();
});
afterEach(() => {
  unmount(page);
  live.close();
  vi.useRealTimers();
});

describe('a raised hand', () => {
  it('is up only when the hall says so', async () => {
    show(hallOf());
    button('دست بلند کنید').click();
    flushSync();
    expect(hall.commands).toEqual([{ type: 'request_floor', kind: 'speech' }]);
    expect(button('دست بلند کنید').disabled).toBe(true);

    hall.patch({ floor: { queue: ['r'], requests: { r: requestView('me') } } });
    hall.send({ type: 'done', id: hall.lastId, seq: 2 });
    await settled();
    expect(button('پایین آوردن').getAttribute('aria-pressed')).toBe('true');
    expect(text()).toContain('شما نفر بعدی هستید');
  });

  it('says why it was refused', async () => {
    show(hallOf());
    button('دست بلند کنید').click();
    hall.send({ type: 'refused', id: hall.lastId, code: 'list_closed', args: {} });
    await settled();
    expect(text()).toContain('فهرست سخنرانان بسته است.');
  });
});

describe('an open vote', () => {
  it('keeps my choice while others vote, and shows the receipt only after the hall’s', async () => {
    show(hallOf({ open_vote: 'v' }));
    button('مخالف').click();
    flushSync();
    hall.patch({ votes: { v: { cast: 1 } } });
    await settled();
    expect(button('مخالف').getAttribute('aria-checked')).toBe('true');

    button('ثبت رأی: مخالف').click();
    flushSync();
    expect(hall.commands).toEqual([{ type: 'cast_vote', vote: 'v', choice: 'against' }]);
    expect(text()).not.toContain('رأی شما ثبت شد');

    hall.send({ type: 'me_changed', me: { ...me, ballots: { v: 'against' } } });
    hall.send({ type: 'done', id: hall.lastId, seq: 3 });
    await settled();
    expect(text()).toContain('رأی شما ثبت شد');
    expect(button('موافق').disabled).toBe(false);
  });

  it('takes no vote while the connection is lost', async () => {
    show(hallOf({ open_vote: 'v' }));
    button('موافق').click();
    flushSync();
    hall.drop();
    vi.advanceTimersByTime(7000);
    await settled();
    expect(button('موافق').disabled).toBe(true);
    expect(text()).toContain('رأی بدون ارتباط فرستاده نمی‌شود');
    expect(text()).toContain('ارتباط با تالار قطع است');
    expect(hall.commands).toEqual([]);
  });

  it('sends an unanswered vote again after the reconnect, with the same id', async () => {
    show(hallOf({ open_vote: 'v' }));
    button('موافق').click();
    flushSync();
    button('ثبت رأی: موافق').click();
    const first = hall.lastId;
    hall.drop();
    vi.advanceTimersByTime(1500);
    hall.open();
    hall.send({ type: 'welcome', epoch: 'e', seq: 1, now: new Date().toISOString(), hall: 'rasht', audience: 'member', me });
    await settled();
    expect(hall.commands).toHaveLength(2);
    expect(hall.lastId).toBe(first);
    expect(hall.said.filter((frame) => frame.type === 'hello').at(-1)).toEqual({ type: 'hello', resume: { epoch: 'e', seq: 1 } });
  });
});
