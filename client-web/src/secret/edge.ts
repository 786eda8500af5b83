import type { BallotReceipt, HallId, Problem, PublishedVote, SignedBallot, VoteId } from '@/generated/protocol';
import { api, ApiError } from '@/shell/api';
import { live } from '@/shell/live.svelte';

/** All that a secret ballot needs of the world, so that a test can be the world. */
export interface Edge {
  /** Signed in: the signature of the blinded ballot. */
  collect(vote: VoteId, blinded: string): Promise<string>;
  /** As nobody: the hash of the ballot that is now in the box. */
  cast(message: string, signature: string): Promise<string>;
  published(vote: VoteId): Promise<PublishedVote>;
  wait(milliseconds: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  /** The server's clock, in milliseconds. */
  now(): number;
  /** Only one tab of this browser at a time. */
  alone(name: string, work: () => Promise<void>): Promise<void>;
}

/** The hall's server and this browser. */
export function browserEdge(hall: HallId): Edge {
  return {
    collect: async (vote, blinded) => (await api.collect(hall, vote, { blinded })).signature,
    cast,
    published: (vote) => api.ballots(hall, vote),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    now: () => live.preciseNow(),
    alone: (name, work) => (navigator.locks ? navigator.locks.request(name, work) : work()),
  };
}

/**
 * A request that says nothing about who sends it: another listener, no cookie, no header of ours. `text/plain` needs no preflight,
 * which would be one more request to be told apart by.
 */
async function cast(message: string, signature: string): Promise<string> {
  const response = await fetch(await boxAddress(), {
    method: 'POST',
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    keepalive: false,
    body: JSON.stringify({ message, signature } satisfies SignedBallot),
  }).catch(() => {
    throw new ApiError({ title: 'offline', status: 0, code: 'offline' });
  });
  const said = (await response.json().catch(() => ({}))) as Partial<BallotReceipt & Problem>;
  if (!response.ok || said.hash === undefined) throw new ApiError({ title: said.title ?? '', status: response.status, code: said.code ?? 'internal' });
  return said.hash;
}

let address: Promise<string> | undefined;

/** Asked once, well before casting: asking and casting must not come together. */
export function boxAddress(): Promise<string> {
  address ??= api.ballotBox().then(
    ({ port, url }) => new URL('/cast', url ?? `${location.protocol}//${location.hostname}:${port}`).href,
    (fault: unknown) => {
      address = undefined;
      throw fault;
    },
  );
  return address;
}
