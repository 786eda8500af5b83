// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { SearchHit } from '@/generated/protocol';
import SealPage from '@/ui/archive/SealPage.svelte';
import SearchPage from '@/ui/archive/SearchPage.svelte';
import { opened, press, text } from './page';

type Answer = () => Response;
const problem = (status: number, code: string): Answer => () => new Response(JSON.stringify({ title: code, status, code }), { status });
const found = (body: unknown): Answer => () => new Response(JSON.stringify(body));
const unplugged: Answer = () => {
  throw new TypeError('no line');
};

let page: Record<string, unknown> | undefined;
/** The server of these pages: the first answer whose name is in the address. */
function served(answers: Record<string, Answer>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return (Object.entries(answers).find(([name]) => path.includes(name))?.[1] ?? problem(404, 'missing'))();
  });
  return asked;
}
const shows = (words: string) => opened(() => text().includes(words));

afterEach(() => {
  if (page) unmount(page);
  page = undefined;
  vi.unstubAllGlobals();
});

it('tells whoever holds a genuine sheet that the line is down, not that there is no such record', async () => {
  served({ '/seal': problem(404, 'not_sealed'), '/meetings/m': unplugged });
  page = mount(SealPage, { target: document.body, props: { hall: 'rasht', meeting: 'm' } });
  await shows('مهر سنجیده نشد');
  expect(text()).toContain('مهر سنجیده نشد: سرور تالار در دسترس نیست.');
  expect(text()).not.toContain('صورتجلسه‌ای با این نشانی نیست');
});

it('tries a search that failed again from its first result, not behind the results of another filter', async () => {
  const hit = (title: string): SearchHit => ({ kind: 'minutes', meeting: 'm', number: 1, at: '2024-01-04T06:00:00.000Z', title, text: title, marks: [] });
  const answers: Record<string, Answer> = { '/search': found({ hits: [hit('همهٔ نوع‌ها')], more: false }) };
  const asked = served(answers);
  const props = $state({ hall: 'rasht', asked: '?q=آب' });
  page = mount(SearchPage, { target: document.body, props });
  await shows('همهٔ نوع‌ها');

  answers['/search'] = problem(500, 'internal');
  props.asked = '?q=آب&kind=minutes';
  await shows('تلاش دوباره');
  answers['/search'] = found({ hits: [hit('فقط صورتجلسه')], more: false });
  press('تلاش دوباره');
  await shows('فقط صورتجلسه');
  flushSync();
  expect(asked.filter((path) => path.includes('/search')).map((path) => new URL(path, 'http://x').searchParams.get('offset'))).toEqual(['0', '0', '0']);
  expect(text()).not.toContain('همهٔ نوع‌ها');
});
