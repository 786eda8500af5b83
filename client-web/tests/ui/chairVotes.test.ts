// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, View, VoteForm, VoteView } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import Chair from '@/ui/chair/Chair.svelte';
import { itemView, meOf, meetingView, personView, viewOf, voteView } from '../views';
import { FakeHall } from './fakeHall';
import { button, choose, press, settled, text, type } from './page';

const rule = { base: 'valid' as const, majority: { kind: 'simple' as const } };
const content = (form: Partial<VoteForm>) => ({ question: 'آیا موافقید؟', rule, form: { kind: 'motion' as const, mode: 'device' as const, options: [], ...form } });
const electorate = ['bob', 'chair', 'ann'];

function hallOf(votes: Record<string, VoteView>, more: Partial<Parameters<typeof meetingView>[0]> = {}): View {
  return viewOf({
    people: { chair: personView(1, { name: 'رئیس', seat: 'president' }), ann: personView(2, { name: 'آذر' }), bob: personView(3, { name: 'بهرام' }) },
    meetings: { m: meetingView({ agenda: ['i'], active_item: 'i', ...more }) },
    items: { i: itemView([1], { state: 'active', running_since: new Date().toISOString() }) },
    floor: { list_open: true, queue: [], requests: {} },
    votes,
  });
}
const open = (form: Partial<VoteForm>, more: Partial<VoteView> = {}): View =>
  hallOf({ v: voteView({ item: 'i', state: 'open', opened_at: new Date().toISOString(), electorate, content: content(form), ...more }) }, { open_vote: 'v' });

let hall: FakeHall;
let page: Record<string, unknown>;

function show(view: View): void {
  live.open('rasht');
  hall.welcome(view, meOf({ person: 'chair', role: 'chair', seat: 'president', name: 'رئیس' }));
  page = mount(Chair, { target: document.body, props: { hall: 'rasht' } });
  flushSync();
}
const last = (): Command | undefined => hall.commands.at(-1);
const filled = (): string[] => [...document.querySelectorAll('main .btn.act:not(.off)')].map((one) => one.textContent?.trim() ?? '');
const accept = async (): Promise<void> => {
  hall.send({ type: 'done', id: hall.lastId, seq: hall.seq });
  await settled();
};

beforeAll(() => Promise.all([import('@/secret/voters')]));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  hall = new FakeHall();
});
afterEach(() => {
  unmount(page);
  live.close();
  vi.useRealTimers();
});

describe('a roll call', () => {
  it('marks who is next in the roster’s order and writes down the answer at a tap', async () => {
    show(open({ mode: 'roll_call' }, { ballots: { chair: { choice: 'approve' } }, cast: 1 }));
    expect(document.querySelector('.roll [aria-current]')?.textContent).toContain('آذر');
    press('مخالف');
    expect(last()).toEqual({ type: 'record_answer', vote: 'v', person: 'ann', choice: 'against' });
  });
  it('puts an answer right, and goes back to the next name', async () => {
    show(open({ mode: 'roll_call' }, { ballots: { chair: { choice: 'approve' } }, cast: 1 }));
    press('ثبت یا اصلاح پاسخ رئیس (موافق)');
    expect(text()).toContain('اصلاح پاسخ رئیس');
    press('ممتنع');
    expect(last()).toMatchObject({ person: 'chair', choice: 'abstain' });
    await accept();
    expect(text()).toContain('نفر بعد');
  });
  it('leads to closing once all names have been called', () => {
    const said = { choice: 'approve' as const };
    show(open({ mode: 'roll_call' }, { ballots: { chair: said, ann: said, bob: said }, cast: 3 }));
    expect(filled()).toEqual(['پایان رأی‌گیری']);
    expect(text()).toContain('همهٔ نام‌ها خوانده شد.');
  });
});

describe('a show of hands', () => {
  const fill = (numbers: string[]) => document.querySelectorAll<HTMLInputElement>('.hands input.field').forEach((field, index) => {
    field.value = numbers[index] ?? '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  });
  it('is counted before it can be closed, and never more hands than voters', () => {
    show(open({ mode: 'show_of_hands' }));
    expect(button('پایان رأی‌گیری').disabled).toBe(true);
    expect(filled()).toEqual(['ثبت شمارش']);
    fill(['۳', '۱', '']);
    press('ثبت شمارش');
    expect(last()).toBeUndefined();
    expect(text()).toContain('شمار دست‌ها از شمار رأی‌دهندگان بیشتر است.');
    fill(['۲', '۱', '']);
    press('ثبت شمارش');
    expect(last()).toEqual({ type: 'record_count', vote: 'v', count: { approve: 2, against: 1, abstain: 0 } });
  });
  it('asks on which side the chair was where that may decide', () => {
    const rules = { quorum: true, casting_vote: true, live: false, late_arrivals: false, ranking: 'schulze' as const, weights: [], secret_voters_min: 5 };
    show(open({ mode: 'show_of_hands' }, { rules }));
    fill(['۱', '۱', '']);
    const [, against] = document.querySelectorAll<HTMLInputElement>('.hands input[type=radio]');
    against?.click();
    flushSync();
    press('ثبت شمارش');
    expect(last()).toMatchObject({ count: { approve: 1, against: 1, chair: 'against' } });
  });
});

describe('a consent', () => {
  it('is declared adopted in two steps, and is the one filled button', () => {
    show(open({ kind: 'consent' }));
    expect(filled()).toEqual(['اعلام تصویب']);
    press('اعلام تصویب');
    expect(text()).toContain('کسی تا این لحظه مخالفتی نکرده است.');
  });
});

describe('a secret vote', () => {
  it('shows ballots collected and cast apart, and counting as a state of its own', async () => {
    show(open({ mode: 'secret' }, { issued: 2, cast: 0 }));
    await settled();
    expect(text()).toContain('برگهٔ گرفته‌شده: ۲ از ۳');
    expect(text()).toContain('رأی داده‌شده: ۰ از ۳');
    hall.patch({ votes: { v: { state: 'counting' } } });
    flushSync();
    expect(text()).toContain('در حال شمارش');
    expect([...document.querySelectorAll('button')].map((one) => one.textContent?.trim())).not.toContain('پایان رأی‌گیری');
  });
});

describe('what follows', () => {
  it('is offered as the next act, with the reason why', () => {
    const result = { tally: { approve: 0, against: 0, abstain: 0, not_cast: 3 }, base_count: 0, needed: 0, outcome: 'objected' as const };
    show(
      hallOf(
        {
          v: voteView({ item: 'i', state: 'closed', content: content({ kind: 'consent' }), followed_by: 'w', objected_by: 'ann', result }),
          w: voteView({ item: 'i', state: 'prepared', content: content({}), follows: 'v', follow_kind: 'objection' }),
        },
        { shown_result: 'v' },
      ),
    );
    expect(text()).toContain('رأی‌گیری پس از مخالفت');
    expect(filled()).toEqual(['گشودن رأی‌گیری']);
  });
  it('of a voided vote is its repetition', () => {
    show(hallOf({ v: voteView({ item: 'i', state: 'voided', content: content({}), void_reason: 'ابهام' }) }));
    press('تکرار رأی‌گیری');
    expect(last()).toEqual({ type: 'repeat_vote', vote: 'v' });
  });
});

describe('the form of a vote', () => {
  it('offers what goes together and says faults beside the fields', () => {
    show(hallOf({}));
    press('رأی‌گیری تازه');
    const sheet = (): string => document.querySelector('dialog')?.textContent ?? '';
    expect(sheet()).toContain('قرائت اسامی');
    choose('انتخابات');
    expect(sheet()).not.toContain('قرائت اسامی');
    press('آماده کردن رأی‌گیری');
    expect(last()).toBeUndefined();
    expect(sheet()).toContain('متن رأی‌گیری را بنویسید.');
    expect(sheet()).toContain('شمار گزینه‌ها کم است');
    type('dialog textarea', 'رئیس کارگروه');
    press('افزودن نامزدی بیرون از فهرست اعضا');
    type('dialog input[aria-label="نامزد ۱"]', 'مدیر عامل سازمان نوسازی');
    choose('مخفی');
    expect(sheet()).toContain('رأی مخفی با کمتر از پنج رأی‌دهنده گشوده نمی‌شود.');
    press('آماده کردن رأی‌گیری');
    expect(last()).toMatchObject({
      type: 'prepare_vote',
      content: { question: 'رئیس کارگروه', form: { kind: 'election', mode: 'secret', seats: 1, marks: 1, options: [{ title: 'مدیر عامل سازمان نوسازی', withdrawn: false }] } },
    });
  });
});
