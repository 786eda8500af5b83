// The charter as it is being written: what stands in the fields, what is wrong with it, and the charter that is sent.
import { parseWhole } from '@/core/digits';
import { floorRules } from '@/core/floor';
import type { Charter, Comparison, Fairness, PointOfOrder, Schedule, Seat, SpeechKind } from '@/generated/protocol';
import { parseHour } from '../../desk/jalaliInput';
import { parseSpan, typedSpan } from '../../desk/spanInput';
import { ruleDraft, ruleFaults, ruleOf, type RuleDraft } from '../../desk/ruleForm';
import { votingDraft, votingFaults, votingOf, type VotingDraft } from './votingForm';

export const spans = ['speech', 'question', 'reply', 'point', 'presentation'] as const;
export const budgets = ['personItem', 'personMeeting', 'groupItem'] as const;
type Span = (typeof spans)[number];
type Budget = (typeof budgets)[number];

export interface CharterDraft extends Record<Span | Budget, string> {
  numerator: string;
  denominator: string;
  comparison: Comparison;
  vote: RuleDraft;
  voting: VotingDraft;
  kinds: SpeechKind[];
  points: PointOfOrder[];
  interrupting: SpeechKind[];
  fairness: Fairness;
  patience: string;
  transfer: boolean;
  wait: string; // minutes, '' for as long as the chair likes
  substitutes: Seat[];
  weekly: boolean;
  weekday: string;
  hour: string;
  minutes: string;
  place: string;
  standing: string; // '' for none
}
export type CharterField = keyof CharterDraft;
export type CharterFault = 'quorum' | 'vote' | 'voting' | 'span' | 'budget' | 'patience' | 'wait' | 'hour' | 'minutes' | 'place' | 'kinds' | 'points';

const spanMin = 10;
const spanMax = 3_600;
const budgetMax = 36_000;
const patienceMax = 50;
const waitMax = 240;
const minutesMax = 600;
/** Of a hall without a schedule: Thursdays at nine. */
const usual: Schedule = { weekday: 5, minute: 540, minutes: 150, place: '' };

const hourOf = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const optional = (seconds: number | undefined): string => (seconds === undefined ? '' : typedSpan(seconds));

export function charterDraft(charter: Charter): CharterDraft {
  const floor = floorRules(charter);
  const schedule = charter.schedule ?? usual;
  return {
    numerator: String(charter.quorum.numerator),
    denominator: String(charter.quorum.denominator),
    comparison: charter.quorum.comparison ?? 'at_least',
    vote: ruleDraft(charter.vote_rule),
    voting: votingDraft(charter),
    speech: typedSpan(charter.speech_seconds),
    question: typedSpan(floor.question_seconds ?? 60),
    reply: typedSpan(charter.reply_seconds),
    point: typedSpan(charter.point_of_order_seconds),
    presentation: typedSpan(floor.presentation_seconds ?? 600),
    kinds: [...(floor.kinds ?? [])],
    points: [...(floor.points_of_order ?? [])],
    interrupting: [...(floor.interrupting ?? [])],
    fairness: floor.fairness ?? 'first_timers',
    patience: String(floor.patience ?? 5),
    personItem: optional(floor.person_item_seconds),
    personMeeting: optional(floor.person_meeting_seconds),
    groupItem: optional(floor.group_item_seconds),
    transfer: floor.transfer ?? false,
    wait: charter.presence?.quorum_wait_minutes === undefined ? '' : String(charter.presence.quorum_wait_minutes),
    substitutes: [...(charter.presence?.substitutes ?? [])],
    weekly: charter.schedule !== undefined,
    weekday: String(schedule.weekday),
    hour: hourOf(schedule.minute),
    minutes: String(schedule.minutes ?? usual.minutes),
    place: schedule.place,
    standing: schedule.standing ?? '',
  };
}

const within = (value: number | undefined, min: number, max: number): boolean => value !== undefined && value >= min && value <= max;

export function charterFaults(draft: CharterDraft): Partial<Record<CharterField, CharterFault>> {
  const faults: Partial<Record<CharterField, CharterFault>> = {};
  const numerator = parseWhole(draft.numerator) ?? 0;
  const denominator = parseWhole(draft.denominator) ?? 0;
  const reachable = draft.comparison === 'more_than' ? numerator < denominator : numerator <= denominator;
  if (!within(numerator, 1, 1000) || !within(denominator, 1, 1000) || !reachable) faults.numerator = 'quorum';
  if (Object.keys(ruleFaults(draft.vote)).length > 0) faults.vote = 'vote';
  if (votingFaults(draft.voting).length > 0) faults.voting = 'voting';
  for (const span of spans) if (!within(parseSpan(draft[span]), spanMin, spanMax)) faults[span] = 'span';
  for (const budget of budgets) if (draft[budget].trim() !== '' && !within(parseSpan(draft[budget]), spanMin, budgetMax)) faults[budget] = 'budget';
  if (!within(parseWhole(draft.patience), 1, patienceMax)) faults.patience = 'patience';
  if (draft.wait.trim() !== '' && !within(parseWhole(draft.wait), 1, waitMax)) faults.wait = 'wait';
  if (draft.kinds.length === 0) faults.kinds = 'kinds';
  if (draft.kinds.includes('point_of_order') && draft.points.length === 0) faults.points = 'points';
  if (draft.weekly) {
    if (parseHour(draft.hour) === undefined) faults.hour = 'hour';
    if (!within(parseWhole(draft.minutes), 1, minutesMax)) faults.minutes = 'minutes';
    if (draft.place.trim() === '') faults.place = 'place';
  }
  return faults;
}

/** Of a draft without faults. */
export function charterOf(draft: CharterDraft): Charter {
  const span = (of: Span): number => parseSpan(draft[of]) ?? spanMin;
  const budget = <F extends string>(field: F, of: Budget): Partial<Record<F, number>> => {
    const seconds = parseSpan(draft[of]);
    return seconds === undefined ? {} : ({ [field]: seconds } as Record<F, number>);
  };
  const wait = parseWhole(draft.wait);
  return {
    quorum: { numerator: parseWhole(draft.numerator) ?? 1, denominator: parseWhole(draft.denominator) ?? 1, comparison: draft.comparison },
    speech_seconds: span('speech'),
    reply_seconds: span('reply'),
    point_of_order_seconds: span('point'),
    vote_rule: ruleOf(draft.vote),
    floor: {
      kinds: draft.kinds,
      points_of_order: draft.points,
      interrupting: draft.interrupting.filter((kind) => draft.kinds.includes(kind)),
      fairness: draft.fairness,
      patience: parseWhole(draft.patience) ?? 1,
      question_seconds: span('question'),
      presentation_seconds: span('presentation'),
      ...budget('person_item_seconds', 'personItem'),
      ...budget('person_meeting_seconds', 'personMeeting'),
      ...budget('group_item_seconds', 'groupItem'),
      transfer: draft.transfer,
    },
    presence: { ...(wait === undefined ? {} : { quorum_wait_minutes: wait }), substitutes: draft.substitutes },
    voting: votingOf(draft.voting),
    ...(draft.weekly ? { schedule: scheduleOf(draft) } : {}),
  };
}

function scheduleOf(draft: CharterDraft): Schedule {
  return {
    weekday: Number(draft.weekday),
    minute: (parseHour(draft.hour) ?? 0) / 60_000,
    minutes: parseWhole(draft.minutes) ?? 1,
    place: draft.place.trim(),
    ...(draft.standing === '' ? {} : { standing: draft.standing }),
  };
}
