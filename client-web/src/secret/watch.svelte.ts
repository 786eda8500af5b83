import { untrack } from 'svelte';
import { formOf, isSecret } from '@/core/votes';
import type { Choice, HallId, PersonId, VoteId, VoteView } from '@/generated/protocol';
import { live } from '@/shell/live.svelte';
import { canVoteSecretly } from './bytes';
import { boxAddress } from './edge';
import { keptVotes } from './resume';
import { secretVoter } from './voters';

const choices: readonly Choice[] = ['approve', 'against', 'abstain'];

/** Follows the secret votes of the hall that is open: blinds ahead, finishes what was begun, and looks into the published lists. */
export function watchSecretVotes(): void {
  $effect(() => {
    const { hall, me, view } = live;
    if (!hall || !me || !view || !canVoteSecretly()) return;
    const votes = Object.entries(view.votes).filter(([, vote]) => isSecret(vote));
    const collected = me.collected;
    untrack(() => {
      for (const [id, vote] of votes) follow(hall, me.person, id, vote, collected[id]);
      // Of earlier meetings only the check is left.
      for (const id of keptVotes(hall, me.person)) if (!view.votes[id]) void secretVoter(hall, me.person, id).check();
    });
  });
}

function follow(hall: HallId, person: PersonId, id: VoteId, vote: VoteView, collected: string | undefined): void {
  if (vote.state === 'prepared' || !vote.electorate.includes(person)) return;
  const voter = secretVoter(hall, person, id);
  voter.follow(vote);
  voter.collected = collected;
  if (vote.state === 'closed') {
    voter.settle();
    void voter.check();
  } else if (vote.state === 'open' || vote.state === 'counting') {
    void boxAddress().catch(() => undefined);
    if (voter.kept) {
      if (voter.unfinished) void voter.run();
    } else if (vote.state === 'open' && collected === undefined && formOf(vote).kind === 'motion') {
      void voter.prepare(formOf(vote), choices.map((choice) => ({ choice }))).catch(() => undefined);
    }
  }
}
