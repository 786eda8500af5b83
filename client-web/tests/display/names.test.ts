import { describe, expect, test } from 'vitest';
import type { Ballot, View } from '@/generated/protocol';
import { groupsOf, layoutNames } from '@/ui/display/names';

function groups(approve: number, against: number, abstain: number, notCast: number) {
  const electorate = Array.from({ length: approve + against + abstain + notCast }, (_, at) => `p${at}`);
  const ballots: Record<string, Ballot> = {};
  electorate.forEach((person, at) => {
    if (at < approve) ballots[person] = { choice: 'approve' };
    else if (at < approve + against) ballots[person] = { choice: 'against' };
    else if (at < approve + against + abstain) ballots[person] = { choice: 'abstain' };
  });
  const people = Object.fromEntries(electorate.map((person, order) => [person, { short_name: person.toUpperCase(), order }]));
  return groupsOf({ electorate: [...electorate].reverse(), ballots }, people as unknown as View['people']);
}

describe('names of a result', () => {
  test('are grouped by choice in the roster’s order; without a ballot one did not vote', () => {
    expect(groups(2, 1, 0, 1)).toEqual([
      { bucket: 'approve', names: ['P0', 'P1'] },
      { bucket: 'against', names: ['P2'] },
      { bucket: 'abstain', names: [] },
      { bucket: 'not_cast', names: ['P3'] },
    ]);
  });

  test('of twelve voters stand in the roomy columns 2 + 1 + 1 + 1', () => {
    expect(layoutNames(groups(6, 3, 2, 1))).toEqual({ kind: 'roomy', columns: [2, 1, 1, 1] });
  });

  test('of a full chamber stand in tight columns, empty groups left out', () => {
    expect(layoutNames(groups(15, 3, 2, 1))).toEqual({ kind: 'tight', columns: [2, 1, 1, 1] });
    expect(layoutNames(groups(10, 10, 1, 0))).toEqual({ kind: 'tight', columns: [2, 2, 1, 0] });
  });

  test.each([
    [40, 0, 0, 0],
    [10, 10, 10, 10],
    [37, 1, 1, 1],
    [20, 18, 1, 1],
  ])('of forty voters fit however they fall: %i %i %i %i', (...counts) => {
    expect(layoutNames(groups(...counts)).kind).not.toBe('counts');
  });

  test('of a plenary give way to the counts', () => {
    expect(layoutNames(groups(60, 20, 5, 5)).kind).toBe('counts');
  });
});
