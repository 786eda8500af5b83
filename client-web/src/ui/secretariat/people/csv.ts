/**
 * A spreadsheet's CSV as text. Persian files are mostly UTF-8, with or without a byte order mark; older Windows programs still
 * write code page 1256, which is never valid UTF-8 once it holds Persian.
 */
export function csvText(bytes: ArrayBuffer): string | undefined {
  for (const encoding of ['utf-8', 'windows-1256']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      // The next encoding.
    }
  }
  return undefined;
}
