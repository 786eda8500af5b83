import type { OwnRefusal, Refusal } from '@/core/pending';
import type { RefusalCode } from '@/generated/protocol';
import { language } from './language.svelte';
import { en } from './refusals.en';
import { fa } from './refusals.fa';

/** A sentence for every code: a new code does not compile until it has one in both languages. */
export type Sentences = Record<RefusalCode | OwnRefusal, string>;

/** Says what happened and what to do, in the language in use. */
export function refusalText(refusal: Pick<Refusal, 'code'>): string {
  const sentences: Sentences = language.current === 'fa' ? fa : en;
  return sentences[refusal.code] ?? sentences.malformed_json;
}
