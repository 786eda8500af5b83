import { describe, expect, test } from 'vitest';
import type { VoteKind } from '@/generated/protocol';
import { contentOf, draftOf, faultsOf, hasLimit, kinds, modesOf, withKind, type VoteDraft } from '@/ui/desk/voteForm';

const rule = { base: 'valid' as const, majority: { kind: 'simple' as const } };
const draft: VoteDraft = { ...draftOf({ rule }), question: 'Shall we?' };
const option = (title: string, person = '') => ({ title, person, withdrawn: false });
const of = (kind: VoteKind, more: Partial<VoteDraft> = {}): VoteDraft => ({ ...withKind(draft, kind), ...more });

describe('writing a vote', () => {
  test('asks for a question', () => {
    expect(faultsOf({ ...draft, question: '  ' })).toEqual({ question: 'question_missing' });
    expect(faultsOf({ ...draft, question: 'x'.repeat(601) })).toEqual({ question: 'question_long' });
    expect(faultsOf(draft)).toEqual({});
  });
  test('asks for a share of at most one in whole numbers, in any digits', () => {
    const share = (numerator: string, denominator: string) => faultsOf({ ...draft, majority: 'fraction', numerator, denominator });
    expect(share('۳', '۵')).toEqual({});
    expect(share('۵', '۳')).toEqual({ numerator: 'fraction_over_one' });
    expect(share('1.5', '3')).toEqual({ numerator: 'fraction_number' });
    expect(share('1', '0')).toEqual({ denominator: 'fraction_number' });
    expect(faultsOf({ ...draft, majority: 'fraction', numerator: '۵', denominator: '۵', moreThan: true })).toEqual({ numerator: 'fraction_unreachable' });
  });
  test('bounds the time limit, where there is one', () => {
    expect(faultsOf({ ...draft, seconds: '۵' })).toEqual({ seconds: 'seconds_range' });
    expect(faultsOf({ ...draft, seconds: '5', timed: false })).toEqual({});
    expect(faultsOf({ ...draft, seconds: '5', mode: 'roll_call' })).toEqual({});
  });
  test('offers only ways of voting that go with the kind', () => {
    expect(modesOf.motion).toEqual(['device', 'roll_call', 'show_of_hands', 'secret']);
    expect(modesOf.consent).toEqual(modesOf.motion);
    for (const kind of kinds.filter((one) => one !== 'motion' && one !== 'consent')) expect(modesOf[kind], kind).toEqual(['device', 'secret']);
    expect(withKind({ ...draft, mode: 'show_of_hands' }, 'ranking').mode).toBe('device');
    expect(withKind({ ...draft, mode: 'secret' }, 'ranking').mode).toBe('secret');
    expect(modesOf.motion.map((mode) => hasLimit({ kind: 'motion', mode }))).toEqual([true, false, false, true]);
    expect(modesOf.consent.some((mode) => hasLimit({ kind: 'consent', mode }))).toBe(false);
  });
  test('needs something to choose among, each only once', () => {
    expect(faultsOf(of('election'))).toEqual({ options: 'options_few' });
    expect(faultsOf(of('election', { options: [option('A', 'p1')] }))).toEqual({});
    expect(faultsOf(of('ranking', { options: [option('A'), option(' ')] }))).toEqual({ options: 'options_few' });
    expect(faultsOf(of('ranking', { options: [option('A'), option(' A ')] }))).toEqual({ options: 'options_twice' });
    expect(faultsOf(of('points', { options: Array.from({ length: 21 }, (_, n) => option(`${n}`)) }))).toEqual({ options: 'options_many' });
  });
  test('fills no more seats and asks for no more marks than there are candidates', () => {
    const options = [option('A'), option('B')];
    expect(faultsOf(of('election', { options, seats: '۲', marks: '2' }))).toEqual({});
    expect(faultsOf(of('election', { options, seats: '3', marks: '۰' }))).toEqual({ seats: 'seats_range', marks: 'marks_range' });
    expect(faultsOf(of('election', { options, seats: '1', marking: 'approval', marks: 'x' }))).toEqual({});
    expect(faultsOf(of('points', { options, points: '101' }))).toEqual({ points: 'points_range' });
  });
  test('does not ask for a threshold where there is none to reach', () => {
    expect(faultsOf(of('ranking', { options: [option('A'), option('B')], majority: 'fraction', numerator: 'x' }))).toEqual({});
  });
  test('offers the options of the item, to be ranked', () => {
    const offered = draftOf({ rule, options: ['A', 'B'] });
    expect(offered.kind).toBe('ranking');
    expect(offered.options.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(draftOf({ rule }).kind).toBe('motion');
  });
  test('sends what was written, and comes back as it was', () => {
    const motion = contentOf({ ...draft, majority: 'fraction', numerator: '۳', denominator: '۵', moreThan: true, seconds: '۹۰' });
    expect(motion).toEqual({
      question: 'Shall we?',
      seconds: 90,
      rule: { base: 'valid', majority: { kind: 'fraction', fraction: { numerator: 3, denominator: 5, comparison: 'more_than' } } },
      form: { kind: 'motion', mode: 'device', options: [] },
    });
    const election = contentOf(of('election', { options: [option('A', 'p1'), option('B')], seats: '۱', marking: 'approval', mode: 'secret', timed: false }));
    expect(election.form).toEqual({ kind: 'election', mode: 'secret', seats: 1, options: [{ title: 'A', person: 'p1', withdrawn: false }, { title: 'B', withdrawn: false }] });
    const points = contentOf(of('points', { options: [option('A'), option('B'), option('')], points: '۱۰' }));
    expect(points.form).toMatchObject({ kind: 'points', points: 10, options: [{ title: 'A' }, { title: 'B' }] });
    for (const content of [motion, election, points]) expect(contentOf(draftOf({ content, rule }))).toEqual(content);
  });
});
