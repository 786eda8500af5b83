import { describe, expect, test } from 'vitest';
import { codeDigits, tokenOf, tokenOfFragment } from '@/ui/signin/code';

describe('a typed code', () => {
  test.each([
    ['482715', '482715'],
    ['۴۸۲ ۷۱۵', '482715'],
    ['٤٨٢-٧١٥', '482715'],
    ['کد شما: ۴۸۲۷۱۵ است', '482715'],
    ['48271599', '482715'],
    ['abc', ''],
  ])('%s gives %s', (typed, digits) => {
    expect(codeDigits(typed)).toBe(digits);
  });
});

describe('an invitation’s token', () => {
  const origin = 'https://talar.example';
  test('comes from our own link, absolute or not', () => {
    expect(tokenOf(`${origin}/join#abcdefgh12345678`, origin)).toBe('abcdefgh12345678');
    expect(tokenOf('/join#abcdefgh12345678', origin)).toBe('abcdefgh12345678');
  });
  test.each(['https://evil.example/join#abcdefgh12345678', `${origin}/hall/x#abcdefgh12345678`, `${origin}/join`, 'WIFI:S:guest;;', ''])(
    'does not come from %s',
    (address) => expect(tokenOf(address, origin)).toBeUndefined(),
  );
  test('is nothing when the fragment is not a token', () => {
    expect(tokenOfFragment('#<script>')).toBeUndefined();
    expect(tokenOfFragment('')).toBeUndefined();
  });
});
