import { describe, expect, test } from 'vitest';
import type { Charter } from '@/generated/protocol';
import { parseSpan, typedSpan } from '@/ui/desk/spanInput';
import { charterDraft, charterFaults, charterOf } from '@/ui/secretariat/charter/charterForm';
import { hall } from './hall';

const whole: Charter = {
  quorum: { numerator: 2, denominator: 3, comparison: 'at_least' },
  speech_seconds: 180,
  reply_seconds: 90,
  point_of_order_seconds: 60,
  vote_rule: { base: 'present', majority: { kind: 'fraction', fraction: { numerator: 3, denominator: 5, comparison: 'more_than' } } },
  floor: {
    kinds: ['reply', 'speech', 'point_of_order'],
    points_of_order: ['rights', 'fact'],
    interrupting: ['reply'],
    fairness: 'alternate_groups',
    patience: 3,
    question_seconds: 45,
    presentation_seconds: 900,
    person_item_seconds: 300,
    group_item_seconds: 601,
    transfer: true,
  },
  presence: { quorum_wait_minutes: 30, substitutes: ['deputy'] },
  voting: { quorum: false, casting_vote: true, live: true, late_arrivals: true, ranking: 'borda', weights: [{ seat: 'president', weight: 3 }], secret_voters_min: 7 },
  schedule: { weekday: 5, minute: 545, minutes: 120, place: 'تالار گفتگو', standing: 't1' },
};

describe('the charter’s form', () => {
  test('sends back what it was given', () => {
    expect(charterOf(charterDraft(whole))).toEqual(whole);
    expect(charterFaults(charterDraft(whole))).toEqual({});
  });
  test('fills in what an old charter leaves out, with the server’s own defaults', () => {
    const draft = charterDraft(hall().hall.charter);
    expect(charterFaults(draft)).toEqual({});
    const { floor, presence, schedule } = charterOf(draft);
    expect(floor).toMatchObject({ kinds: ['point_of_order', 'reply', 'question', 'speech'], fairness: 'first_timers', patience: 5, transfer: false });
    expect(floor).not.toHaveProperty('person_item_seconds');
    expect(presence).toEqual({ substitutes: [] });
    expect(schedule).toBeUndefined();
    expect(charterOf(draft).voting).toEqual({ quorum: true, casting_vote: false, live: false, late_arrivals: false, ranking: 'schulze', weights: [], secret_voters_min: 5 });
  });
  test('takes any digits and names every fault', () => {
    const draft = charterDraft(whole);
    expect(charterOf({ ...draft, speech: '۲:۳۰', wait: '۴۵', personMeeting: '٢٠' })).toMatchObject({ speech_seconds: 150, presence: { quorum_wait_minutes: 45 }, floor: { person_meeting_seconds: 1200 } });
    const bad = { ...draft, numerator: '4', speech: '0:05', personItem: 'x', patience: '0', wait: '241', kinds: [], hour: '25', minutes: '0', place: ' ' };
    expect(charterFaults(bad)).toEqual({ numerator: 'quorum', speech: 'span', personItem: 'budget', patience: 'patience', wait: 'wait', kinds: 'kinds', hour: 'hour', minutes: 'minutes', place: 'place' });
    expect(charterFaults({ ...draft, points: [] })).toEqual({ points: 'points' });
    expect(charterFaults({ ...draft, comparison: 'more_than', numerator: '3' })).toEqual({ numerator: 'quorum' });
  });
  test('writes down only the seats with more than one vote, and bounds them', () => {
    const draft = charterDraft(whole);
    const weights = { ...draft.voting.weights, deputy: '۲', president: '1' };
    expect(charterOf({ ...draft, voting: { ...draft.voting, weights } }).voting?.weights).toEqual([{ seat: 'deputy', weight: 2 }]);
    expect(charterFaults({ ...draft, voting: { ...draft.voting, weights: { ...weights, expert: '0' } } })).toEqual({ voting: 'voting' });
    expect(charterFaults({ ...draft, voting: { ...draft.voting, secretMin: '۱' } })).toEqual({ voting: 'voting' });
  });
  test('lets only what may be asked for interrupt', () => {
    expect(charterOf({ ...charterDraft(whole), interrupting: ['reply', 'question'] }).floor?.interrupting).toEqual(['reply']);
  });
});

describe('a length of time', () => {
  test('is minutes, or minutes and seconds', () => {
    expect([parseSpan('۳'), parseSpan('1:30'), parseSpan('٠:٤٥')]).toEqual([180, 90, 45]);
    expect([parseSpan(''), parseSpan('1:60'), parseSpan('یک')]).toEqual([undefined, undefined, undefined]);
    for (let seconds = 10; seconds < 4000; seconds += 37) expect(parseSpan(typedSpan(seconds))).toBe(seconds);
  });
});
