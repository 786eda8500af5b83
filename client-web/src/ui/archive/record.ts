// The order of a صورتجلسه out of a meeting's record: who was there and when, how each item ended, who signs.
// Structure only; words, dates and digits are the page's.
import { ms } from '@/core/clock';
import type { AttendanceSpan, Choice, MeetingRecord, Outcome, PersonId, RecordItem, RecordPerson, RecordSpeech, RecordVote, Tally } from '@/generated/protocol';

/** A span of presence as the record mentions it: only the end that differs from the meeting's own is named. */
export interface Stay {
  from?: string;
  until?: string;
}
export interface Attendee {
  person: RecordPerson;
  stays: Stay[];
}
export interface Attendance {
  voting: Attendee[];
  excused: Attendee[];
  unexcused: Attendee[];
  absent: Attendee[];
  withoutVote: Attendee[];
}

/** Nothing for somebody who was there from the first to the last minute. */
export function staysOf(spans: readonly AttendanceSpan[], openedAt?: string, endedAt?: string): Stay[] {
  const late = (from: string): boolean => openedAt !== undefined && ms(from) > ms(openedAt);
  const early = (until: string | undefined): boolean =>
    until !== undefined && (endedAt === undefined || ms(until) < ms(endedAt));
  return spans
    .map((span) => ({ ...(late(span.from) ? { from: span.from } : {}), ...(early(span.until) ? { until: span.until! } : {}) }))
    .filter((stay) => stay.from !== undefined || stay.until !== undefined);
}

function absenceOf(presence: RecordPerson['presence']): 'excused' | 'unexcused' | 'absent' {
  return presence === 'excused' || presence === 'unexcused' ? presence : 'absent';
}

export function attendance(record: MeetingRecord): Attendance {
  const { opened_at, ended_at } = record.summary;
  const groups: Attendance = { voting: [], excused: [], unexcused: [], absent: [], withoutVote: [] };
  for (const person of record.people) {
    const there = person.presence === 'present' || person.presence === 'out';
    const group = there ? (person.votes ? 'voting' : 'withoutVote') : absenceOf(person.presence);
    if (group === 'absent' && !person.votes) continue; // nobody missed a guest who did not come
    groups[group].push({ person, stays: there ? staysOf(person.attendance, opened_at, ended_at) : [] });
  }
  return groups;
}

/** How an item ended, in the order in which it matters. */
export type ItemOutcome =
  | { kind: 'resolutions'; numbers: number[] }
  | { kind: 'rejected' | 'done' | 'deferred' | 'withdrawn' | 'not_reached' | 'silent' };

const undecided: ReadonlySet<Outcome> = new Set(['rejected', 'tied', 'objected', 'no_quorum']);

export function outcomeOf(item: RecordItem): ItemOutcome {
  if (item.closed) return { kind: 'silent' };
  if (item.resolutions.length > 0) return { kind: 'resolutions', numbers: item.resolutions.map((one) => one.number) };
  if (item.state === 'deferred' || item.state === 'withdrawn') return { kind: item.state };
  if (item.state === 'planned') return { kind: 'not_reached' };
  const last = item.votes.findLast((vote) => vote.voided_at === undefined)?.result?.outcome;
  return { kind: last !== undefined && undecided.has(last) ? 'rejected' : 'done' };
}

/** Something to tell in the account of the debate. */
export const hasAccount = (item: RecordItem): boolean =>
  item.closed ||
  item.text.trim() !== '' ||
  item.reason !== undefined ||
  [item.speeches, item.votes, item.resolutions, item.attachments, item.recusals].some((list) => list.length > 0);

/** Whole minutes, never 0 for something that took place. */
export const wholeMinutes = (ms: number): number => (ms > 0 ? Math.max(1, Math.round(ms / 60_000)) : 0);

export const unanimous = (tally: Tally): boolean => tally.approve > 0 && tally.against === 0 && tally.abstain === 0;

export interface Speaker {
  person: string;
  turns: number;
  spoken: number;
  /** As what, unless it was a plain speech: a kind or a side once each. */
  as: Pick<RecordSpeech, 'kind' | 'stance'>[];
}

/** Each speaker once, in the order of the first word. */
export function speakersOf(item: RecordItem): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const { person, kind, stance, spoken } of item.speeches) {
    const known = speakers.get(person) ?? { person, turns: 0, spoken: 0, as: [] };
    const plain = kind === 'speech' && stance === undefined;
    const said = plain || known.as.some((one) => one.kind === kind && one.stance === stance);
    const as = said ? known.as : [...known.as, { kind, ...(stance === undefined ? {} : { stance }) }];
    speakers.set(person, { person, turns: known.turns + 1, spoken: known.spoken + spoken, as });
  }
  return [...speakers.values()];
}

/** Turns that the chair gave before their place, with the reason that goes on record. */
export const outOfOrder = (item: RecordItem): RecordSpeech[] => item.speeches.filter((speech) => speech.reason !== undefined);

export interface SpokenRow {
  name: string;
  people: number;
  turns: number;
  spoken: number; // milliseconds, without presentations
  presented: number;
}

/** Speaking times summed by what `nameOf` says of each person; nobody who neither spoke nor presented; most first. */
export function spokenBy(people: readonly RecordPerson[], nameOf: (person: RecordPerson) => string): SpokenRow[] {
  const rows = new Map<string, SpokenRow>();
  for (const person of people) {
    if (person.turns === 0 && person.presented === 0) continue;
    const name = nameOf(person);
    const row = rows.get(name) ?? { name, people: 0, turns: 0, spoken: 0, presented: 0 };
    rows.set(name, { name, people: row.people + 1, turns: row.turns + person.turns, spoken: row.spoken + person.spoken, presented: row.presented + person.presented });
  }
  return [...rows.values()].sort((a, b) => b.spoken - a.spoken || b.presented - a.presented);
}

export const filesIn = (record: MeetingRecord): number => record.items.reduce((sum, item) => sum + item.attachments.length, 0);

/** The vote that a resolution rests on, wherever in the record it was taken. */
export const voteOf = (record: MeetingRecord, vote: string | undefined): RecordVote | undefined =>
  vote === undefined ? undefined : record.items.flatMap((item) => item.votes).find((one) => one.vote === vote);

/** Who chose this in a closed vote, in the record's order of people. */
export function voters(vote: RecordVote, people: Iterable<RecordPerson>, choice: Choice): RecordPerson[] {
  const chose = new Set(vote.ballots.filter((ballot) => ballot.ballot.choice === choice).map((ballot) => ballot.person));
  return [...people].filter((person) => chose.has(person.person));
}

/** How many votes somebody's ballot counted for. */
export const weightIn = (vote: RecordVote, person: PersonId): number => vote.ballots.find((ballot) => ballot.person === person)?.weight ?? 1;

/** Signatures: who presided first, the secretaries last, between them everybody with a vote who was there. */
export function signatories(record: MeetingRecord): RecordPerson[] {
  const there = record.people.filter((person) => person.presence === 'present' || person.presence === 'out');
  const chair = there.filter((person) => person.person === record.chair);
  const secretaries = there.filter((person) => person.seat === 'secretary' && person.person !== record.chair);
  const members = there.filter((person) => person.votes && person.person !== record.chair && person.seat !== 'secretary');
  return [...chair, ...members, ...secretaries.slice(0, 1)];
}

/** The journal's fingerprint in readable fours. */
export const inFours = (chain: string): string => chain.replace(/(.{4})(?=.)/g, '$1 ');

/** Numbers of the closed top items, for «علنی (جز بند ۷)». */
export const closedItems = (record: MeetingRecord): RecordItem[] =>
  record.items.filter((item) => item.closed || item.content?.confidential === true);
