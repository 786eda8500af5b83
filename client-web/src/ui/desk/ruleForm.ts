// The rule of a vote as it is being written: the majority, and what it is taken of.
import { parseWhole } from '@/core/digits';
import type { Base, MajorityKind, VoteRule } from '@/generated/protocol';

export interface RuleDraft {
  base: Base;
  majority: MajorityKind;
  numerator: string;
  denominator: string;
  moreThan: boolean;
}
export type RuleFault = 'fraction_number' | 'fraction_over_one' | 'fraction_unreachable';
export type RuleFaults = { numerator?: RuleFault; denominator?: RuleFault };

export const bases: readonly Base[] = ['valid', 'cast', 'present', 'entitled', 'members'];
export const majorities: readonly MajorityKind[] = ['simple', 'absolute', 'two_thirds', 'three_quarters', 'four_fifths', 'fraction'];

export function ruleDraft({ base, majority }: VoteRule): RuleDraft {
  return {
    base: base ?? 'valid',
    majority: majority.kind ?? 'simple',
    numerator: String(majority.fraction?.numerator ?? 3),
    denominator: String(majority.fraction?.denominator ?? 5),
    moreThan: majority.fraction?.comparison === 'more_than',
  };
}

/** A whole number within bounds, in any keyboard's digits. */
export function whole(text: string, min: number, max: number): number | undefined {
  const value = parseWhole(text);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

export function ruleFaults(draft: RuleDraft): RuleFaults {
  if (draft.majority !== 'fraction') return {};
  const numerator = whole(draft.numerator, 1, 1000);
  const denominator = whole(draft.denominator, 1, 1000);
  if (numerator === undefined) return { numerator: 'fraction_number' };
  if (denominator === undefined) return { denominator: 'fraction_number' };
  if (numerator > denominator) return { numerator: 'fraction_over_one' };
  return draft.moreThan && numerator === denominator ? { numerator: 'fraction_unreachable' } : {};
}

/** Of a draft without faults. */
export function ruleOf(draft: RuleDraft): VoteRule {
  const fraction = {
    numerator: parseWhole(draft.numerator) ?? 1,
    denominator: parseWhole(draft.denominator) ?? 1,
    comparison: draft.moreThan ? ('more_than' as const) : ('at_least' as const),
  };
  return { base: draft.base, majority: { kind: draft.majority, ...(draft.majority === 'fraction' ? { fraction } : {}) } };
}
