// The charter's rules of voting as they are being written.
import type { Charter, RankingMethod, Seat, VotingRules } from '@/generated/protocol';
import { whole } from '../../desk/ruleForm';
import { votingRules } from '../../desk/votes';

/** Seats that may have a vote. */
export const votingSeats = ['president', 'vice_president', 'deputy', 'district_mayor', 'council_representative', 'expert'] as const satisfies readonly Seat[];
export type VotingSeat = (typeof votingSeats)[number];
export const switches = ['quorum', 'casting_vote', 'live', 'late_arrivals'] as const;

export interface VotingDraft extends Record<(typeof switches)[number], boolean> {
  ranking: RankingMethod;
  weights: Record<VotingSeat, string>;
  secretMin: string;
}
export type VotingFault = 'weight' | 'secretMin';
export const weightMax = 100;
const secretMinLeast = 2;
const secretMinMost = 100;

export function votingDraft(charter: Charter): VotingDraft {
  const { weights, secret_voters_min, ...rules } = votingRules(charter);
  const weightOf = (seat: Seat): string => String(weights.find((one) => one.seat === seat)?.weight ?? 1);
  return {
    quorum: rules.quorum,
    casting_vote: rules.casting_vote,
    live: rules.live,
    late_arrivals: rules.late_arrivals,
    ranking: rules.ranking,
    weights: Object.fromEntries(votingSeats.map((seat) => [seat, weightOf(seat)])) as Record<VotingSeat, string>,
    secretMin: String(secret_voters_min),
  };
}

export const weightFaulty = (typed: string): boolean => whole(typed, 1, weightMax) === undefined;

export function votingFaults(draft: VotingDraft): VotingFault[] {
  return [
    ...(votingSeats.some((seat) => weightFaulty(draft.weights[seat])) ? (['weight'] as const) : []),
    ...(whole(draft.secretMin, secretMinLeast, secretMinMost) === undefined ? (['secretMin'] as const) : []),
  ];
}

/** Of a draft without faults; one vote is what everybody has anyway. */
export function votingOf({ weights, secretMin, ...rules }: VotingDraft): VotingRules {
  return {
    ...rules,
    weights: votingSeats.map((seat) => ({ seat, weight: whole(weights[seat], 1, weightMax) ?? 1 })).filter(({ weight }) => weight > 1),
    secret_voters_min: whole(secretMin, secretMinLeast, secretMinMost) ?? secretMinLeast,
  };
}
