import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MeetingView, VoteView } from '@/generated/protocol';
import { comma, language } from '@/i18n/language.svelte';
import { meetingLine } from '@/i18n/meeting';
import { persianWords } from '@/core/numerals';
import { count, itemNumber, ordinal } from '@/i18n/numbering';
import { en } from '@/i18n/refusals.en';
import { fa } from '@/i18n/refusals.fa';
import { verdict, voteKind } from '@/i18n/votes';
import { voteView } from '../views';

beforeEach(() => (language.current = 'fa'));

describe('numbers in words', () => {
  it('count meetings', () => {
    const said = { 1: 'نخستین', 2: 'دومین', 3: 'سومین', 10: 'دهمین', 21: 'بیست و یکمین', 23: 'بیست و سومین', 30: 'سی‌امین', 100: 'صدمین', 214: 'دویست و چهاردهمین' };
    for (const [number, word] of Object.entries(said)) expect(ordinal(Number(number))).toBe(word);
    expect(persianWords(1402)).toBe('هزار و چهارصد و دو');
    language.current = 'en';
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd', '113th']);
  });
  it('letter the parts of an item', () => {
    expect([[3], [3, 2], [3, 2, 1], [10, 1]].map(itemNumber)).toEqual(['۳', '۳\u00a0ب', '۳\u00a0ب\u00a0۱', '۱۰\u00a0الف']);
    language.current = 'en';
    expect([[3], [3, 2]].map(itemNumber)).toEqual(['3', '3b']);
  });
  it('are words when small', () => expect([1, 2, 10, 11].map(count)).toEqual(['یک', 'دو', 'ده', '۱۱']));
});

function closed(rule: VoteView['content']['rule'], tally: [number, number, number, number], base: number, needed: number, outcome: 'adopted' | 'rejected' | 'tied'): VoteView {
  const [approve, against, abstain, not_cast] = tally;
  return {
    ...voteView({ state: 'closed', content: { question: 'q', rule }, electorate: [] }),
    result: { tally: { approve, against, abstain, not_cast }, base_count: base, needed, outcome },
  };
}
const said = (vote: VoteView): string => {
  const words = verdict(vote);
  return words ? `${words.sum} ← ${words.outcome} (${words.note})` : '';
};

describe('the verdict', () => {
  it('says its arithmetic', () => {
    const thirds = { base: 'valid', majority: { kind: 'two_thirds' } } as const;
    expect(said(closed(thirds, [6, 3, 2, 1], 9, 6, 'adopted'))).toBe('دو سوم از ۹ رأی = ۶؛ موافق ۶ ← تصویب شد (ممتنع شمرده نمی‌شود)');
    expect(said(closed(thirds, [5, 4, 2, 1], 9, 6, 'rejected'))).toBe('دو سوم از ۹ رأی = ۶؛ موافق ۵ ← تصویب نشد (ممتنع شمرده نمی‌شود)');
  });
  it('compares for a simple majority', () => {
    const simple = { base: 'valid', majority: { kind: 'simple' } } as const;
    expect(said(closed(simple, [5, 5, 1, 1], 10, 6, 'tied'))).toContain('موافق ۵ برابر مخالف ۵ ← آرا برابر شد');
    expect(said(closed(simple, [7, 4, 1, 0], 11, 5, 'adopted'))).toContain('موافق ۷ بیش از مخالف ۴ ← تصویب شد');
  });
  it('names the half and the base', () => {
    const absolute = { base: 'present', majority: { kind: 'absolute' } } as const;
    expect(said(closed(absolute, [7, 3, 2, 0], 12, 7, 'adopted'))).toBe('بیش از نیمی از ۱۲ نفر حاضر = ۷؛ موافق ۷ ← تصویب شد (رأی‌نداده‌ها هم در شمارند)');
  });
  it('is announced with its majority', () => {
    expect(voteKind(closed({ base: 'valid', majority: { kind: 'two_thirds' } }, [0, 0, 0, 0], 0, 0, 'tied'))).toBe('علنی، با دو سوم آرا');
    const fraction = { base: 'cast', majority: { kind: 'fraction', fraction: { numerator: 3, denominator: 5, comparison: 'more_than' } } } as const;
    expect(voteKind(closed(fraction, [0, 0, 0, 0], 0, 0, 'tied'))).toBe('علنی، با بیش از ۳⁄۵ آرا');
  });
});

describe('a meeting', () => {
  it('is called by its ordinal and its day', () => {
    const meeting = { number: 1, content: { starts_at: '2023-12-28T05:30:00.000Z' } } as MeetingView;
    expect(meetingLine(meeting)).toBe('نخستین جلسه · پنجشنبه ۷ دی ۱۴۰۲');
  });
});

describe('refusals', () => {
  // The compiler asks for every code; this reads the declaration itself, so that a stale generated file cannot hide one.
  const header = readFileSync(new URL('../../../protocol/refusal.hpp', import.meta.url), 'utf8');
  const codes = [...header.slice(header.indexOf('TALAR_REFUSAL_CODES(X)')).matchAll(/\bX\((\w+)\)/g)].map((match) => match[1]!).filter((code) => code !== 'X');

  it('have a sentence for every code in both languages, and none for any other', () => {
    expect(codes.length).toBeGreaterThan(60);
    for (const sentences of [fa, en]) expect(Object.keys(sentences).sort()).toEqual([...codes, 'offline', 'unanswered'].sort());
  });
  it('are whole sentences, in Persian letters only', () => {
    for (const sentence of Object.values(fa)) {
      expect(sentence).toMatch(/[.؟]$/);
      expect(sentence).not.toMatch(/[يك٠-٩0-9a-zA-Z]/);
    }
    for (const sentence of Object.values(en)) expect(sentence).toMatch(/^[A-Z].*[.?]$/);
  });
});

describe('Persian punctuation', () => {
  it('stands between words as the language has it', () => {
    expect(['الف', 'ب'].join(comma())).toBe('الف، ب');
    language.current = 'en';
    expect(['a', 'b'].join(comma())).toBe('a, b');
  });
  it('is in messages only: a screen that writes its own shows it to English readers too', () => {
    const src = new URL('../../src/', import.meta.url);
    const screens = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
    expect(screens.length).toBeGreaterThan(100);
    const bare = (text: string): string => text.replace(/\/\*[^]*?\*\/|<!--[^]*?-->|^\s*\/\/.*$/gm, '');
    expect(screens.filter((name) => /[،؛؟]/.test(bare(readFileSync(new URL(name, src), 'utf8'))))).toEqual([]);
  });
});
