// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MeetingState, View } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import { router } from '@/shell/router.svelte';
import ApproveMinutes from '@/ui/chair/ApproveMinutes.svelte';
import { openBeside } from '@/ui/parts/beside';
import { itemView, meOf, meetingView, viewOf } from '../views';
import { FakeHall } from './fakeHall';

let hall: FakeHall;
let page: Record<string, unknown> | undefined;

function enter(state: MeetingState): View {
  const view = viewOf({
    meetings: { m: meetingView({ state, agenda: ['i'], active_item: 'i' }) },
    items: { i: itemView([1], { state: 'active', title: 'تصویب صورتجلسه' }) },
    records: { before: { number: 1, term: 1, state: 'circulated', corrections: {}, signers: [], signatures: {} } },
  });
  live.open('rasht');
  hall.welcome(view, meOf());
  return view;
}
beforeEach(() => {
  hall = new FakeHall();
});
afterEach(() => {
  if (page) unmount(page);
  page = undefined;
  live.close();
  vi.restoreAllMocks();
});

it('keeps the chair in the hall while the record that is to be approved is read', () => {
  const view = enter('open');
  page = mount(ApproveMinutes, { target: document.body, props: { view, item: 'i', meeting: 'before' } });
  flushSync();
  const link = document.querySelector<HTMLAnchorElement>('a[href$="/archive/before"]');
  expect([link?.target, link?.rel, link?.title]).toEqual(['_blank', 'noopener', 'در صفحه‌ای تازه باز می‌شود']);
});

it('opens the archive beside a meeting, and in its place when there is none', () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  enter('recess');
  openBeside('/hall/rasht/archive');
  expect(opened).toHaveBeenCalledWith('/hall/rasht/archive', '_blank', 'noopener');
  live.close();
  enter('closed');
  openBeside('/hall/rasht/archive');
  expect(opened).toHaveBeenCalledTimes(1);
  expect(router.page).toEqual({ name: 'archive', hall: 'rasht' });
});
