// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingView, View } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import Attendee from '@/ui/attendee/Attendee.svelte';
import { voteScenes } from '@/ui/attendee/voteScenes.svelte';
import { itemView, meOf, meetingView, personView, requestView, viewOf, voteView } from '../views';
import { FakeHall } from './fakeHall';
import { button, choose, opened, press, settled, text } from './page';

const me = meOf();

function hallOf(more: Partial<MeetingView> = {}): View {
  return viewOf({
    people: { me: personView(1, { name: me.name, short_name: 'سلامت' }), bob: personView(2, { name: 'معاون خدمات شهری', short_name: 'خدمات' }) },
    meetings: { m: meetingView({ opened_at: '2023-12-28T05:32:00.000Z', agenda: ['i'], active_item: 'i', ...more }) },
    items: { i: itemView([1], { state: 'active', title: 'پایداری محیط زیست', started_at: new Date().toISOString() }) },
    floor: { list_open: true, queue: [], requests: {} },
    votes: {
      v: voteView({ opened_at: new Date().toISOString() }),
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
// Fetched before they are asked for, so that no test waits for a file.
beforeAll(async () => {
  await import('@/ui/attendee/AskSheet.svelte');
  await voteScenes.load();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
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

describe('asking for another kind of turn', () => {
  const sheet = (): Element | null => document.querySelector('dialog');

  it('offers what the charter offers and sends what was chosen', async () => {
    show(hallOf());
    press('درخواست دیگر');
    await opened(sheet);
    choose('پرسش');
    press('درخواست پرسش');
    expect(hall.commands).toEqual([{ type: 'request_floor', kind: 'question' }]);
  });

  it('wants to know what a point of order is about', async () => {
    show(hallOf());
    press('درخواست دیگر');
    await opened(sheet);
    choose('اخطار');
    expect(button('موضوع اخطار را برگزینید').disabled).toBe(true);
    choose(/^\s*حق عضو\s*$/);
    press('درخواست اخطار');
    expect(hall.commands).toEqual([{ type: 'request_floor', kind: 'point_of_order', point: 'rights' }]);
  });

  it('withdraws the request that stands before it asks anew', async () => {
    const view = hallOf();
    show({ ...view, floor: { list_open: true, queue: ['r'], requests: { r: requestView('me') } } });
    press('درخواست دیگر');
    await opened(sheet);
    choose('مخالف');
    press('درخواست سخن');
    expect(hall.commands).toEqual([{ type: 'withdraw_request', request: 'r' }]);
    hall.send({ type: 'done', id: hall.lastId, seq: 2 });
    await settled();
    expect(hall.commands.at(-1)).toEqual({ type: 'request_floor', kind: 'speech', stance: 'against' });
  });
});

describe('my place', () => {
  it('says why I stand there', () => {
    const view = hallOf();
    const ahead = [{ ground: 'kind' as const, kind: 'reply' as const, people: 1 }, { ground: 'first_time' as const, people: 1 }];
    show({ ...view, floor: { list_open: true, queue: ['r', 's', 'm'], requests: { r: requestView('bob', { kind: 'reply' }), s: requestView('bob'), m: requestView('me', { ahead }) } } });
    expect(text()).toContain('دو نفر پیش از شما: یکی پاسخ دارد، یکی هنوز سخن نگفته است.');
  });

  it('is nowhere while I am recused, and the page says so', () => {
    const view = hallOf();
    show({ ...view, items: { i: { ...view.items['i']!, recused: ['me'] } } });
    expect(text()).toContain('شما از این بند کنار رفته‌اید');
    expect(button('دست بلند کنید').disabled).toBe(true);
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

    hall.send({ type: 'me_changed', me: { ...me, ballots: { v: { choice: 'against' } } } });
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
