// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { live } from '@/shell/live.svelte';
import { forgetText, leftItems } from '@/ui/secretariat/sitting/leftTexts';
import HeldText from '@/ui/secretariat/sitting/HeldText.svelte';
import { usualWay, type Saving } from '@/ui/secretariat/sitting/pen';
import type { TextView, View } from '@/generated/protocol';
import { itemView, meOf, personView, viewOf } from '../views';
import { FakeHall } from './fakeHall';
import { settled, text } from './page';

let server: FakeHall;
let screen: Record<string, unknown> | undefined;

const written = (words: string, version: number, more: Partial<TextView> = {}): TextView => ({
  lines: Object.fromEntries(words.split('\n').map((line, at) => [at + 1, line])), version, at: '2023-12-28T06:00:00.000Z', recent: {}, ...more,
});
const viewWith = (one?: TextView): View =>
  viewOf({ people: { me: personView(1), other: personView(2, { name: 'کارشناس دبیرخانه' }) }, items: { i: itemView([1]) }, minutes: { entries: {}, texts: one ? { i: one } : {} } });
const area = (): HTMLTextAreaElement => document.querySelector('textarea')!;
const fire = (type: string, event: Event = new Event(type, { bubbles: true })): void => {
  area().dispatchEvent(event);
  flushSync();
};
function typed(words: string): void {
  area().value = words;
  fire('input');
}
const sent = () => server.commands.filter(({ type }) => type !== 'hold_text' && type !== 'release_text');

let saving: Saving;
const asked = vi.fn();

async function enter(view: View): Promise<void> {
  saving = { state: 'none' };
  const props = {
    view, id: 'i', label: 'شرح مذاکرات', placeholder: '…', writable: true, onmodule: asked, pen: undefined, writing: false, heldElsewhere: undefined,
    get saving() { return saving; }, set saving(now: Saving) { saving = now; },
  };
  screen = mount(HeldText, { target: document.body, props });
  flushSync();
  await settled();
}
async function open(view: View): Promise<void> {
  server = new FakeHall();
  live.open('rasht');
  server.welcome(view, meOf());
  await enter(view);
}
async function goOffline(): Promise<void> {
  server.drop();
  flushSync();
  await settled();
}
async function comeBack(view: View): Promise<void> {
  live.retryNow();
  server.welcome(view, meOf());
  flushSync();
  await settled();
}
beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  if (screen) await unmount(screen);
  screen = undefined;
  live.close();
  for (const item of leftItems('rasht')) forgetText('rasht', item);
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('a text in the plain field', () => {
  it('is held by whoever enters it, again and again while they are in it', async () => {
    await open(viewWith());
    fire('focus');
    expect(server.commands.at(-1)).toMatchObject({ type: 'hold_text', item: 'i' });
    for (let part = 0; part < 5; part++) {
      await vi.advanceTimersByTimeAsync(5_000);
      server.pong();
    }
    expect(server.commands.filter(({ type }) => type === 'hold_text').length).toBe(2);
  });

  it('is recorded whole after a pause, on top of the version it grew from', async () => {
    await open(viewWith(written('سلام', 4)));
    fire('focus');
    typed('سلام بر شهر');
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_300);
    expect(sent()).toEqual([expect.objectContaining({ type: 'write_minutes', item: 'i', text: 'سلام بر شهر', version: 4 })]);
  });

  it('waits for the end of a word that an input method composes, and loses none of its letters', async () => {
    await open(viewWith());
    fire('focus');
    fire('compositionstart', new CompositionEvent('compositionstart', { bubbles: true, data: '' }));
    for (const part of ['می', 'می\u200c', 'می\u200cنو', 'می\u200cنویسد']) {
      fire('compositionupdate', new CompositionEvent('compositionupdate', { bubbles: true, data: part }));
      typed(part);
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(sent()).toEqual([]);
    fire('compositionend', new CompositionEvent('compositionend', { bubbles: true, data: 'می\u200cنویسد' }));
    await vi.advanceTimersByTimeAsync(1_300);
    expect(sent()).toEqual([expect.objectContaining({ text: 'می\u200cنویسد', version: 0 })]);
    expect(area().value).toBe('می\u200cنویسد');
  });

  it('cannot be written in while somebody else holds it', async () => {
    await open(viewWith(written('متن', 1, { hold: { person: 'other', client: 'c', until: new Date(Date.now() + 60_000).toISOString() } })));
    expect(area().readOnly).toBe(true);
    expect(text()).not.toContain('فقط شما');
  });
});

describe('what was typed in the plain field without a line', () => {
  it('is kept as long as it takes, and recorded when the line is back', async () => {
    const view = viewWith(written('سلام', 4));
    await open(view);
    await goOffline();
    typed('سلام بر شهر');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(sent()).toEqual([]);
    expect(saving).toMatchObject({ state: 'unsaved', refused: undefined });
    await comeBack(view);
    await vi.advanceTimersByTimeAsync(1_300);
    expect(sent()).toEqual([expect.objectContaining({ type: 'write_minutes', text: 'سلام بر شهر', version: 4 })]);
  });

  it('is sent again when its answer was lost with the line', async () => {
    const view = viewWith(written('سلام', 4));
    await open(view);
    typed('سلام بر شهر');
    await vi.advanceTimersByTimeAsync(1_300);
    await goOffline();
    expect(saving.state).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(saving.refused).toBe('unanswered');
    await comeBack(view);
    await vi.advanceTimersByTimeAsync(1_300);
    expect(sent()).toHaveLength(2);
    expect(saving.refused).toBeUndefined();
  });

  it('is there again when somebody comes back to the item, and asks before it goes over what another wrote', async () => {
    const view = viewWith(written('سلام', 4));
    await open(view);
    await goOffline();
    typed('سلام بر شهر');
    await unmount(screen!);
    await enter(viewWith(written('سلام بر همه', 5)));
    expect(area().value).toBe('سلام بر شهر');
    expect(text()).toContain('نوشتهٔ شما محفوظ است');
  });

  it('outlives a page that is hidden and thrown away', async () => {
    const view = viewWith(written('سلام', 4));
    await open(view);
    typed('سلام بر شهر');
    window.dispatchEvent(new Event('pagehide'));
    expect(Object.keys(sessionStorage)).toEqual(['talar.left.rasht.i']);
    window.dispatchEvent(new Event('pageshow'));
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('goes on its way when its field goes, and stays until the hall has taken it', async () => {
    await open(viewWith(written('سلام', 4)));
    typed('سلام بر شهر');
    await unmount(screen!);
    screen = undefined;
    expect(leftItems('rasht')).toEqual(['i']);
    expect(sent()).toEqual([expect.objectContaining({ text: 'سلام بر شهر', version: 4 })]);
    server.send({ type: 'done', id: server.lastId, seq: 2 });
    await settled();
    expect(leftItems('rasht')).toEqual([]);
  });
});

describe('the keyboard in the plain field', () => {
  const key = (name: string, more: KeyboardEventInit = {}) => fire('keydown', new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));

  it('asks for a text module with a slash where a line begins, or Ctrl and Space', async () => {
    await open(viewWith(written('سلام', 4)));
    area().setSelectionRange(4, 4);
    key('/');
    expect(asked).not.toHaveBeenCalled();
    key(' ', { ctrlKey: true });
    area().setSelectionRange(0, 0);
    key('/');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('says it when a paste is longer than the hall takes', async () => {
    await open(viewWith(written('سلام', 4)));
    const clipboardData = { getData: () => 'الف'.repeat(7_000) };
    fire('paste', Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
    expect(saving.refused).toBe('out_of_bounds');
    typed('سلام!');
    expect(saving.refused).toBeUndefined();
  });
});

describe('the way of writing', () => {
  it('is alone on Android with a finger, together everywhere else', () => {
    expect(usualWay('Mozilla/5.0 (Linux; Android 14)', true)).toBe('alone');
    expect(usualWay('Mozilla/5.0 (Linux; Android 14)', false)).toBe('together');
    expect(usualWay('Mozilla/5.0 (iPad; CPU OS 17_0)', true)).toBe('together');
    expect(usualWay('Mozilla/5.0 (X11; Linux x86_64)', false)).toBe('together');
  });
});
