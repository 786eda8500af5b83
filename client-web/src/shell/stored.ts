/** A small choice kept in this browser, or the fallback where storage is switched off or holds something else. */
export function stored<T extends string>(key: string, words: readonly T[], fallback: T): T {
  try {
    const kept = localStorage.getItem(key);
    return words.find((word) => word === kept) ?? fallback;
  } catch {
    return fallback;
  }
}

export function store(key: string, word: string): void {
  try {
    localStorage.setItem(key, word);
  } catch {
    // The choice lasts as long as the page.
  }
}
