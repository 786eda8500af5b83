// A show of hands as it is being typed.
import type { Choice, HandCount } from '@/generated/protocol';
import { whole } from './ruleForm';

export interface HandDraft {
  approve: string;
  against: string;
  abstain: string;
  chair: Choice | 'none';
}
export type HandField = 'approve' | 'against' | 'abstain';
export const handFields: readonly HandField[] = ['approve', 'against', 'abstain'];

export function handDraft(count: HandCount | undefined): HandDraft {
  const typed = (field: HandField): string => (count === undefined ? '' : String(count[field]));
  return { approve: typed('approve'), against: typed('against'), abstain: typed('abstain'), chair: count?.chair ?? 'none' };
}

const valueOf = (draft: HandDraft, field: HandField): number | undefined => (draft[field].trim() === '' ? 0 : whole(draft[field], 0, 4000));

/** number: a field holds no number. empty: nothing was counted. many: more hands than voters. */
export type HandFault = 'number' | 'empty' | 'many';

export function handFault(draft: HandDraft, voters: number): { field: HandField; fault: HandFault } | undefined {
  const wrong = handFields.find((field) => valueOf(draft, field) === undefined);
  if (wrong) return { field: wrong, fault: 'number' };
  if (handFields.every((field) => draft[field].trim() === '')) return { field: 'approve', fault: 'empty' };
  return handsUp(draft) > voters ? { field: 'abstain', fault: 'many' } : undefined;
}

export const handsUp = (draft: HandDraft): number => handFields.reduce((sum, field) => sum + (valueOf(draft, field) ?? 0), 0);

/** Of a draft without a fault. */
export function handCount(draft: HandDraft): HandCount {
  const [approve = 0, against = 0, abstain = 0] = handFields.map((field) => valueOf(draft, field) ?? 0);
  return { approve, against, abstain, ...(draft.chair === 'none' ? {} : { chair: draft.chair }) };
}
