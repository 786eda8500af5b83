// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VoteForm, VoteView } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import Attendee from '@/ui/attendee/Attendee.svelte';
import { voteScenes } from '@/ui/attendee/voteScenes.svelte';
import { itemView, meOf, meetingView, personView, viewOf, voteView } from '../views';
import { FakeHall } from './fakeHall';
import { button, opened, press, settled, text, type } from './page';

const me = meOf();
const options = ['پارک', 'پل', 'کتابخانه'].map((title) => ({ title, withdrawn: false }));
let hall: FakeHall;
let page: Record<string, unknown>;

function show(form: Partial<VoteForm>, more: Partial<VoteView> = {}): void {
  const plain = voteView().content;
  const vote = voteView({ opened_at: new Date().toISOString(), content: { ...plain, form: { kind: 'motion', mode: 'device', options: [], ...form } }, ...more });
  const closed = vote.state === 'closed' || vote.state === 'voided';
  hall.welcome(
    viewOf({
      people: { bob: personView(1, { name: 'معاون خدمات شهری' }), me: personView(2, { name: me.name }) },
      meetings: { m: meetingView({ opened_at: '2023-12-28T05:32:00.000Z', agenda: ['i'], active_item: 'i', ...(closed ? { shown_result: 'v' } : { open_vote: 'v' }) }) },
      items: { i: itemView([1], { state: 'active' }) },
      floor: { list_open: true, queue: [], requests: {} },
      votes: { v: vote },
    }),
    me,
  );
  page = mount(Attendee, { target: document.body, props: { hall: 'rasht' } });
  flushSync();
}
const told = (patch: Partial<VoteView>): void => {
  hall.patch({ votes: { v: patch } });
  flushSync();
};

beforeAll(async () => {
  await import('@/ui/desk/Confirm.svelte');
  await voteScenes.load();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  sessionStorage.clear();
  hall = new FakeHall();
  live.open('rasht');
});
afterEach(() => {
  unmount(page);
  live.close();
  vi.useRealTimers();
});

describe('an election', () => {
  it('takes up to n marks, and no candidate who has withdrawn', () => {
    show({ kind: 'election', seats: 1, marks: 2, options: [...options, { title: 'میدان', withdrawn: true }] });
    expect(button('میدان').disabled).toBe(true);
    press('پارک');
    press('پل');
    expect(text()).toContain('همهٔ نشان‌ها به کار رفته است');
    expect(button('کتابخانه').disabled).toBe(true);
    press('ثبت رأی: ۲ نامزد');
    expect(hall.commands).toEqual([{ type: 'cast_vote', vote: 'v', marks: [1, 1, 0, 0] }]);
  });
  it('can be cast blank', () => {
    show({ kind: 'election', seats: 1, marks: 1, options });
    press('ثبت رأی: برگهٔ سفید');
    expect(hall.commands).toEqual([{ type: 'cast_vote', vote: 'v', marks: [0, 0, 0] }]);
  });
});

describe('a ranking', () => {
  it('is made by tapping, and changed by buttons and keys', () => {
    show({ kind: 'ranking', options });
    press('پل: افزودن در جایگاه ۱');
    press('پارک: افزودن در جایگاه ۲');
    press('کتابخانه: افزودن در جایگاه ۳');
    press('کتابخانه: یک جایگاه بالاتر');
    button('پل: جابه‌جا کردن').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    flushSync();
    press('پارک: برداشتن از ترتیب');
    press('ثبت رأی: ۲ گزینه به ترتیب');
    expect(hall.commands).toEqual([{ type: 'cast_vote', vote: 'v', marks: [0, 2, 1] }]);
  });
});

describe('points', () => {
  it('say what is left and give no more than that', () => {
    show({ kind: 'points', points: 5, options });
    press('پارک: یک امتیاز بیشتر');
    expect(text()).toContain('۴ امتیاز مانده است');
    type('input[aria-label="امتیاز پل"]', '۹');
    document.querySelector('input[aria-label="امتیاز پل"]')!.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(text()).toContain('همهٔ امتیازها داده شد');
    press('ثبت رأی: ۵ امتیاز از ۵');
    expect(hall.commands).toEqual([{ type: 'cast_vote', vote: 'v', marks: [1, 4, 0] }]);
  });
});

describe('a half-filled ballot', () => {
  it('is moved neither by what others do nor by a reload, and is gone once it is recorded', async () => {
    show({ kind: 'ranking', options });
    press('پل: افزودن در جایگاه ۱');
    told({ cast: 1, warned_at: new Date().toISOString() });
    expect(text()).toContain('پل');
    expect(text()).toContain('رأی‌گیری به‌زودی بسته می‌شود');
    unmount(page);
    live.close();
    hall = new FakeHall();
    live.open('rasht');
    show({ kind: 'ranking', options });
    press('ثبت رأی: ۱ گزینه به ترتیب');
    hall.send({ type: 'me_changed', me: { ...me, ballots: { v: { choice: 'approve', marks: [0, 1, 0] } } } });
    hall.send({ type: 'done', id: hall.lastId, seq: 2 });
    await settled();
    expect(text()).toContain('رأی شما ثبت شد');
    expect(sessionStorage.length).toBe(0);
  });
});

describe('without a ballot on the device', () => {
  it('a consent has one way to object, which is confirmed', async () => {
    show({ kind: 'consent' });
    expect(text()).toContain('سکوت به معنای موافقت است');
    press('مخالفت دارم');
    await opened(() => document.querySelector('dialog'));
    vi.advanceTimersByTime(700);
    flushSync();
    const [, confirm] = [...document.querySelectorAll('button')].filter((each) => each.textContent?.includes('مخالفت دارم'));
    confirm!.click();
    expect(hall.commands).toEqual([{ type: 'raise_objection', vote: 'v' }]);
  });
  it('a roll call says whose turn it is and what was answered', () => {
    show({ mode: 'roll_call' });
    expect(text()).toContain('معاون خدمات شهری');
    expect(text()).toContain('نفر بعد شما هستید');
    told({ ballots: { bob: { choice: 'against' } } });
    expect(text()).toContain('نوبت شماست');
    told({ ballots: { me: { choice: 'approve' } } });
    expect(text()).toContain('پاسخ شما ثبت شد: موافق');
  });
  it('a show of hands asks for the hand', () => {
    show({ mode: 'show_of_hands' });
    expect(text()).toContain('دست خود را بلند کنید');
    expect(document.querySelector('[role=radiogroup]')).toBeNull();
  });
});

describe('what stands beside the ballot', () => {
  it('is the weight of who has more than one vote, and the new deadline', () => {
    show({}, { weights: { me: 3 }, deadline: new Date(Date.now() + 30_000).toISOString() });
    expect(text()).toContain('شما ۳ رأی دارید');
    told({ deadline: new Date(Date.now() + 90_000).toISOString() });
    expect(text()).toContain('مهلت رأی‌گیری تمدید شد');
  });
});

describe('a result', () => {
  const tally = { approve: 9, against: 0, abstain: 0, not_cast: 0 };
  it('of a ranking shows the places, ties as ties, and the matrix behind a disclosure', () => {
    const result = { tally, base_count: 9, needed: 1, outcome: 'ranked' as const, pairs: [[0, 5, 6], [4, 0, 4], [3, 4, 0]], options: [{ count: 2, place: 1, elected: false }, { count: 0, place: 2, elected: false }, { count: 0, place: 2, elected: false }] };
    show({ kind: 'ranking', options }, { state: 'closed', result });
    expect(text()).toContain('ترتیب مشخص شد');
    expect(text()).toContain('۲ مشترک');
    expect(document.querySelector('details')?.textContent).toContain('جدول مقایسهٔ دوبه‌دو');
  });
  it('of an election says who is elected and that a run-off follows', () => {
    const result = { tally, base_count: 9, needed: 5, outcome: 'incomplete' as const, options: [{ count: 6, place: 1, elected: true }, { count: 3, place: 2, elected: false }, { count: 1, place: 3, elected: false }] };
    show({ kind: 'election', seats: 2, options }, { state: 'closed', result, followed_by: 'w' });
    expect(text()).toContain('انتخاب شد');
    expect(text()).toContain('دور دوم');
  });
  it('that is void says why', () => {
    show({}, { state: 'voided', voided_at: new Date().toISOString(), void_reason: 'قطع برق' });
    expect(text()).toContain('این رأی‌گیری باطل شد');
    expect(text()).toContain('دلیل: قطع برق');
  });
});
