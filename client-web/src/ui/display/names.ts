// Who voted how, on one wall: the result scene's columns, sized so that forty names are still read from the last row.
import type { Choice, VoteView } from '@/generated/protocol';

export type Bucket = Choice | 'not_cast';
export interface Group {
  bucket: Bucket;
  names: string[];
}

const buckets: readonly Bucket[] = ['approve', 'against', 'abstain', 'not_cast'];

/** The electorate by choice, each group in the roster's order (in which the electorate was fixed). */
export function groupsOf(vote: VoteView, nameOf: (person: string) => string): Group[] {
  const chosen = (person: string): Bucket => vote.ballots[person] ?? 'not_cast';
  return buckets.map((bucket) => ({
    bucket,
    names: vote.electorate.filter((person) => chosen(person) === bucket).map(nameOf),
  }));
}

/** roomy: a large number over each column; dense: headings in a newspaper flow; counts: too many people for names. */
export type NamesLayout = { kind: 'roomy'; columns: number[] } | { kind: 'dense' } | { kind: 'counts' };

export const roomyRows = 4;
export const roomyColumns = 5;
export const denseRows = 10;
export const denseColumns = 5;

export function layoutNames(groups: readonly Group[]): NamesLayout {
  const columns = groups.map((group) => Math.max(1, Math.ceil(group.names.length / roomyRows)));
  if (sum(columns) <= roomyColumns) return { kind: 'roomy', columns };
  return denseLines(groups) <= denseRows * denseColumns ? { kind: 'dense' } : { kind: 'counts' };
}

/** A heading takes a line, and may lose one at the foot of a column, because it never leaves its first name. */
function denseLines(groups: readonly Group[]): number {
  const filled = groups.filter((group) => group.names.length > 0);
  return sum(filled.map((group) => group.names.length + 1)) + Math.min(filled.length - 1, denseColumns - 1);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
