// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import Chair from '@/ui/chair/Chair.svelte';
import { itemView, meOf, meetingView, personView, requestView, turnView, viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { button, opened, press, settled, text } from './page';

const me = meOf({ person: 'chair', role: 'chair', seat: 'president', name: 'شهردار رشت' });

function hallOf(more: Partial<View> = {}): View {
  return viewOf({
    people: {
      chair: personView(1, { name: 'شهردار رشت', seat: 'president' }),
      ann: personView(2, { name: 'معاون خدمات شهری', short_name: 'خدمات' }),
      bob: personView(3, { name: 'نخبهٔ حوزهٔ سلامت', short_name: 'سلامت', turns: 1, spoken: 60_000 }),
    },
    meetings: { m: meetingView({ agenda: ['i', 'j', 'j1'], active_item: 'i', opened_at: '2023-12-28T05:32:00.000Z' }) },
    items: {
      i: itemView([1], { state: 'active', running_since: new Date().toISOString() }),
      j: itemView([2], { kind: 'consent', title: 'بندهای عادی' }),
      j1: itemView([2, 1], { parent: 'j', title: 'تأیید صورتجلسه' }),
    },
    floor: { list_open: true, queue: ['r', 's'], requests: { r: requestView('ann'), s: requestView('bob', { ahead: [{ ground: 'first_time', people: 1 }] }) } },
    ...more,
  });
}

let hall: FakeHall;
let page: Record<string, unknown>;

function show(view: View): void {
  live.open('rasht');
  hall.welcome(view, me);
  page = mount(Chair, { target: document.body, props: { hall: 'rasht' } });
  flushSync();
}
const sheet = (): Element | null => document.querySelector('dialog');

// Fetched before they are asked for, so that no test waits for a file.
beforeAll(() => Promise.all([import('@/ui/chair/OutOfTurn.svelte'), import('@/ui/chair/ListSheet.svelte')]));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  hall = new FakeHall();
});
afterEach(() => {
  unmount(page);
  live.close();
  vi.useRealTimers();
});

describe('the chair', () => {
  it('reads every row’s reason, and who would speak for the first time', () => {
    show(hallOf());
    expect(text()).toContain('یک نفر پیش از ایشان: هنوز سخن نگفته است.');
    expect(text()).toContain('نخستین سخن');
  });

  it('gives the first one the floor at a tap, and gives a reason for everybody else', async () => {
    show(hallOf());
    press('دادن سخن به معاون خدمات شهری');
    expect(hall.commands).toEqual([{ type: 'give_floor', request: 'r' }]);
    hall.send({ type: 'done', id: hall.lastId, seq: 2 });
    await settled();

    press('دادن سخن به نخبهٔ حوزهٔ سلامت');
    await opened(sheet);
    press('پیوستگی با موضوع سخن');
    press(/^\s*دادن سخن\s*$/);
    expect(hall.commands.at(-1)).toEqual({ type: 'give_floor', request: 's', reason: 'پیوستگی با موضوع سخن' });
  });

  it('ends an interruption before anybody else is called, and reads who goes on', () => {
    const floor = { ...hallOf().floor!, turn: turnView({ person: 'ann', kind: 'point_of_order', point: 'rights' }), interrupted: turnView({ person: 'bob', paused_at: turnView().started_at }) };
    show(hallOf({ floor }));
    expect(text()).toContain('سخن نخبهٔ حوزهٔ سلامت نگه داشته شده و پس از اخطار ادامه می‌یابد.');
    press('پایان و ادامهٔ سخن سلامت');
    expect(hall.commands).toEqual([{ type: 'end_turn' }]);
  });

  it('calls last for a minute', async () => {
    show(hallOf());
    press('فراخوان آخر');
    await opened(sheet);
    press('۱ دقیقه');
    expect(hall.commands).toEqual([{ type: 'call_last', seconds: 60 }]);
  });

  it('sees who has not been heard yet', () => {
    show(hallOf());
    expect(button('هنوز سخن نگفته‌اند').textContent).toContain('۲ از ۳ نفر');
  });

  it('is advised to hand over when recused', () => {
    const view = hallOf();
    show({ ...view, items: { ...view.items, i: { ...view.items['i']!, recused: ['chair'] } } });
    expect(text()).toContain('پیشنهاد می‌شود ادارهٔ آن را به دیگری بسپارید');
  });

  it('starts the vote of a consent block in one tap', async () => {
    const view = hallOf({ floor: { list_open: true, queue: [], requests: {} } });
    const items = { ...view.items, i: { ...view.items['i']!, state: 'done' as const }, j: { ...view.items['j']!, state: 'active' as const } };
    show({ ...view, items, meetings: { m: { ...view.meetings['m']!, active_item: 'j' } } });
    press('رأی‌گیری یکجا');
    expect(hall.commands).toMatchObject([{ type: 'prepare_vote', item: 'j', content: { question: 'آیا با تصویب این بند موافقید؟' } }]);
    hall.patch({ votes: { v: { item: 'j', state: 'prepared', content: { question: '?', rule: { base: 'valid', majority: { kind: 'simple' } } }, electorate: [], cast: 0, ballots: {} } } });
    hall.send({ type: 'done', id: hall.lastId, seq: 3 });
    await opened(() => hall.commands.length > 1);
    expect(hall.commands.at(-1)).toEqual({ type: 'open_vote', vote: 'v' });
  });
});
