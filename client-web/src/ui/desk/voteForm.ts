// A vote as it is being written: what stands in the fields, what is wrong with it, and the content that is sent.
import { parseWhole } from '@/core/digits';
import type { Base, MajorityKind, VoteContent, VoteRule } from '@/generated/protocol';

export interface VoteDraft {
  question: string;
  base: Base;
  majority: MajorityKind;
  numerator: string;
  denominator: string;
  moreThan: boolean;
  timed: boolean;
  seconds: string;
}

export type VoteFault = 'question_missing' | 'question_long' | 'fraction_number' | 'fraction_over_one' | 'fraction_unreachable' | 'seconds_range';
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
    moreThan: from.majority.fraction?.comparison === 'more_than',
    timed: content ? content.seconds !== undefined : true,
    seconds: String(content?.seconds ?? 60),
  };
}

function whole(text: string, min: number, max: number): number | undefined {
  const value = parseWhole(text);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

export function faultsOf(draft: VoteDraft): Partial<Record<keyof VoteDraft, VoteFault>> {
  const faults: Partial<Record<keyof VoteDraft, VoteFault>> = {};
  const length = [...draft.question.trim()].length;
  if (length === 0) faults.question = 'question_missing';
  else if (length > questionChars) faults.question = 'question_long';
  if (draft.majority === 'fraction') {
    const numerator = whole(draft.numerator, 1, 1000);
    const denominator = whole(draft.denominator, 1, 1000);
    if (numerator === undefined) faults.numerator = 'fraction_number';
    else if (denominator === undefined) faults.denominator = 'fraction_number';
    else if (numerator > denominator) faults.numerator = 'fraction_over_one';
    else if (draft.moreThan && numerator === denominator) faults.numerator = 'fraction_unreachable';
  }
  if (draft.timed && whole(draft.seconds, secondsMin, secondsMax) === undefined) faults.seconds = 'seconds_range';
  return faults;
}

/** Of a draft without faults. */
export function contentOf(draft: VoteDraft): VoteContent {
  const fraction = {
    numerator: parseWhole(draft.numerator) ?? 1,
    denominator: parseWhole(draft.denominator) ?? 1,
    comparison: draft.moreThan ? ('more_than' as const) : ('at_least' as const),
  };
  return {
    question: draft.question.trim(),
    rule: { base: draft.base, majority: { kind: draft.majority, ...(draft.majority === 'fraction' ? { fraction } : {}) } },
    ...(draft.timed ? { seconds: parseWhole(draft.seconds) ?? secondsMin } : {}),
  };
}
