// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { live } from '@/shell/live.svelte';
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

async function open(view: View): Promise<void> {
  server = new FakeHall();
  live.open('rasht');
  server.welcome(view, meOf());
  const saving: Saving = { state: 'none' };
  screen = mount(HeldText, { target: document.body, props: { view, id: 'i', label: 'شرح مذاکرات', placeholder: '…', writable: true, pen: undefined, saving, writing: false } });
  flushSync();
  await settled();
}
beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  if (screen) await unmount(screen);
  live.close();
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

describe('the way of writing', () => {
  it('is alone on Android with a finger, together everywhere else', () => {
    expect(usualWay('Mozilla/5.0 (Linux; Android 14)', true)).toBe('alone');
    expect(usualWay('Mozilla/5.0 (Linux; Android 14)', false)).toBe('together');
    expect(usualWay('Mozilla/5.0 (iPad; CPU OS 17_0)', true)).toBe('together');
    expect(usualWay('Mozilla/5.0 (X11; Linux x86_64)', false)).toBe('together');
  });
});
