// Who voted how, on one wall: the result scene's columns, sized so that forty names are still read from the last row.
import type { Choice, View, VoteView } from '@/generated/protocol';

export type Bucket = Choice | 'not_cast';
export interface Group {
  bucket: Bucket;
  names: string[];
}

const buckets: readonly Bucket[] = ['approve', 'against', 'abstain', 'not_cast'];

/** The electorate by choice, each group in the roster's order. */
export function groupsOf(vote: Pick<VoteView, 'electorate' | 'ballots'>, people: View['people']): Group[] {
  const chosen = (person: string): Bucket => vote.ballots[person]?.choice ?? 'not_cast';
  const order = (person: string): number => people[person]?.order ?? Number.MAX_SAFE_INTEGER;
  const voters = [...vote.electorate].sort((a, b) => order(a) - order(b));
  return buckets.map((bucket) => ({
    bucket,
    names: voters.filter((person) => chosen(person) === bucket).map((person) => people[person]?.short_name ?? ''),
  }));
}

/**
 * roomy: a large number over each column, empty groups too; tight: smaller rows, the number in the heading; dense: a newspaper
 * flow; counts: too many people for names. `columns` belongs to the groups in their order, 0 leaves a group out.
 */
export type NamesLayout = { kind: 'roomy' | 'tight'; columns: number[] } | { kind: 'dense' | 'counts' };

const columnsMax = 5;
const roomyRows = 4;
const tightRows = 9;
const denseRows = 10;

export function layoutNames(groups: readonly Group[]): NamesLayout {
  const columns = (rows: number): number[] => groups.map((group) => Math.ceil(group.names.length / rows));
  const roomy = columns(roomyRows).map((some) => Math.max(1, some));
  if (sum(roomy) <= columnsMax) return { kind: 'roomy', columns: roomy };
  const tight = columns(tightRows);
  if (sum(tight) <= columnsMax) return { kind: 'tight', columns: tight };
  return { kind: denseLines(groups) <= denseRows * columnsMax ? 'dense' : 'counts' };
}

/** A heading takes a line, and may lose one at the foot of a column, because it never leaves its first name. */
function denseLines(groups: readonly Group[]): number {
  const filled = groups.filter((group) => group.names.length > 0);
  return sum(filled.map((group) => group.names.length + 1)) + Math.min(filled.length - 1, columnsMax - 1);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
