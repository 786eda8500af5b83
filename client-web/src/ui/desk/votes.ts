// Votes as those who conduct them read: what is prepared, what is waited for, which rules hold.
import { ms } from '@/core/clock';
import { formOf } from '@/core/votes';
import type { Charter, ItemId, View, VoteId, VoteView, VotingRules } from '@/generated/protocol';

/** What a charter of before these rules existed means: protocol/voting.hpp has the same defaults, and the server fills them in. */
const usual: VotingRules = { quorum: true, casting_vote: false, live: false, late_arrivals: false, ranking: 'schulze', weights: [], secret_voters_min: 5 };

export const votingRules = (charter: Charter): VotingRules => charter.voting ?? usual;

/** Ballots are still taken, or those that are out are awaited. */
export const underWay = (vote: VoteView): boolean => vote.state === 'open' || vote.state === 'counting';

/** Nothing more is waited for, so that closing is the next act. */
export function complete(vote: VoteView): boolean {
  if (vote.state !== 'open') return false;
  const { kind, mode } = formOf(vote);
  if (kind === 'consent') return true;
  return mode === 'show_of_hands' ? vote.hands !== undefined : vote.cast >= vote.electorate.length;
}

/** The votes of an item in the order in which they were opened; those that wait come last, as they were prepared. */
export function votesOf(view: Pick<View, 'votes'>, item: ItemId): VoteId[] {
  const opened = (id: VoteId): number => (view.votes[id]!.opened_at === undefined ? Infinity : ms(view.votes[id]!.opened_at!));
  const before = (a: VoteId, b: VoteId): number => (opened(a) === opened(b) ? 0 : opened(a) - opened(b));
  return Object.keys(view.votes)
    .filter((id) => view.votes[id]!.item === item)
    .sort((a, b) => before(a, b) || view.votes[a]!.order - view.votes[b]!.order);
}

/** What waits to be opened: first what follows on another vote (a run-off, a vote after an objection, a repetition). */
export function preparedOf(view: Pick<View, 'votes'>, item: ItemId | undefined): VoteId[] {
  const prepared = item === undefined ? [] : votesOf(view, item).filter((id) => view.votes[id]!.state === 'prepared');
  const follows = (id: VoteId): boolean => view.votes[id]!.follows !== undefined;
  return [...prepared.filter(follows), ...prepared.filter((id) => !follows(id))];
}

/** The item's votes that are over, the last one first. */
export const pastOf = (view: Pick<View, 'votes'>, item: ItemId): VoteId[] =>
  votesOf(view, item)
    .filter((id) => view.votes[id]!.state === 'closed' || view.votes[id]!.state === 'voided')
    .reverse();

/** A voided vote can be repeated unless another follows on it that counts. */
export function repeatable(view: Pick<View, 'votes'>, vote: VoteView): boolean {
  const next = vote.followed_by === undefined ? undefined : view.votes[vote.followed_by];
  return vote.state === 'voided' && (next === undefined || next.state === 'voided');
}
