import { constants, createHash, generateKeyPairSync, privateDecrypt, verify, type KeyObject } from 'node:crypto';
import type { Ballot, PublishedVote, VoteForm, VoteId } from '@/generated/protocol';
import { ApiError } from '@/shell/apiError';
import { fromBase64 } from '@/secret/bytes';
import type { Blinder } from '@/secret/blinder';
import { blind, unblind } from '@/secret/blinding';
import type { Edge } from '@/secret/edge';
import type { Keep, Kept } from '@/secret/kept';
import { readMessage } from '@/secret/paper';

export const problem = (code: string, status = 409): ApiError => new ApiError({ title: code, status, code: code as never });

// Made once: it takes a while, and no test is about keys.
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A hall's server as far as a secret ballot meets it: real RSA, a box in memory, and a line that can fail before or after it is heard. */
export class BallotServer implements Edge {
  readonly key: string;
  readonly #secret: KeyObject;
  readonly issued = new Map<string, string>(); // digest by person
  readonly box = new Map<string, { message: string; signature: string }>();
  readonly waits: number[] = [];
  person = 'ann';
  open = true;
  time = 1_000_000;
  /** What goes wrong next, one for each request: `lost` is never heard, `deaf` is heard but its answer is lost. */
  faults: ('lost' | 'deaf' | ApiError)[] = [];

  constructor(
    readonly vote: VoteId,
    readonly form: VoteForm,
  ) {
    this.#secret = pair.privateKey;
    this.key = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  }

  collect(_vote: VoteId, blinded: string): Promise<string> {
    return this.#line(() => {
      const digest = createHash('sha256').update(fromBase64(blinded)).digest('hex');
      const before = this.issued.get(this.person);
      if (before !== undefined && before !== digest) throw problem('already_collected');
      if (!this.open) throw problem('vote_not_open');
      this.issued.set(this.person, digest);
      return privateDecrypt({ key: this.#secret, padding: constants.RSA_NO_PADDING }, fromBase64(blinded)).toString('base64');
    });
  }
  cast(message: string, signature: string): Promise<string> {
    return this.#line(() => {
      const hash = createHash('sha256').update(fromBase64(message)).digest('hex');
      if (this.box.has(hash)) return hash;
      if (!this.open) throw problem('vote_not_open');
      const key = { key: this.#secret, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
      if (!verify('sha384', fromBase64(message), key, fromBase64(signature))) throw problem('bad_signature', 400);
      if (!readMessage(fromBase64(message), this.vote, this.form)) throw problem('bad_ballot', 400);
      this.box.set(hash, { message, signature });
      return hash;
    });
  }
  published(): Promise<PublishedVote> {
    return this.#line(() => this.list());
  }

  list(): PublishedVote {
    const sorted = [...this.box].sort(([a], [b]) => (a < b ? -1 : 1));
    const digest = createHash('sha256');
    for (const [hash] of sorted) digest.update(Buffer.from(hash, 'hex'));
    const says = sorted.map(([, ballot]) => readMessage(fromBase64(ballot.message), this.vote, this.form)!);
    const of = (choice: Ballot['choice']): number => says.filter((ballot) => ballot.choice === choice).length;
    const tally = { approve: of('approve'), against: of('against'), abstain: of('abstain'), not_cast: 0 };
    return {
      format: 'talar-ballots-1', hall: 'rasht', vote: this.vote,
      content: { question: '?', rule: { base: 'valid', majority: { kind: 'simple' } }, form: this.form },
      rules: { quorum: false, casting_vote: false, live: false, late_arrivals: false, ranking: 'schulze', weights: [], secret_voters_min: 5 },
      key: this.key, entitled: this.issued.size, issued: this.issued.size, cast: this.box.size,
      collectors: [...this.issued.keys()].map((person) => ({ person, name: person })),
      ballots: sorted.map(([, ballot]) => ballot), digest: digest.digest('hex'),
      result: { tally, base_count: tally.approve + tally.against, needed: tally.against + 1, outcome: tally.approve > tally.against ? 'adopted' : 'rejected' },
    };
  }

  wait(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  }
  random = (): number => 0.5;
  now = (): number => this.time;
  alone = (_name: string, work: () => Promise<void>): Promise<void> => work();

  #line<T>(heard: () => T): Promise<T> {
    const fault = this.faults.shift();
    return Promise.resolve().then(() => {
      if (fault === 'lost') throw problem('offline', 0);
      if (fault !== undefined && fault !== 'deaf') throw fault;
      const answer = heard();
      if (fault === 'deaf') throw problem('offline', 0);
      return answer;
    });
  }
}

/** What a browser keeps, in memory: survives the page, not the test. */
export class MemoryKeep implements Keep {
  durable = true;
  text: string | undefined;
  read(): Kept | undefined {
    return this.text === undefined ? undefined : (JSON.parse(this.text) as Kept);
  }
  write(kept: Kept): void {
    this.text = JSON.stringify(kept);
  }
  clear(): void {
    this.text = undefined;
  }
}

/** The worker's work without the worker. */
export const blinder: Blinder = { blind, unblind };
