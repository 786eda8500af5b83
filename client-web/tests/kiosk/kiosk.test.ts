// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import Kiosk from '@/ui/kiosk/Kiosk.svelte';
import { FakeHall } from '../ui/fakeHall';
import { button, press, settled, text, type } from '../ui/page';
import { meetingView, personView, viewOf } from '../views';

const people = {
  ann: personView(1, { name: 'معاون خدمات شهری', presence: 'absent' }),
  bob: personView(2, { name: 'نخبهٔ حوزهٔ سلامت', arrived_at: '2023-12-28T05:34:00.000Z' }),
};
let hall: FakeHall;
let page: Record<string, unknown>;

function show(view: View): void {
  live.open('rasht');
  hall.open();
  const now = new Date().toISOString();
  hall.send({ type: 'welcome', epoch: 'e', seq: 1, now, hall: 'rasht', audience: 'display' });
  hall.send({ type: 'state', seq: 1, now, view });
  page = mount(Kiosk, { target: document.body });
  flushSync();
}
/** As a finger does it: touching comes before pressing. */
function touch(name: string): void {
  window.dispatchEvent(new Event('pointerdown'));
  press(name);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime('2023-12-28T05:40:00.000Z');
  hall = new FakeHall();
});
afterEach(() => {
  unmount(page);
  live.close();
  vi.useRealTimers();
});

describe('the tablet at the door', () => {
  const convened = (): View => viewOf({ people, meetings: { m: meetingView({ state: 'convened' }) } });

  it('records an arrival after one question, shows its hour, and is ready for the next after eight seconds', async () => {
    show(convened());
    touch('معاون خدمات شهری');
    touch('ثبت ورود');
    expect(hall.commands).toEqual([{ type: 'record_arrival', person: 'ann' }]);
    hall.send({ type: 'done', id: hall.lastId, seq: 2 });
    await settled();
    await settled();
    expect(text()).toContain('حضور شما ثبت شد، ساعت ۹:۱۰');
    vi.advanceTimersByTime(7_900);
    flushSync();
    expect(text()).toContain('حضور شما ثبت شد');
    vi.advanceTimersByTime(200);
    flushSync();
    expect(text()).toContain('نام خود را لمس کنید');
  });

  it('records a departure of somebody who is in', () => {
    show(convened());
    touch('نخبهٔ حوزهٔ سلامت');
    touch('ثبت خروج');
    expect(hall.commands).toEqual([{ type: 'record_departure', person: 'bob' }]);
  });

  it('forgets a search and a question that nobody answered', () => {
    show(convened());
    type('input', 'خدمات');
    expect(text()).not.toContain('سلامت');
    touch('معاون خدمات شهری');
    vi.advanceTimersByTime(8_100);
    flushSync();
    expect(text()).toContain('نخبهٔ حوزهٔ سلامت');
  });

  it('says why when the hall refuses', async () => {
    show(convened());
    touch('معاون خدمات شهری');
    touch('ثبت ورود');
    hall.send({ type: 'refused', id: hall.lastId, code: 'already_present', args: {} });
    await settled();
    expect(text()).toContain('حضور پیش‌تر ثبت شده است.');
    expect(button('نه، بازگشت').disabled).toBe(false);
  });

  it('shows no names when there is no meeting to come to', () => {
    show(viewOf({ people, meetings: { m: meetingView({ state: 'closed' }) } }));
    expect(text()).toContain('اکنون جلسه‌ای برای ثبت حضور نیست');
    expect(text()).not.toContain('معاون خدمات شهری');
  });
});
