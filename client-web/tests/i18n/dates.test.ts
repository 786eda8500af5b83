import { beforeEach, describe, expect, it } from 'vitest';
import { clock, date, duration, formatJalali, minutes, time } from '@/i18n/dates';
import { language } from '@/i18n/language.svelte';

beforeEach(() => (language.current = 'fa'));

describe('dates', () => {
  it('are Jalali, with the weekday first', () => {
    expect(formatJalali('2023-12-28T05:30:00.000Z')).toBe('پنجشنبه ۷ دی ۱۴۰۲');
    expect(formatJalali('2023-12-28T05:30:00.000Z', 'long')).toBe('۷ دی ۱۴۰۲');
    expect(formatJalali('2023-12-28T05:30:00.000Z', 'short')).toBe('۱۴۰۲/۱۰/۰۷');
    expect(formatJalali('2026-03-20T14:30:00.000Z')).toBe('جمعه ۲۹ اسفند ۱۴۰۴');
  });
  it('turn at midnight in Tehran, wherever the device is', () => {
    expect(formatJalali('2023-12-27T20:29:59.000Z', 'long')).toBe('۶ دی ۱۴۰۲');
    expect(formatJalali('2023-12-27T20:30:00.000Z', 'long')).toBe('۷ دی ۱۴۰۲');
  });
  it('take a plain day as a day in Tehran', () => {
    expect(formatJalali('2024-01-20', 'long')).toBe('۳۰ دی ۱۴۰۲');
  });
  it('know the leap years', () => {
    for (const [instant, said] of [['2021-03-20', '۳۰ اسفند ۱۳۹۹'], ['2025-03-20', '۳۰ اسفند ۱۴۰۳'], ['2030-03-20', '۳۰ اسفند ۱۴۰۸']] as const) {
      expect(formatJalali(instant, 'long')).toBe(said);
    }
  });
  it('are Gregorian in English', () => {
    language.current = 'en';
    expect(date('2023-12-28T05:30:00.000Z')).toBe('Thursday 28 December 2023');
    expect(date('2023-12-28T05:30:00.000Z', 'short')).toBe('2023-12-28');
  });
});

describe('hours and spans', () => {
  it('are Tehran’s, without summer time', () => {
    expect(time('2023-12-28T05:30:00.000Z')).toBe('۹:۰۰');
    expect(time('2023-07-28T05:30:00.000Z')).toBe('۹:۰۰');
    expect(time('2023-12-28T20:33:28.000Z', 'seconds')).toBe('۰:۰۳:۲۸');
  });
  it('count down and over', () => {
    expect([84, 3725, 0, -7].map(clock)).toEqual(['۱:۲۴', '۱:۰۲:۰۵', '۰:۰۰', '−۰:۰۷']);
  });
  it('are said in words', () => {
    expect([180_000, 150_000, 45_000, 0, 3_900_000].map(duration)).toEqual(['۳ دقیقه', '۲ دقیقه و ۳۰ ثانیه', '۴۵ ثانیه', '۰ ثانیه', '۱ ساعت و ۵ دقیقه']);
    expect(minutes(20_000)).toBe('۱ دقیقه');
    language.current = 'en';
    expect(duration(61_000)).toBe('1 minute and 1 second');
  });
});
