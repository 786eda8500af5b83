// @vitest-environment happy-dom
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ResolutionView, View } from '@/generated/protocol';
import { entryText } from '@/i18n/entries';
import { live } from '@/shell/live.svelte';
import MembersResolutions from '@/ui/attendee/Resolutions.svelte';
import BeginTerm from '@/ui/secretariat/charter/BeginTerm.svelte';
import Resolutions from '@/ui/secretariat/sitting/Resolutions.svelte';
import { itemView, meetingView, meOf, personView, viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { button, press, settled, text, type } from './page';

const at = '2023-12-28T06:00:00.000Z';
let hall: FakeHall;
let page: Record<string, unknown>;

const resolution = (more: Partial<ResolutionView> = {}): ResolutionView => ({ number: 4, item: 'i', at, content: { text: 'بوستان ساخته شود', responsible: ['ann'] }, ...more });
const viewWith = (one: ResolutionView, state: 'open' | 'closed' = 'open'): View =>
  viewOf({
    people: { me: personView(1), ann: personView(2, { name: 'نخبهٔ سلامت' }) },
    meetings: { m: meetingView({ state, agenda: ['i'], active_item: 'i', ...(state === 'closed' ? { ended_at: at } : {}) }) },
    items: { i: itemView([1], { state: 'active', started_at: at }) },
    resolutions: { r: one },
  });
function show(screen: Component<any>, view: View): void {
  live.open('rasht');
  hall.welcome(view, meOf({ role: 'staff' }));
  page = mount(screen, { target: document.body, props: { get view() { return live.view!; }, get meeting() { return live.meeting!; } } });
  flushSync();
}
async function refused(code: 'stale_text'): Promise<void> {
  hall.send({ type: 'refused', id: hall.lastId, code, args: {} });
  await settled();
}
const pressInSheet = (): void => {
  document.querySelector<HTMLButtonElement>('dialog .foot button')!.click();
  flushSync();
};

beforeEach(() => {
  vi.useFakeTimers();
  hall = new FakeHall();
});
afterEach(async () => {
  await unmount(page);
  live.close();
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('a resolution that was recorded by mistake', () => {
  it('is voided with a reason, after a second step', async () => {
    show(Resolutions, viewWith(resolution()));
    press('ابطال مصوبه');
    await vi.advanceTimersByTimeAsync(700);
    flushSync();
    pressInSheet();
    expect(hall.commands).toEqual([]);
    expect(text()).toContain('دلیل را بنویسید');
    press('ثبت اشتباه');
    pressInSheet();
    expect(hall.commands).toEqual([{ type: 'void_resolution', resolution: 'r', reason: 'ثبت اشتباه' }]);
  });

  it('stands struck through with the reason, and cannot be edited any more', () => {
    show(Resolutions, viewWith(resolution({ void_reason: 'ثبت دوباره' })));
    expect(document.querySelector('article.void')?.textContent).toContain('ابطال شد: ثبت دوباره');
    expect(() => button('ویرایش')).toThrow();
  });

  it('is told so to members, and in the minutes', () => {
    const view = viewWith(resolution({ void_reason: 'ثبت دوباره' }));
    show(MembersResolutions, view);
    expect(document.querySelector('article.void')?.textContent).toContain('ابطال شد: ثبت دوباره');
    expect(entryText(view, { kind: 'resolution', at, resolution: 'r', hidden: false })).toMatchObject({ struck: true, detail: 'بوستان ساخته شود · ابطال شد: ثبت دوباره' });
  });
});

describe('a resolution that two desks edit', () => {
  async function overtaken(): Promise<void> {
    show(Resolutions, viewWith(resolution()));
    press('ویرایش');
    type('dialog textarea', 'نوشتهٔ من');
    pressInSheet();
    expect(hall.commands.at(-1)).toMatchObject({ type: 'edit_resolution', before: { text: 'بوستان ساخته شود', responsible: ['ann'] } });
    hall.patch({ resolutions: { r: { content: { text: 'نوشتهٔ دیگری' } } } });
    await refused('stale_text');
    expect(text()).toContain('در این میان شخص دیگری این مصوبه را تغییر داده است');
    expect(document.querySelector('dialog blockquote')?.textContent).toContain('نوشتهٔ دیگری');
  }

  it('can be recorded over what the other wrote, once that has been seen', async () => {
    await overtaken();
    press('نوشتهٔ من ثبت شود');
    expect(hall.commands.at(-1)).toMatchObject({ content: { text: 'نوشتهٔ من' }, before: { text: 'نوشتهٔ دیگری' } });
  });

  it('can be taken as the other wrote it', async () => {
    await overtaken();
    press('متن ثبت‌شده بیاید');
    expect(document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value).toBe('نوشتهٔ دیگری');
    expect(hall.commands).toHaveLength(1);
  });
});

describe('a new term', () => {
  it('begins between two meetings, after its consequences were read', async () => {
    show(BeginTerm, viewWith(resolution(), 'closed'));
    press('آغاز دورهٔ تازه');
    expect(text()).toContain('دوباره از یک آغاز می‌شود');
    await vi.advanceTimersByTimeAsync(700);
    flushSync();
    pressInSheet();
    expect(hall.commands).toEqual([{ type: 'begin_term' }]);
  });

  it('waits for the end of a meeting', () => {
    show(BeginTerm, viewWith(resolution()));
    expect(button('آغاز دورهٔ تازه').disabled).toBe(true);
    expect(text()).toContain('پس از پایان جلسهٔ جاری');
  });
});
