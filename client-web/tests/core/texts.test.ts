import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWhole, toAscii, toPersian } from '@/core/digits';
import { fold } from '@/core/fold';

interface Vector {
  why: string;
  input: string;
  folded: string;
}
const vectors = JSON.parse(readFileSync(new URL('../../../storage/fold_vectors.json', import.meta.url), 'utf8')) as { vectors: Vector[] };

describe('the folding that search sees', () => {
  it.each(vectors.vectors)('does as the server does: $why', ({ input, folded }) => {
    expect(fold(input)).toBe(folded);
  });
  it('folds a folded text to itself', () => {
    for (const { input } of vectors.vectors) expect(fold(fold(input))).toBe(fold(input));
  });
});

describe('digits', () => {
  it('go out Persian and come in from any keyboard', () => {
    expect(toPersian('12:05 and 3')).toBe('۱۲:۰۵ and ۳');
    expect(toAscii('۱۲٣4')).toBe('1234');
    for (let n = 0; n < 2000; n += 7) expect(toAscii(toPersian(n))).toBe(String(n));
  });
  it('make a whole number or nothing', () => {
    expect(parseWhole(' ۱٬۲۰۰ ')).toBe(1200);
    expect(parseWhole('٢٠')).toBe(20);
    expect(parseWhole('۲۰ دقیقه')).toBeUndefined();
    expect(parseWhole('')).toBeUndefined();
    expect(parseWhole('-۳')).toBeUndefined();
  });
});
