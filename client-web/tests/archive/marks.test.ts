import { describe, expect, test } from 'vitest';
import { pieces } from '@/ui/archive/marks';

const shown = (text: string, marks: number[][]): string =>
  pieces(text, marks)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('marks of a hit', () => {
  test('cut the text where they stand', () => {
    expect(shown('کمیسیون عمران و کمیسیون مالی', [[0, 7], [16, 23]])).toBe('[کمیسیون] عمران و [کمیسیون] مالی');
  });
  test('count UTF-16 units', () => {
    expect(shown('🌧 باران', [[3, 8]])).toBe('🌧 [باران]');
  });
  test('may touch, overlap, stand out of order or overshoot', () => {
    expect(shown('abcdef', [[2, 4], [0, 2]])).toBe('[abcd]ef');
    expect(shown('abcdef', [[0, 3], [1, 5]])).toBe('[abcde]f');
    expect(shown('abc', [[-3, 1], [2, 99], [5, 4], []])).toBe('[a]b[c]');
  });
  test('may be missing', () => {
    expect(pieces('متن', [])).toEqual([{ text: 'متن', hit: false }]);
    expect(pieces('', [[0, 1]])).toEqual([]);
  });
});
