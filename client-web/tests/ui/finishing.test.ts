// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Coauthor, type Screen } from '@/core/coauthor';
import { begun } from '@/core/collab';
import { live } from '@/shell/live.svelte';
import { finish, lineOf, takeOver } from '@/ui/secretariat/sitting/finishing.svelte';
import { meOf, viewOf } from '../views';
import { FakeHall } from './fakeHall';

let server: FakeHall;

/** Something was written in item i of the hall and is not on record. */
function leave(hall: string): void {
  const begin = begun('الف', 1, 'c');
  const screen: Screen = { state: begin.update({ changes: { from: 3, insert: 'ب' } }).state, composing: false, dispatch: () => undefined };
  finish(hall, new Coauthor('i', 'c', screen, lineOf(hall, 'i'), begin.doc));
}
const kept = (): string[] => Object.keys(sessionStorage);

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  server = new FakeHall();
});
afterEach(() => {
  takeOver('i');
  live.close();
  vi.useRealTimers();
});

describe('a text whose screen is gone', () => {
  it('is kept under its own hall, whatever page the tablet is put down on', () => {
    leave('rasht');
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(kept()).toEqual(['talar.unsent.rasht.i']);
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(kept()).toEqual([]);
  });

  it('asks before the page is left', () => {
    leave('rasht');
    const going = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(going);
    expect(going.defaultPrevented).toBe(true);
    takeOver('i');
    const free = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(free);
    expect(free.defaultPrevented).toBe(false);
  });

  it('is not sent to another hall', async () => {
    live.open('rivers');
    server.welcome(viewOf(), meOf());
    leave('rasht');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(server.commands).toEqual([]);
    live.open('rasht');
    server.welcome(viewOf(), meOf());
    await vi.advanceTimersByTimeAsync(3_000);
    expect(server.commands).toEqual([expect.objectContaining({ type: 'edit_text', item: 'i' })]);
  });
});
