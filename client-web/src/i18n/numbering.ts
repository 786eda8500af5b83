import { persianWords } from '@/core/numerals';
import { digits, language } from './language.svelte';

const persianLetters = ['الف', 'ب', 'پ', 'ت', 'ث', 'ج', 'چ', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'ژ', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق', 'ک', 'گ', 'ل', 'م', 'ن', 'و', 'ه', 'ی'];

/**
 * An agenda item's number as it is read: {3, 2} is «۳ ب» (a hyphen's order would be read both ways), {3, 2, 1} is «۳ ب ۱». It never
 * breaks across lines.
 */
export function itemNumber(number: readonly number[]): string {
  const [top = 0, letter, ...rest] = number;
  if (letter === undefined) return digits(top);
  const letters = language.current === 'fa' ? persianLetters : [...'abcdefghijklmnopqrstuvwxyz'];
  const parts = [digits(top), letters[letter - 1] ?? digits(letter), ...rest.map(digits)];
  return parts.join(language.current === 'fa' ? '\u00a0' : '');
}

/** نخستین، دومین، بیست و یکمین: a meeting is counted in words. */
function persianOrdinal(value: number): string {
  if (value === 1) return 'نخستین';
  const words = persianWords(value);
  if (words.endsWith('سه')) return `${words.slice(0, -2)}سومین`;
  if (words.endsWith('ی')) return `${words}‌امین`;
  return `${words}مین`;
}

function englishOrdinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

export function ordinal(value: number): string {
  if (language.current === 'en') return englishOrdinal(value);
  return value >= 1 && value < 1_000_000 ? persianOrdinal(value) : digits(value);
}

/** «دو», «سه» for the small counts of a sentence, digits from eleven on. */
export function count(value: number): string {
  if (language.current === 'en') return String(value);
  return value >= 1 && value <= 10 ? persianWords(value) : digits(value);
}
