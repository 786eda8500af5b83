import type { HallId, PersonId, VoteId } from '@/generated/protocol';
import { WorkerBlinder } from './blinder';
import { browserEdge } from './edge';
import { LocalKeep } from './kept';
import { SecretVoter } from './voter.svelte';

const blinder = new WorkerBlinder();
const voters = new Map<string, SecretVoter>();

/** The one who votes for this person in this vote: the same for every part of the page, and at work when none of them is shown. */
export function secretVoter(hall: HallId, person: PersonId, vote: VoteId): SecretVoter {
  const key = `${hall}.${person}.${vote}`;
  let voter = voters.get(key);
  if (!voter) {
    voter = new SecretVoter(vote, browserEdge(hall), blinder, new LocalKeep(hall, person, vote));
    voters.set(key, voter);
  }
  return voter;
}
