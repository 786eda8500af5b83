import { describe, expect, test } from 'vitest';
import { phrased, shortForms } from '@/ui/display/fit';

describe('a title too long for its line', () => {
  test('is first cut at its colon', () => {
    expect(shortForms('گزارش دبیرخانه: اهداف و ارکان')[1]).toBe('گزارش دبیرخانه');
  });
  test('then loses whole words, and the conjunction that would dangle', () => {
    expect(shortForms('اقدامات دستگاه‌ها و پرهیز')).toEqual([
      'اقدامات دستگاه‌ها و پرهیز',
      'اقدامات دستگاه‌ها…',
      'اقدامات دستگاه‌ها…',
      'اقدامات…',
    ]);
  });
});

test('an office breaks before its last two words', () => {
  expect(phrased('نخبهٔ حوزهٔ محیط زیست')).toBe('نخبهٔ حوزهٔ محیط\u00a0زیست');
  expect(phrased('شهردار رشت')).toBe('شهردار رشت');
});
