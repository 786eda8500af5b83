// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import { forgetText, leftItems } from '@/ui/secretariat/sitting/leftTexts';
import Paper from '@/ui/secretariat/sitting/Paper.svelte';
import { writing } from '@/ui/secretariat/sitting/way.svelte';
import { itemView, meetingView, meOf, personView, viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { press, settled, text } from './page';

let hall: FakeHall;
let page: Record<string, unknown>;

const started = '2023-12-28T06:00:00.000Z';
const paperView = (): View =>
  viewOf({
    people: { me: personView(1, { name: 'دبیر' }) },
    meetings: { m: meetingView({ agenda: ['i', 'j'], active_item: 'i' }) },
    items: { i: itemView([1], { state: 'active', started_at: started, title: 'بودجهٔ بوستان‌ها' }), j: itemView([2], { started_at: started, title: 'ناوگان اتوبوس' }) },
    minutes: { entries: { 1: { at: started, kind: 'item_started', item: 'i', hidden: false } }, texts: { i: { lines: { 1: 'متن بند یک' }, version: 3, at: started, recent: {} } } },
  });

const area = (): HTMLTextAreaElement => document.querySelector('textarea')!;
const heading = (): string => document.querySelector('h1')?.textContent ?? '';
function movesTo(item: string): void {
  hall.patch({ meetings: { m: { active_item: item } } });
  flushSync();
}

beforeEach(async () => {
  vi.useFakeTimers();
  writing.choose('alone');
  hall = new FakeHall();
  live.open('rasht');
  hall.welcome(paperView(), meOf({ role: 'staff' }));
  page = mount(Paper, { target: document.body, props: { get view() { return live.view!; }, get meeting() { return live.meeting!; }, meetingId: 'm' } });
  flushSync();
  await settled();
});
afterEach(async () => {
  await unmount(page);
  live.close();
  for (const item of leftItems('rasht')) forgetText('rasht', item);
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('the paper of the minutes', () => {
  it('goes along with the hall while nothing is written', () => {
    movesTo('j');
    expect(heading()).toContain('ناوگان اتوبوس');
  });

  it('keeps a half-written resolution when the hall goes on, and says where the hall is', () => {
    press('مصوبه از همین متن');
    const form = document.querySelector<HTMLTextAreaElement>('dialog textarea')!;
    form.value = 'بودجهٔ بوستان‌ها تصویب شد';
    form.dispatchEvent(new Event('input', { bubbles: true }));
    movesTo('j');
    expect(document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value).toBe('بودجهٔ بوستان‌ها تصویب شد');
    expect(heading()).toContain('بودجهٔ بوستان‌ها');
    expect(text()).toContain('بند ۲ گشوده شد');
  });

  it('keeps a note at a line that is being written', () => {
    press('کارهای این سطر');
    movesTo('j');
    expect(document.querySelector('dialog')).not.toBeNull();
  });

  it('stays where it is when the pen is put down, so that a button is still there when it is let go', () => {
    area().dispatchEvent(new Event('focus'));
    flushSync();
    movesTo('j');
    area().dispatchEvent(new Event('blur'));
    flushSync();
    expect(heading()).toContain('بودجهٔ بوستان‌ها');
    press('بند ۲ گشوده شد');
    expect(heading()).toContain('ناوگان اتوبوس');
    movesTo('i');
    expect(heading()).toContain('بودجهٔ بوستان‌ها');
  });

  it('sends what was left at another item, and says where it lies if the hall does not take it', async () => {
    area().value = 'متن بند یک و دنباله';
    area().dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    movesTo('j');
    press('بند ۲ گشوده شد');
    expect(hall.commands.at(-1)).toMatchObject({ type: 'write_minutes', item: 'i', text: 'متن بند یک و دنباله', version: 3 });
    expect(text()).toContain('در بند ۱ نوشتهٔ ذخیره‌نشده دارید');
    hall.send({ type: 'refused', id: hall.lastId, code: 'text_held', args: {} });
    await settled();
    press('در بند ۱ نوشتهٔ ذخیره‌نشده دارید');
    expect(area().value).toBe('متن بند یک و دنباله');
  });
});
