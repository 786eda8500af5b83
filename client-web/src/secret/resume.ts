import type { HallId, PersonId, VoteId } from '@/generated/protocol';

/** The secret votes of a person for which this browser holds a ballot. Small, so that every first load can ask. */
export function keptVotes(hall: HallId, person: PersonId): VoteId[] {
  const start = `talar.ballot.${hall}.${person}.`;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  } catch {
    return [];
  }
}
