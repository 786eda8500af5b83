import { describe, expect, test } from 'vitest';
import { parseHour, parseJalaliDate, tehranFields, tehranInstant, typedJalali } from '@/ui/desk/jalaliInput';

describe('a Jalali date as typed', () => {
  test('is read in any digits and with any of the usual marks', () => {
    for (const typed of ['۱۴۰۲/۱۰/۱۴', '1402/10/14', '١٤٠٢-١٠-١٤', ' ۱۴۰۲ / ۱۰ / ۱۴ ', '۱۴۰۲.۱۰.۱۴']) {
      expect(parseJalaliDate(typed)).toBe('2024-01-04');
    }
  });
  test('needs no marks, which the pad of an iPhone does not have', () => {
    expect(parseJalaliDate('۱۴۰۲۱۰۱۴')).toBe('2024-01-04');
    expect(parseJalaliDate(' 14030101 ')).toBe('2024-03-20');
    for (const typed of ['۱۴۰۲۱۰۱', '۱۴۰۲۱۳۰۱', '۱۴۰۲۱۰۱۴۱', '۱۴۰۲/۱۰۱۴']) expect(parseJalaliDate(typed)).toBeUndefined();
  });
  test('knows leap years', () => {
    expect(parseJalaliDate('۱۴۰۳/۱۲/۳۰')).toBe('2025-03-20');
    expect(parseJalaliDate('۱۴۰۲/۱۲/۳۰')).toBeUndefined();
    expect(parseJalaliDate('1408/12/30')).toBe('2030-03-20');
  });
  test('refuses days that do not exist and what is no date', () => {
    for (const typed of ['', '۱۴۰۲', '۱۴۰۲/۱۳/۰۱', '۱۴۰۲/۰۷/۳۱', '۱۴۰۲/۱۰/۰', '۲۰۲۴/۰۱/۰۴', 'فردا']) expect(parseJalaliDate(typed)).toBeUndefined();
  });
  test('comes back as it was for every day of forty years', () => {
    for (let utc = Date.UTC(2010, 0, 1); utc < Date.UTC(2050, 0, 1); utc += 86_400_000) {
      const date = new Date(utc).toISOString().slice(0, 10);
      expect(parseJalaliDate(typedJalali(date))).toBe(date);
    }
  });
});

describe('an hour as typed', () => {
  test('is read with or without minutes', () => {
    expect(parseHour('۹:۳۰')).toBe(34_200_000);
    expect(parseHour('9')).toBe(32_400_000);
    expect(parseHour('۹۳۰')).toBe(34_200_000);
    expect(parseHour('۱۴۳۰')).toBe(52_200_000);
    expect(parseHour('14')).toBe(50_400_000);
    for (const typed of ['۲۴:۰۰', '۹:۶۰', '۹:۵', '۹۶۰', '۱۴۳۰۱', '۹۹', '', 'نه']) expect(parseHour(typed)).toBeUndefined();
  });
  test('is an hour of Tehran', () => {
    expect(tehranInstant('2023-12-28', parseHour('۹:۰۰')!)).toBe('2023-12-28T05:30:00.000Z');
    expect(tehranFields('2023-12-28T05:30:00.000Z')).toEqual({ date: '1402/10/07', hour: '09:00' });
    expect(tehranFields('2023-12-27T21:00:00.000Z')).toEqual({ date: '1402/10/07', hour: '00:30' });
  });
});
