import { toAscii } from './digits';

// The search key of a Persian text: the same table as storage/fold.cpp, kept equal by storage/fold_vectors.json.

const letters: Record<string, string> = { ي: 'ی', ى: 'ی', ئ: 'ی', ك: 'ک', ة: 'ه', ۀ: 'ه', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و' };
const marks = /[\u064B-\u065F\u0670\u0640\u0610-\u061A\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

export function fold(text: string): string {
  const plain = toAscii(text.normalize('NFKC').replace(/[يىئكةۀأإآٱؤ]/g, (letter) => letters[letter] ?? letter).replace(marks, ''));
  return plain.toLowerCase();
}
