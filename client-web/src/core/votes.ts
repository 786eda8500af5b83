import type { Ballot, OptionResult, PersonId, RecordVote, View, VoteForm, VoteOption, VoteView } from '@/generated/protocol';

/** What a live vote and a vote of the record have in common. */
export type AnyVote = Pick<VoteView, 'content'> &
  Partial<Pick<VoteView, 'result' | 'rules' | 'cause' | 'secret' | 'hands' | 'voided_at' | 'void_reason' | 'follows' | 'follow_kind' | 'objected_by'>> &
  Partial<Pick<RecordVote, 'corrections'>>;

const plain: VoteForm = { kind: 'motion', mode: 'device', options: [] };

/** Without a form it is a motion by device, as in the first journals. */
export const formOf = ({ content }: Pick<VoteView, 'content'>): VoteForm => content.form ?? plain;

export const hasOptions = (form: VoteForm): boolean => form.kind === 'election' || form.kind === 'ranking' || form.kind === 'points';
export const isSecret = (vote: Pick<VoteView, 'content'>): boolean => formOf(vote).mode === 'secret' && formOf(vote).kind !== 'consent';

/** An option with its number on the ballot, which is its name everywhere. */
export interface Numbered extends VoteOption {
  readonly at: number;
}
export const optionsOf = (vote: Pick<VoteView, 'content'>): Numbered[] => formOf(vote).options.map((option, at) => ({ ...option, at }));

export interface Placed extends Numbered, OptionResult {
  /** Shares its place with another one. */
  readonly tied: boolean;
}

/** The options in the order of their result: equal places keep the order of the ballot, who has withdrawn stands last. */
export function placed(vote: AnyVote): Placed[] {
  const results = vote.result?.options ?? [];
  const rows = optionsOf(vote).map((option) => ({ ...option, ...(results[option.at] ?? { count: 0, elected: false }) }));
  return rows
    .map((row) => ({ ...row, tied: row.place !== undefined && rows.some((other) => other.at !== row.at && other.place === row.place) }))
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.at - b.at);
}

/** How many votes a voter has in this vote. */
export const weightOf = (vote: Pick<VoteView, 'weights'>, person: PersonId | undefined): number => (person === undefined ? 1 : (vote.weights[person] ?? 1));

/** The electorate as the roster stands, which is how names are called. */
export function inRosterOrder(electorate: readonly PersonId[], people: View['people']): PersonId[] {
  const order = (person: PersonId): number => people[person]?.order ?? Number.MAX_SAFE_INTEGER;
  return [...electorate].sort((a, b) => order(a) - order(b));
}

/** Whose name is called next in a roll call, and who has been passed over or has answered before. */
export function rollOf(vote: Pick<VoteView, 'electorate' | 'ballots'>, people: View['people']): { calls: PersonId | undefined; roll: { person: PersonId; ballot?: Ballot }[] } {
  const roll = inRosterOrder(vote.electorate, people).map((person) => {
    const ballot = vote.ballots[person];
    return ballot ? { person, ballot } : { person };
  });
  return { calls: roll.find((entry) => !entry.ballot)?.person, roll };
}

/** The turnout of a vote: of a secret one it comes in steps. */
export function turnout(vote: Pick<VoteView, 'content' | 'cast' | 'issued' | 'electorate'>): { cast: number; issued: number | undefined; of: number } {
  return { cast: vote.cast, issued: isSecret(vote) ? vote.issued : undefined, of: vote.electorate.length };
}

/** Who marked an option on an open ballot: in an election with a mark, among points with any. */
export function markedBy(vote: Pick<VoteView, 'electorate' | 'ballots'>, option: number, people: View['people']): PersonId[] {
  return inRosterOrder(vote.electorate, people).filter((person) => (vote.ballots[person]?.marks?.[option] ?? 0) > 0);
}
