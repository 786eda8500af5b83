import { beforeEach, expect, test } from 'vitest';
import type { EntryView, HandCount, View } from '@/generated/protocol';
import { entryText } from '@/i18n/entries';
import { language } from '@/i18n/language.svelte';
import { itemView, viewOf, voteView } from '../views';

const at = '2023-12-28T06:00:00.000Z';
const later = '2023-12-28T06:05:00.000Z';
const count = (approve: number, against: number, abstain: number): HandCount => ({ approve, against, abstain });
const correction = (when: string, before: HandCount) => ({ at: when, by: 'p', reason: 'جا افتادن یک دست', before });
const view: View = viewOf({
  items: { i: itemView([1]) },
  votes: { v: voteView({ item: 'i', state: 'closed', hands: count(7, 3, 0), corrections: [correction(at, count(5, 3, 0)), correction(later, count(6, 3, 0))] }) },
});
const plain = (entry: Partial<EntryView>) => {
  const { line, detail } = entryText(view, { kind: 'vote_voided', at, vote: 'v', hidden: false, ...entry });
  return [line, detail].map((text) => text?.replace(/[\u2068\u2069]/g, ''));
};

beforeEach(() => (language.current = 'fa'));

test('a voided vote is named with its reason', () => {
  expect(plain({ reason: 'ابهام در متن رأی‌گیری' })).toEqual([`رأی‌گیری باطل شد: ${view.votes['v']!.content.question}`, 'ابهام در متن رأی‌گیری']);
});

test('each correction of a count tells what stood before it and after it', () => {
  const detail = (when: string) => plain({ kind: 'count_corrected', at: when, reason: 'جا افتادن یک دست' })[1];
  expect(detail(at)).toBe('موافق ۶، مخالف ۳، ممتنع ۰؛ پیش از آن موافق ۵، مخالف ۳، ممتنع ۰ · جا افتادن یک دست');
  expect(detail(later)).toBe('موافق ۷، مخالف ۳، ممتنع ۰؛ پیش از آن موافق ۶، مخالف ۳، ممتنع ۰ · جا افتادن یک دست');
});
