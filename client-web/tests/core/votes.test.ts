import { describe, expect, it } from 'vitest';
import { formOf, isSecret, markedBy, placed, rollOf, turnout, weightOf } from '@/core/votes';
import type { OptionResult, VoteForm } from '@/generated/protocol';
import { personView, voteView } from '../views';

const form = (more: Partial<VoteForm>): VoteForm => ({ kind: 'election', mode: 'device', options: ['الف', 'ب', 'پ', 'ت'].map((title) => ({ title, withdrawn: false })), ...more });
const closed = (options: OptionResult[], more: Partial<VoteForm> = {}) => {
  const plain = voteView();
  const tally = { approve: 9, against: 0, abstain: 0, not_cast: 0 };
  return voteView({ state: 'closed', content: { ...plain.content, form: form(more) }, result: { tally, base_count: 9, needed: 1, outcome: 'ranked', options } });
};
const people = { a: personView(2), b: personView(1), c: personView(3) };

describe('a vote', () => {
  it('of an old journal is a motion by device', () => {
    const { content } = voteView();
    expect(formOf({ content: { question: content.question, rule: content.rule } })).toEqual({ kind: 'motion', mode: 'device', options: [] });
  });
  it('of consent is not secret, only the vote after an objection is', () => {
    const { content } = voteView();
    expect(isSecret({ content: { ...content, form: form({ kind: 'consent', mode: 'secret', options: [] }) } })).toBe(false);
    expect(isSecret({ content: { ...content, form: form({ mode: 'secret' }) } })).toBe(true);
  });
  it('counts who has collected only where ballots are handed out', () => {
    expect(turnout(voteView({ cast: 5, issued: 10 }))).toEqual({ cast: 5, issued: undefined, of: 2 });
    const secret = voteView({ cast: 5, issued: 10, content: { ...voteView().content, form: form({ mode: 'secret' }) } });
    expect(turnout(secret)).toEqual({ cast: 5, issued: 10, of: 2 });
  });
  it('weighs one unless it says more', () => {
    expect(weightOf(voteView({ weights: { me: 3 } }), 'me')).toBe(3);
    expect(weightOf(voteView(), 'me')).toBe(1);
  });
});

describe('options', () => {
  it('stand by their place, equal ones share it, and who has withdrawn stands last', () => {
    const rows = placed(closed([{ count: 2, place: 2, elected: false }, { count: 0, elected: false }, { count: 5, place: 1, elected: true }, { count: 2, place: 2, elected: false }]));
    expect(rows.map((row) => [row.title, row.place, row.tied])).toEqual([['پ', 1, false], ['الف', 2, true], ['ت', 2, true], ['ب', undefined, false]]);
  });
  it('know who marked them, in the roster’s order', () => {
    const ballots = { a: { choice: 'approve' as const, marks: [1, 0] }, b: { choice: 'approve' as const, marks: [1, 1] }, c: { choice: 'abstain' as const, marks: [0, 0] } };
    expect(markedBy({ electorate: ['a', 'b', 'c'], ballots }, 0, people)).toEqual(['b', 'a']);
  });
});

describe('a roll call', () => {
  it('calls the first name without an answer, in the roster’s order', () => {
    const { calls, roll } = rollOf({ electorate: ['a', 'b', 'c'], ballots: { b: { choice: 'approve' } } }, people);
    expect(calls).toBe('a');
    expect(roll.map((entry) => [entry.person, entry.ballot?.choice])).toEqual([['b', 'approve'], ['a', undefined], ['c', undefined]]);
  });
  it('calls nobody when all have answered', () => {
    expect(rollOf({ electorate: ['a'], ballots: { a: { choice: 'abstain' } } }, people).calls).toBeUndefined();
  });
});
