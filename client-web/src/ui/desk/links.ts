// Links as they are being written: of an agenda item, or as evidence of what was done.
import type { Link } from '@/generated/protocol';

export interface LinkDraft {
  title: string;
  url: string;
}
export const linksMax = 10;
export const linkTitleChars = 300;

/** Rows that somebody wrote into. */
const written = (links: readonly LinkDraft[]): LinkDraft[] =>
  links.map(({ title, url }) => ({ title: title.trim(), url: url.trim() })).filter(({ title, url }) => title !== '' || url !== '');

/** «example.ir/page» is what people type. */
function wholeAddress(typed: string): string | undefined {
  try {
    const address = new URL(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
    return address.protocol === 'http:' || address.protocol === 'https:' ? address.href : undefined;
  } catch {
    return undefined;
  }
}

export const linksBad = (links: readonly LinkDraft[]): boolean => written(links).some(({ url }) => wholeAddress(url) === undefined);

/** Of rows without a fault. */
export const linksOf = (links: readonly LinkDraft[]): Link[] => written(links).map(({ title, url }) => ({ title: title || url, url: wholeAddress(url) ?? url }));
