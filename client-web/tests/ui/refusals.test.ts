// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { language } from '@/i18n/language.svelte';
import { en } from '@/i18n/refusals.en';
import { fa } from '@/i18n/refusals.fa';
import { refusalText } from '@/i18n/refusals.svelte';

it('a refusal is told in the language in use, once its words have come', async () => {
  await vi.waitFor(() => expect(refusalText({ code: 'list_closed' })).toBe(fa.list_closed), 20_000);
  language.current = 'en';
  await vi.waitFor(() => expect(refusalText({ code: 'list_closed' })).toBe(en.list_closed), 20_000);
});
