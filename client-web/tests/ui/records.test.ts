// @vitest-environment happy-dom
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CorrectionProposal, MeetingRecord, RecordItem, RecordView, View } from '@/generated/protocol';
import { api } from '@/shell/api';
import { ApiError } from '@/shell/apiError';
import { live } from '@/shell/live.svelte';
import Records from '@/ui/attendee/Records.svelte';
import Steps from '@/ui/record/Steps.svelte';
import RecordsTab from '@/ui/secretariat/records/RecordsTab.svelte';
import { forgetText, leftItems } from '@/ui/secretariat/sitting/leftTexts';
import { writing } from '@/ui/secretariat/sitting/way.svelte';
import { meetingView, meOf, personView, viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { button, press, settled, text, type } from './page';

const at = '2023-12-28T06:00:00.000Z';
let hall: FakeHall;
let page: Record<string, unknown>;

const record = (more: Partial<RecordView> = {}): RecordView => ({ number: 1, term: 1, state: 'circulated', corrections: {}, signers: [], signatures: {}, ...more });
const correction = (more: Partial<CorrectionProposal> = {}): CorrectionProposal => ({
  person: 'ann', at, state: 'proposed', content: { item: 'old', passage: 'بوستان', proposal: 'پارک' }, ...more,
});
const item: RecordItem = {
  item: 'old', number: [1], closed: false, content: { title: 'بوستان‌ها', kind: 'discussion', minutes: 10, confidential: false, options: [] }, state: 'done', started_at: at,
  spent: 0, text: 'یک بوستان ساخته شد.', attachments: [], recusals: [], speeches: [], votes: [],
  resolutions: [{ resolution: 'r', number: 4, at, content: { text: 'بوستان ساخته شود', responsible: [] } }],
};
const archived = (published: boolean): MeetingRecord => ({
  summary: { meeting: 'past', number: 1, term: 1, state: 'closed', content: { starts_at: at, minutes: 60, place: 'تالار' }, present: 2, items: 1, votes: 0, resolutions: 1, published, record: 'circulated' },
  hall: 'اتاق', people: [], substitutions: [], closed_parts: [], items: [item], chain: '',
  entries: [{ seq: 5, entry: { kind: 'item_started', at, item: 'old', hidden: false } }],
  life: { state: 'circulated', corrections: [], signatures: [], addenda: [] },
});
/** The next meeting is convened already; what is worked on is an earlier one's. */
const viewWith = (records: Record<string, RecordView>): View =>
  viewOf({
    people: { me: personView(1, { name: 'دبیر' }), ann: personView(2, { name: 'نخبهٔ سلامت' }) },
    current: 'now',
    meetings: { now: meetingView({ state: 'convened', number: 2 }) },
    records,
    minutes: { entries: {}, texts: { old: { lines: { 1: 'یک بوستان ساخته شد.' }, version: 3, at, recent: {} } } },
  });

async function show(screen: Component<any>, view: View, more: Record<string, unknown> = {}): Promise<void> {
  live.open('rasht');
  hall.welcome(view, meOf({ person: 'me', role: 'staff' }));
  page = mount(screen, { target: document.body, props: { get view() { return live.view!; }, hall: 'rasht', ...more } });
  flushSync();
  await settled();
  await settled();
}
async function done(): Promise<void> {
  hall.send({ type: 'done', id: hall.lastId, seq: 2 });
  for (let turn = 0; turn < 4; turn++) await settled();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  vi.spyOn(api, 'record').mockResolvedValue(archived(false));
  writing.choose('alone');
  hall = new FakeHall();
});
afterEach(async () => {
  await unmount(page);
  live.close();
  for (const left of leftItems('rasht')) forgetText('rasht', left);
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('an earlier meeting’s record at the desk', () => {
  it('can be published, and says so from then on', async () => {
    await show(RecordsTab, viewWith({ past: record({ state: 'sealed', sealed_at: at }) }));
    press('انتشار صورتجلسه');
    await vi.advanceTimersByTimeAsync(700);
    flushSync();
    vi.spyOn(api, 'record').mockResolvedValue(archived(true));
    document.querySelector<HTMLButtonElement>('dialog .foot button')!.click();
    flushSync();
    expect(hall.commands.at(-1)).toEqual({ type: 'publish_minutes', meeting: 'past' });
    await done();
    expect(text()).toContain('صورتجلسه منتشر شده است');
  });

  it('has its texts, lines and resolutions at hand until it is approved', async () => {
    await show(RecordsTab, viewWith({ past: record() }));
    press('اصلاح متن و مصوبات');
    await settled();
    expect(document.querySelector('textarea')?.value).toBe('یک بوستان ساخته شد.');
    expect(text()).not.toContain('مصوبه از همین متن');
    type('textarea', 'دو بوستان ساخته شد.');
    await vi.advanceTimersByTimeAsync(1_300);
    expect(hall.commands.at(-1)).toMatchObject({ type: 'write_minutes', item: 'old', text: 'دو بوستان ساخته شد.', version: 3 });
    press('کارهای این سطر');
    type('dialog textarea', 'به درخواست عضو');
    press(/^ثبت/);
    expect(hall.commands.at(-1)).toEqual({ type: 'edit_entry', meeting: 'past', entry: 5, hidden: false, note: 'به درخواست عضو' });
    await done();
    press('ویرایش');
    type('dialog textarea', 'دو بوستان ساخته شود');
    press(/^ثبت/);
    expect(hall.commands.at(-1)).toMatchObject({ type: 'edit_resolution', resolution: 'r', content: { text: 'دو بوستان ساخته شود' } });
  });

  it('does not offer to change what was approved', async () => {
    await show(RecordsTab, viewWith({ past: record({ state: 'approved' }) }));
    expect(text()).not.toContain('اصلاح متن و مصوبات');
  });

  it('is not taken from under the hand when another has more to ask', async () => {
    await show(RecordsTab, viewWith({ past: record({ corrections: { c: correction() } }), older: record({ number: 9 }) }));
    expect(document.querySelector('h2')?.textContent).toContain('نخستین');
    hall.patch({ records: { past: { corrections: { c: { state: 'declined' } } }, older: { corrections: { d: correction() } } } });
    flushSync();
    expect(document.querySelector('h2')?.textContent).toContain('نخستین');
  });

  it('says that it could not be read, and reads again', async () => {
    vi.spyOn(api, 'record').mockRejectedValueOnce(new ApiError({ title: '', status: 500, code: 'internal' }));
    await show(RecordsTab, viewWith({ past: record() }));
    expect(text()).toContain('صورتجلسه خوانده نشد');
    press('تلاش دوباره');
    for (let turn = 0; turn < 3; turn++) await settled();
    expect(button('اصلاح متن و مصوبات')).toBeTruthy();
  });
});

describe('the answer to a correction', () => {
  it('is told where it was tried when the hall does not take it, and holds up no other', async () => {
    await show(RecordsTab, viewWith({ past: record({ corrections: { a: correction(), b: correction({ at: '2023-12-28T07:00:00.000Z' }) } }) }));
    const [first, second] = [...document.querySelectorAll('article')];
    second!.querySelectorAll('button')[1]!.click();
    flushSync();
    expect(hall.commands.at(-1)).toMatchObject({ type: 'accept_correction', correction: 'b', means: 'by_hand' });
    expect(first!.querySelectorAll('button')[1]!.disabled).toBe(false);
    hall.send({ type: 'refused', id: hall.lastId, code: 'text_held', args: {} });
    await settled();
    expect(second!.querySelector('.refused')).not.toBeNull();
    expect(first!.querySelector('.refused')).toBeNull();
  });
});

describe('a member’s records', () => {
  it('begin with what asks for a signature', async () => {
    await show(Records, viewWith({ draft: record({ number: 3, state: 'draft' }), past: record({ state: 'approved', signers: ['me'] }) }));
    expect(document.querySelector('article h3')?.textContent).toContain('نخستین');
  });

  it('say in the server’s words why a signature was not taken', async () => {
    vi.spyOn(api, 'sign').mockRejectedValue(new ApiError({ title: 'چند بار پیاپی تلاش شده است؛ کمی صبر کنید.', status: 429, code: 'too_many_tries' }));
    await show(Records, viewWith({ past: record({ state: 'approved', signers: ['me'] }) }));
    press('امضای صورتجلسه');
    document.querySelector<HTMLButtonElement>('dialog .foot button')!.click();
    for (let turn = 0; turn < 4; turn++) await settled();
    expect(text()).toContain('چند بار پیاپی تلاش شده است');
  });
});

describe('a member’s correction', () => {
  it('stays on the screen when the record is approved meanwhile, and says that it comes too late', async () => {
    await show(Records, viewWith({ past: record() }));
    press('پیشنهاد اصلاح');
    for (let turn = 0; turn < 3; turn++) await settled();
    document.querySelector<HTMLElement>('[data-item] span')!.click();
    flushSync();
    type('textarea', 'سه بوستان ساخته شد.');
    hall.patch({ records: { past: { state: 'approved' } } });
    flushSync();
    expect(document.querySelector('textarea')?.value).toBe('سه بوستان ساخته شد.');
    expect(text()).toContain('صورتجلسه تصویب شد؛ پیشنهاد دیگری پذیرفته نمی‌شود.');
    expect(button('فرستادن پیشنهاد').disabled).toBe(true);
  });

  it('cannot be sent while its passage stands twice, and says what to do', async () => {
    const view = viewWith({ past: record() });
    view.minutes!.texts['old']!.lines = { 1: 'پیشنهاد شد.پیشنهاد شد.' };
    await show(Records, view);
    press('پیشنهاد اصلاح');
    for (let turn = 0; turn < 3; turn++) await settled();
    document.querySelector<HTMLElement>('[data-item] span')!.click();
    flushSync();
    expect(text()).toContain('چند واژهٔ پیش یا پس از آن را هم برگزینید');
    expect(button('فرستادن پیشنهاد').disabled).toBe(true);
  });

  it('is not told that nothing was written while the record is being read', async () => {
    vi.spyOn(api, 'record').mockReturnValue(new Promise(() => undefined));
    await show(Records, viewWith({ past: record() }));
    press('پیشنهاد اصلاح');
    await settled();
    expect(text()).toContain('صورتجلسه خوانده می‌شود');
    expect(text()).not.toContain('هنوز متنی نوشته نشده');
  });
});

describe('the steps of a record', () => {
  it('do not call signed what was sealed without all signatures', async () => {
    await show(Steps, viewOf(), { record: record({ state: 'sealed', signers: ['me', 'ann'], signatures: { me: at } }) });
    expect(text()).toContain('بدون امضای همه');
    expect(document.querySelectorAll('.done')).toHaveLength(4);
  });
});
