// A vote as it is being written: what stands in the fields, what is wrong with it, and the content that is sent.
import { parseWhole } from '@/core/digits';
import type { PersonId, VoteContent, VoteForm, VoteKind, VoteMode, VoteOption, VoteRule } from '@/generated/protocol';
import { ruleDraft, ruleFaults, ruleOf, whole, type RuleDraft, type RuleFault } from './ruleForm';

export interface OptionDraft {
  title: string;
  person: PersonId | ''; // '' for what is no person of the roster
  withdrawn: boolean;
}
export type Marking = 'marks' | 'approval';

export interface VoteDraft extends RuleDraft {
  question: string;
  kind: VoteKind;
  mode: VoteMode;
  options: OptionDraft[];
  seats: string;
  marking: Marking;
  marks: string;
  points: string;
  timed: boolean;
  seconds: string;
}

export type VoteFault = RuleFault | 'question_missing' | 'question_long' | 'seconds_range' | 'options_few' | 'options_many' | 'options_twice' | 'option_long' | 'seats_range' | 'marks_range' | 'points_range';
export type VoteFaults = Partial<Record<keyof VoteDraft, VoteFault>>;

export const questionChars = 600;
export const optionChars = 300;
export const optionsMax = 20;
export const secondsMin = 10;
export const secondsMax = 3600;
const pointsMax = 100;

export const kinds: readonly VoteKind[] = ['motion', 'consent', 'election', 'ranking', 'points'];
const threeAnswers: readonly VoteMode[] = ['device', 'roll_call', 'show_of_hands', 'secret'];
/** What goes together: options are neither read aloud nor counted by hands. Of a consent it is how the vote after an objection is taken. */
export const modesOf: Record<VoteKind, readonly VoteMode[]> = {
  motion: threeAnswers,
  consent: threeAnswers,
  election: ['device', 'secret'],
  ranking: ['device', 'secret'],
  points: ['device', 'secret'],
};
const optionsMin: Partial<Record<VoteKind, number>> = { election: 1, ranking: 2, points: 2 };
export const hasOptions = (kind: VoteKind): boolean => kind in optionsMin;
/** Rankings and points have no threshold to reach. */
export const hasRule = (kind: VoteKind): boolean => kind !== 'ranking' && kind !== 'points';
/** Silence is no vote, a show of hands is over when it is counted, and names are read without a clock. */
export const hasLimit = ({ kind, mode }: Pick<VoteDraft, 'kind' | 'mode'>): boolean => kind !== 'consent' && (mode === 'device' || mode === 'secret');

export interface VoteStart {
  content?: VoteContent | undefined;
  rule: VoteRule;
  question?: string;
  /** Of the item: what is offered to be ranked. */
  options?: readonly string[];
}

export function draftOf({ content, rule, question = '', options = [] }: VoteStart): VoteDraft {
  const form = content?.form;
  const offered: VoteOption[] = form?.options ?? options.map((title) => ({ title, withdrawn: false }));
  return {
    ...ruleDraft(content?.rule ?? rule),
    question: content?.question ?? question,
    kind: form?.kind ?? (content === undefined && options.length > 1 ? 'ranking' : 'motion'),
    mode: form?.mode ?? 'device',
    options: offered.map(({ title, person, withdrawn }) => ({ title, person: person ?? '', withdrawn })),
    seats: String(form?.seats ?? 1),
    marking: form?.kind === 'election' && form.marks === undefined ? 'approval' : 'marks',
    marks: String(form?.marks ?? form?.seats ?? 1),
    points: String(form?.points ?? 10),
    timed: content ? content.seconds !== undefined : true,
    seconds: String(content?.seconds ?? 60),
  };
}

/** Rows that somebody wrote into. */
const written = (draft: VoteDraft): OptionDraft[] => draft.options.map((option) => ({ ...option, title: option.title.trim() })).filter(({ title }) => title !== '');

function optionsFault(draft: VoteDraft): VoteFault | undefined {
  const options = written(draft);
  const standing = options.filter(({ withdrawn }) => !withdrawn);
  if (standing.length < (optionsMin[draft.kind] ?? 0)) return 'options_few';
  if (options.length > optionsMax) return 'options_many';
  if (options.some(({ title }) => [...title].length > optionChars)) return 'option_long';
  return new Set(options.map(({ title }) => title)).size < options.length ? 'options_twice' : undefined;
}

export function faultsOf(draft: VoteDraft): VoteFaults {
  const faults: VoteFaults = hasRule(draft.kind) ? { ...ruleFaults(draft) } : {};
  const length = [...draft.question.trim()].length;
  if (length === 0) faults.question = 'question_missing';
  else if (length > questionChars) faults.question = 'question_long';
  if (hasOptions(draft.kind)) {
    const found = optionsFault(draft);
    if (found) faults.options = found;
  }
  if (draft.kind === 'election') {
    const options = Math.min(optionsMax, written(draft).length);
    if (whole(draft.seats, 1, Math.max(1, options)) === undefined) faults.seats = 'seats_range';
    if (draft.marking === 'marks' && whole(draft.marks, 1, Math.max(1, options)) === undefined) faults.marks = 'marks_range';
  }
  if (draft.kind === 'points' && whole(draft.points, 1, pointsMax) === undefined) faults.points = 'points_range';
  if (hasLimit(draft) && draft.timed && whole(draft.seconds, secondsMin, secondsMax) === undefined) faults.seconds = 'seconds_range';
  return faults;
}

function formOf(draft: VoteDraft): VoteForm {
  const option = ({ title, person, withdrawn }: OptionDraft): VoteOption => ({ title, ...(person === '' ? {} : { person }), withdrawn });
  return {
    kind: draft.kind,
    mode: draft.mode,
    options: hasOptions(draft.kind) ? written(draft).map(option) : [],
    ...(draft.kind === 'election' ? { seats: parseWhole(draft.seats) ?? 1 } : {}),
    ...(draft.kind === 'election' && draft.marking === 'marks' ? { marks: parseWhole(draft.marks) ?? 1 } : {}),
    ...(draft.kind === 'points' ? { points: parseWhole(draft.points) ?? 1 } : {}),
  };
}

/** Of a draft without faults. */
export function contentOf(draft: VoteDraft): VoteContent {
  return {
    question: draft.question.trim(),
    rule: ruleOf(draft),
    ...(hasLimit(draft) && draft.timed ? { seconds: parseWhole(draft.seconds) ?? secondsMin } : {}),
    form: formOf(draft),
  };
}

/** Another kind, and a mode that goes with it. */
export function withKind(draft: VoteDraft, kind: VoteKind): VoteDraft {
  return { ...draft, kind, mode: modesOf[kind].includes(draft.mode) ? draft.mode : 'device' };
}
