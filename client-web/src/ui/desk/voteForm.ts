// A vote as it is being written: what stands in the fields, what is wrong with it, and the content that is sent.
import type { Base, MajorityKind, VoteContent, VoteRule } from '@/generated/protocol';

export interface VoteDraft {
  question: string;
  base: Base;
  majority: MajorityKind;
  numerator: string;
  denominator: string;
  more_than: boolean;
  timed: boolean;
  seconds: string;
}

export type VoteFault = 'question_missing' | 'question_long' | 'fraction_number' | 'fraction_over_one' | 'seconds_range';
export const questionChars = 600;
export const secondsMin = 10;
export const secondsMax = 3600;

export function draftOf(content: VoteContent | undefined, rule: VoteRule): VoteDraft {
  const from = content?.rule ?? rule;
  return {
    question: content?.question ?? '',
    base: from.base,
    majority: from.majority.kind,
    numerator: String(from.majority.fraction?.numerator ?? 3),
    denominator: String(from.majority.fraction?.denominator ?? 5),
    more_than: from.majority.fraction?.comparison === 'more_than',
    timed: content ? content.seconds !== undefined : true,
    seconds: String(content?.seconds ?? 60),
  };
}

/** Digits as typed, folded to ASCII by the caller; nothing else is a number. */
function whole(text: string, min: number, max: number): number | undefined {
  if (!/^\d{1,6}$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

export function faultsOf(draft: VoteDraft, fold: (text: string) => string): Partial<Record<keyof VoteDraft, VoteFault>> {
  const faults: Partial<Record<keyof VoteDraft, VoteFault>> = {};
  const length = [...draft.question.trim()].length;
  if (length === 0) faults.question = 'question_missing';
  else if (length > questionChars) faults.question = 'question_long';
  if (draft.majority === 'fraction') {
    const numerator = whole(fold(draft.numerator), 1, 1000);
    const denominator = whole(fold(draft.denominator), 1, 1000);
    if (numerator === undefined) faults.numerator = 'fraction_number';
    else if (denominator === undefined) faults.denominator = 'fraction_number';
    else if (numerator > denominator) faults.numerator = 'fraction_over_one';
  }
  if (draft.timed && whole(fold(draft.seconds), secondsMin, secondsMax) === undefined) faults.seconds = 'seconds_range';
  return faults;
}

/** Of a draft without faults. */
export function contentOf(draft: VoteDraft, fold: (text: string) => string): VoteContent {
  const fraction = {
    numerator: Number(fold(draft.numerator)),
    denominator: Number(fold(draft.denominator)),
    comparison: draft.more_than ? ('more_than' as const) : ('at_least' as const),
  };
  return {
    question: draft.question.trim(),
    rule: { base: draft.base, majority: { kind: draft.majority, ...(draft.majority === 'fraction' ? { fraction } : {}) } },
    ...(draft.timed ? { seconds: Number(fold(draft.seconds)) } : {}),
  };
}
