import { describe, expect, test } from 'vitest';
import type { VoteForm, VoteView } from '@/generated/protocol';
import { handCount, handDraft, handFault, handsUp } from '@/ui/desk/handCount';
import { complete, pastOf, preparedOf, repeatable } from '@/ui/desk/votes';
import { voteView } from '../views';

const of = (form: Partial<VoteForm>, more: Partial<VoteView> = {}): VoteView =>
  voteView({
    item: 'i', state: 'open', electorate: ['a', 'b'],
    content: { question: '?', rule: { base: 'valid', majority: { kind: 'simple' } }, form: { kind: 'motion', mode: 'device', options: [], ...form } },
    ...more,
  });

describe('an open vote', () => {
  test('is complete when everybody has voted, the hands are counted, or a consent has been asked', () => {
    expect(complete(of({}, { cast: 1 }))).toBe(false);
    expect(complete(of({}, { cast: 2 }))).toBe(true);
    expect(complete(of({ mode: 'show_of_hands' }))).toBe(false);
    expect(complete(of({ mode: 'show_of_hands' }, { hands: { approve: 1, against: 0, abstain: 0 } }))).toBe(true);
    expect(complete(of({ kind: 'consent' }))).toBe(true);
    expect(complete(of({}, { cast: 2, state: 'counting' }))).toBe(false);
  });
});

describe('the votes of an item', () => {
  const votes = {
    v1: of({}, { state: 'closed', opened_at: '2023-12-28T06:05:00.000Z' }),
    v2: of({}, { state: 'prepared' }),
    v3: of({}, { state: 'voided', opened_at: '2023-12-28T06:00:00.000Z', followed_by: 'v4' }),
    v4: of({}, { state: 'prepared', follows: 'v3', follow_kind: 'repeat' }),
    v5: of({}, { state: 'prepared', item: 'other' }),
  };
  test('wait to be opened, what follows on another first', () => {
    expect(preparedOf({ votes }, 'i')).toEqual(['v4', 'v2']);
    expect(preparedOf({ votes }, undefined)).toEqual([]);
  });
  test('are over, the last one first', () => {
    expect(pastOf({ votes }, 'i')).toEqual(['v1', 'v3']);
  });
  test('can be repeated once they are voided and nothing repeats them yet', () => {
    expect(repeatable({ votes }, votes.v3)).toBe(false);
    expect(repeatable({ votes }, of({}, { state: 'voided' }))).toBe(true);
    expect(repeatable({ votes }, votes.v1)).toBe(false);
  });
});

describe('a count of hands', () => {
  const draft = { approve: '۵', against: '2', abstain: '', chair: 'none' as const };
  test('is three numbers, of which an empty one is none', () => {
    expect(handFault(draft, 7)).toBeUndefined();
    expect(handCount(draft)).toEqual({ approve: 5, against: 2, abstain: 0 });
    expect(handsUp(draft)).toBe(7);
  });
  test('says what is wrong beside the field', () => {
    expect(handFault({ ...draft, against: 'دو' }, 9)).toEqual({ field: 'against', fault: 'number' });
    expect(handFault(draft, 6)).toEqual({ field: 'abstain', fault: 'many' });
    expect(handFault({ approve: '', against: ' ', abstain: '', chair: 'none' }, 6)).toEqual({ field: 'approve', fault: 'empty' });
  });
  test('comes back as it was, with the side of the chair', () => {
    const count = { approve: 3, against: 3, abstain: 1, chair: 'approve' as const };
    expect(handCount(handDraft(count))).toEqual(count);
  });
});
