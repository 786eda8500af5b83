import { beforeEach, describe, expect, test } from 'vitest';
import { language } from '@/i18n/language.svelte';
import { chaptersOf } from '@/ui/help/chapters';
import { pieces, type Chapter } from '@/ui/help/guide';

const lines = (chapters: Chapter[]): string[] => chapters.flatMap(({ title, lead, steps, notes = [] }) => [title, lead, ...steps, ...notes]);

describe.each(['chair', 'secretariat'] as const)('the guide for the %s', (guide) => {
  beforeEach(() => (language.current = 'fa'));
  test('is Persian to the letter', () => {
    for (const line of lines(chaptersOf(guide))) expect(line).not.toMatch(/[A-Za-z0-9يك٠-٩]/);
  });
  test('names no button that is not there', () => {
    for (const line of lines(chaptersOf(guide))) expect(line).not.toMatch(/undefined|«\s*»|“\s*”/);
    language.current = 'en';
    for (const line of lines(chaptersOf(guide))) expect(line).not.toMatch(/undefined|“\s*”/);
  });
  test('has no chapter twice', () => {
    const ids = chaptersOf(guide).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('has the same chapters in both languages', () => {
    const persian = chaptersOf(guide);
    language.current = 'en';
    const english = chaptersOf(guide);
    expect(english.map(({ id, steps }) => [id, steps.length])).toEqual(persian.map(({ id, steps }) => [id, steps.length]));
  });
});

test('a name on the screen is told from the words around it', () => {
  expect(pieces('دکمهٔ «گشودن جلسه» را بزنید.')).toEqual([
    { text: 'دکمهٔ ', label: false },
    { text: '«گشودن جلسه»', label: true },
    { text: ' را بزنید.', label: false },
  ]);
});
