import type { OwnRefusal, Refusal } from '@/core/pending';
import type { Problem, RefusalCode } from '@/generated/protocol';
import { language, messages, type Language } from './language.svelte';

/** A sentence for every code: a new code does not compile until it has one in both languages. */
export type Sentences = Record<RefusalCode | OwnRefusal, string>;

const sources = {
  fa: () => import('./refusals.fa').then(({ fa }) => fa),
  en: () => import('./refusals.en').then(({ en }) => en),
};
let read = $state.raw<Partial<Record<Language, Sentences>>>({});

/** Nobody is refused before the first screen stands: the sentences come right after it, in the language in use. */
async function load(current: Language): Promise<void> {
  const sentences = await sources[current]().catch(() => undefined); // without them a refusal is told in one sentence
  if (sentences) read = { ...read, [current]: sentences };
}
void load(language.current);

const t = messages({ fa: { refused: 'این کار پذیرفته نشد.' }, en: { refused: 'This was refused.' } });

/** Says what happened and what to do, in the language in use. */
export function refusalText(refusal: Pick<Refusal, 'code'>): string {
  const sentences = read[language.current];
  if (!sentences) void load(language.current);
  return sentences?.[refusal.code] ?? t().refused;
}

/** Likewise of an answer over HTTP: what is no refusal of the hall is told in the server's own words. */
export const problemText = ({ code, title }: Pick<Problem, 'code' | 'title'>): string => read[language.current]?.[code as RefusalCode] ?? (title || t().refused);
