import { toAscii } from './digits';

// The search key of a Persian text: what storage/fold.cpp makes of it too; storage/fold_vectors.json holds both to it.

const letters: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', ہ: 'ه', ٱ: 'ا' };

/** Taken apart, so that hamza, madda, tashkeel and accents are marks of their own and fall away, with the joiners and tatweel. */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\p{Mn}\p{Cf}\u0640]/gu, '').normalize('NFC');
  return toAscii(bare.replace(/[يىكةەہٱ]/g, (letter) => letters[letter] ?? letter)).toLowerCase();
}
