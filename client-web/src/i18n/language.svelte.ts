import { toPersian } from '@/core/digits';
import { store, stored } from '@/shell/stored';

export type Language = 'fa' | 'en';

/** Persian is the product, English the second language; the choice stays in the browser and turns the page round. */
class LanguageChoice {
  current = $state<Language>(stored('talar.language', ['fa', 'en'], 'fa'));

  choose(language: Language): void {
    this.current = language;
    store('talar.language', language);
    this.apply();
  }

  apply(): void {
    document.documentElement.lang = this.current;
    document.documentElement.dir = this.current === 'fa' ? 'rtl' : 'ltr';
  }
}

export const language = new LanguageChoice();

/**
 * Messages of one area in both languages; a message missing in one does not compile. `const t = messages({ fa, en })`, then `t().word`,
 * which is reactive. An area keeps its own, so that its words load with its screen.
 */
export function messages<T>(both: { fa: T; en: NoInfer<T> }): () => T {
  return () => both[language.current];
}

/** Digits of the language in use: ۰-۹ or 0-9. Takes any text, leaves its letters alone. */
export function digits(text: string | number): string {
  return language.current === 'fa' ? toPersian(text) : String(text);
}

/** Between what stands in a row: «الف، ب», "a, b". */
export const comma = (): string => (language.current === 'fa' ? '، ' : ', ');

const formats = { fa: new Intl.NumberFormat('fa-IR'), en: new Intl.NumberFormat('en') };

/** A number with the thousands of the language: ۱٬۲۳۴. */
export const number = (value: number): string => formats[language.current].format(value);
