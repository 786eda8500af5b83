import type { Ballot, PublishedVote, Tally, VoteForm } from '@/generated/protocol';
import { wellMarked } from '@/core/draft';
import { formOf } from '@/core/votes';
import { fromBase64, hashDigits, hex, joined, sha256, type Bytes } from './bytes';
import { readMessage } from './paper';

// A published secret vote counted again with the browser's own cryptography, without believing the server anything.

/** What can be wrong with a published vote. */
export type Fault =
  | 'key' // it cannot be read
  | 'signature' // a ballot that this vote's key has not signed
  | 'ballot' // bytes that are no ballot of this vote
  | 'duplicate'
  | 'order' // not sorted by hash
  | 'digest'
  | 'issued' // more cast than handed out, or handed out than collected
  | 'cast' // not as many as said
  | 'tally';

export interface CountedBallot {
  readonly hash: string;
  readonly digits: string;
  readonly says: Ballot | undefined;
}

export interface Recount {
  readonly keyDigits: string;
  readonly ballots: CountedBallot[];
  readonly digest: string;
  readonly tally: Tally;
  /** Of each option: marks or points; of a ranking how many put it first. */
  readonly counts: number[];
  /** Of a ranking: how many prefer the row's option to the column's. */
  readonly pairs: number[][];
  readonly faults: Fault[];
}

const algorithm = { name: 'RSA-PSS', saltLength: 48 };
const chunk = 100;

/** `told` hears how much is done, 0 to 1. */
export async function recount(vote: PublishedVote, told: (part: number) => void = () => undefined): Promise<Recount> {
  const form = formOf(vote);
  const faults = new Set<Fault>();
  const keyBytes = readBytes(vote.key);
  const key = await crypto.subtle.importKey('spki', keyBytes, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify']).catch(() => undefined);
  if (!key) faults.add('key');

  const ballots: CountedBallot[] = [];
  const hashes: Bytes[] = [];
  for (const { message, signature } of vote.ballots) {
    const bytes = readBytes(message);
    const hash = await sha256(bytes);
    const signed = key !== undefined && (await crypto.subtle.verify(algorithm, key, readBytes(signature), bytes));
    const read = readMessage(bytes, vote.vote, form);
    const says = read?.marks && !wellMarked(form, read.marks) ? undefined : read;
    if (!signed) faults.add('signature');
    if (!says) faults.add('ballot');
    const before = ballots.at(-1)?.hash;
    const text = hex(hash);
    if (before !== undefined && before > text) faults.add('order');
    hashes.push(hash);
    ballots.push({ hash: text, digits: hashDigits(hash), says: signed ? says : undefined });
    if (ballots.length % chunk === 0) told(ballots.length / vote.ballots.length);
  }
  if (new Set(ballots.map((ballot) => ballot.hash)).size !== ballots.length) faults.add('duplicate');

  const digest = hex(await sha256(joined(...hashes)));
  if (digest !== vote.digest) faults.add('digest');
  if (vote.cast > vote.issued || vote.issued !== vote.collectors.length || ballots.length > vote.issued) faults.add('issued');
  if (vote.cast !== ballots.length) faults.add('cast');

  const said = ballots.flatMap((ballot) => (ballot.says ? [ballot.says] : []));
  const tally = tallyOf(said, vote.entitled);
  const counts = form.options.map((_, at) => countOf(form, said, at));
  const pairs = form.kind === 'ranking' ? pairsOf(form, said) : [];
  if (!agrees(vote, form, tally, counts, pairs)) faults.add('tally');
  return { keyDigits: hashDigits(await sha256(keyBytes)), ballots, digest, tally, counts, pairs, faults: [...faults] };
}

/** What is no base64 is no bytes: then nothing fits it. */
function readBytes(text: string): Bytes {
  try {
    return fromBase64(text);
  } catch {
    return new Uint8Array();
  }
}

function tallyOf(said: readonly Ballot[], entitled: number): Tally {
  const of = (choice: Ballot['choice']): number => said.filter((ballot) => ballot.choice === choice).length;
  return { approve: of('approve'), against: of('against'), abstain: of('abstain'), not_cast: Math.max(0, entitled - said.length) };
}

function countOf(form: VoteForm, said: readonly Ballot[], at: number): number {
  if (form.options[at]?.withdrawn) return 0;
  if (form.kind === 'ranking') return said.filter((ballot) => ballot.marks?.[at] === 1).length;
  return said.reduce((sum, ballot) => sum + (ballot.marks?.[at] ?? 0), 0);
}

function pairsOf(form: VoteForm, said: readonly Ballot[]): number[][] {
  const there = (at: number): boolean => !form.options[at]?.withdrawn;
  const prefers = (ballot: Ballot, one: number, other: number): boolean => {
    const [rank, otherRank] = [ballot.marks?.[one] ?? 0, ballot.marks?.[other] ?? 0];
    return rank > 0 && (otherRank === 0 || rank < otherRank);
  };
  return form.options.map((_, one) =>
    form.options.map((_, other) => (there(one) && there(other) ? said.filter((ballot) => prefers(ballot, one, other)).length : 0)),
  );
}

function agrees(vote: PublishedVote, form: VoteForm, tally: Tally, counts: readonly number[], pairs: readonly number[][]): boolean {
  const { result } = vote;
  const same = (a: readonly number[], b: readonly number[] | undefined): boolean => a.length === b?.length && a.every((value, at) => value === b[at]);
  const heads: (keyof Tally)[] = ['approve', 'against', 'abstain', 'not_cast'];
  if (heads.some((head) => tally[head] !== result.tally[head])) return false;
  if (form.kind === 'ranking') return pairs.every((row, at) => same(row, result.pairs?.[at])) && pairs.length === (result.pairs?.length ?? 0);
  return form.kind === 'motion' || same(counts, result.options?.map((option) => option.count));
}
