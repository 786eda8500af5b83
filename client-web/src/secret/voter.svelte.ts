import type { Ballot, VoteForm, VoteId, VoteView } from '@/generated/protocol';
import { ms } from '@/core/clock';
import { sameBallot } from '@/core/draft';
import { ApiError } from '@/shell/apiError';
import type { Blinder } from './blinder';
import type { Blinded } from './blinding';
import { fromBase64, hex, sha256 } from './bytes';
import type { Edge } from './edge';
import { digestOf, type Keep, type Kept, type Signed } from './kept';

const waitMax = 8_000; // ms from the signature to casting: who watches the line cannot tell which ballot is whose
const margin = 2_000; // ms before the end of the time
const backoffMax = 8_000; // ms
const checkAgain = 10_000; // ms

/** Nothing was decided: ask again. Everything else is an answer. */
const passing = (fault: unknown): boolean =>
  fault instanceof ApiError && (fault.problem.status === 0 || fault.problem.status === 429 || fault.problem.status >= 500);
/** Answers after which nothing can be collected any more. */
const over: readonly string[] = ['vote_not_open', 'wrong_vote_state', 'no_such_vote', 'no_ballot_key'];
const codeOf = (fault: unknown): string => (fault instanceof ApiError ? fault.problem.code : 'internal');

/** When to cast, at random, so that no ballot comes right after its collecting, and none after the time. */
export function castAt(now: number, until: number | undefined, random: number): number {
  const room = until === undefined ? waitMax : Math.max(0, Math.min(waitMax, until - now - margin));
  return now + random * room;
}

/** How long to wait before the nth attempt after the first. */
export const backoff = (attempt: number, random: number): number => Math.min(backoffMax, 500 * 2 ** attempt) * (0.5 + random / 2);

/**
 * One person's ballot of one secret vote on this device: blind, collect, unblind, wait, cast, and look for it in the published
 * list. Every step is kept before the next begins, so that a reload or a lost line goes on where it stopped, and does nothing twice.
 */
export class SecretVoter {
  kept = $state.raw<Kept>();
  /** Why the ballot was not handed out; nothing has happened then. */
  refusal = $state<string>();
  /** The line has failed and it is being tried again. */
  retrying = $state(false);
  blinding = $state(false);
  readonly vote: VoteId;
  readonly #edge: Edge;
  readonly #blinder: Blinder;
  readonly #keep: Keep;
  #ready: Blinded[] = [];
  #preparing: Promise<void> = Promise.resolve();
  #running: Promise<void> | undefined;
  #checking: Promise<void> | undefined;
  /** No list has come: it is not asked for at every change of the hall. */
  #notBefore = 0;
  #until: number | undefined;
  #key = '';
  /** What the hall says this person has collected with: the digest in me.collected. */
  collected: string | undefined;
  /** An attempt to collect has had no answer. */
  #uncertain: boolean;

  constructor(vote: VoteId, edge: Edge, blinder: Blinder, keep: Keep) {
    this.vote = vote;
    this.#edge = edge;
    this.#blinder = blinder;
    this.#keep = keep;
    this.kept = keep.read();
    this.#uncertain = this.kept?.step === 'chosen';
  }

  get durable(): boolean {
    return this.#keep.durable;
  }

  /** Something is left to do, and nobody has refused it. */
  get unfinished(): boolean {
    return (this.kept?.step === 'chosen' || this.kept?.step === 'signed') && this.refusal === undefined;
  }

  /** What the hall says of the vote now: its key, and until when casting is possible. */
  follow(vote: Pick<VoteView, 'key' | 'deadline' | 'casts_until'>): void {
    this.#key = vote.key ?? this.#key;
    const until = vote.casts_until ?? vote.deadline;
    this.#until = until === undefined ? undefined : ms(until);
  }

  /** Ahead of the choice: collecting must not wait for the arithmetic. */
  prepare(form: VoteForm, ballots: readonly Ballot[]): Promise<void> {
    this.#preparing = this.#preparing.catch(() => undefined).then(() => this.#blindAll(form, ballots));
    return this.#preparing;
  }

  async #blindAll(form: VoteForm, ballots: readonly Ballot[]): Promise<void> {
    for (const ballot of ballots) {
      if (this.kept || this.#key === '') return;
      if (this.#ready.some((paper) => sameBallot(paper.ballot, ballot))) continue;
      this.#ready.push(await this.#blinder.blind(this.#key, this.vote, form, ballot));
    }
  }

  /** From here on there is no way back: the choice is in what will be collected. */
  async choose(form: VoteForm, ballot: Ballot): Promise<void> {
    if (this.kept || this.blinding) return;
    this.blinding = true;
    try {
      await this.prepare(form, [ballot]);
      const paper = this.#ready.find((ready) => sameBallot(ready.ballot, ballot));
      if (paper && !this.#keep.read()) this.#set({ step: 'chosen', paper });
    } catch {
      this.refusal = 'blinding';
      return;
    } finally {
      this.blinding = false;
    }
    await this.run();
  }

  /** Goes on from where it stands. Once at a time, in all tabs of this browser together. */
  run(): Promise<void> {
    this.#running ??= this.#edge
      .alone(`talar.ballot.${this.vote}`, () => this.#steps())
      .finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #steps(): Promise<void> {
    this.refusal = undefined;
    while (this.refusal === undefined) {
      const kept = (this.kept = this.#keep.read());
      if (kept?.step === 'chosen') await this.#collect(kept.paper);
      else if (kept?.step === 'signed') await this.#cast(kept);
      else return;
    }
  }

  async #collect(paper: Blinded): Promise<void> {
    let signature: string;
    try {
      signature = await this.#persist(() => this.#edge.collect(this.vote, paper.blinded));
    } catch (fault) {
      return this.#notCollected(paper, codeOf(fault));
    }
    try {
      const own = await this.#blinder.unblind(this.#key, paper, signature);
      const hash = hex(await sha256(fromBase64(paper.message)));
      const at = castAt(this.#edge.now(), this.#until, this.#edge.random());
      this.#set({ step: 'signed', at, message: paper.message, signature: own, hash, digest: paper.digest });
    } catch {
      // The server has signed something else than what it was asked to.
      this.refusal = 'bad_signature';
      this.#set({ step: 'late', digest: paper.digest });
    }
  }

  /** Refused. An earlier attempt whose answer was lost may still have been heard: until that is known the paper is kept. */
  #notCollected(paper: Blinded, code: string): void {
    this.refusal = code;
    if (code === 'already_collected') this.#forget();
    else if (this.collected === paper.digest && over.includes(code)) this.#set({ step: 'late', digest: paper.digest });
    else if (this.collected !== paper.digest && !this.#uncertain) this.#forget();
  }

  /** The vote is over: what was chosen has been collected or not, and the hall knows. */
  settle(): void {
    const kept = this.#keep.read();
    if (kept?.step !== 'chosen' || this.#running) return;
    if (this.collected === kept.paper.digest) this.#set({ step: 'late', digest: kept.paper.digest });
    else this.#forget();
  }

  async #cast(kept: Extract<Kept, { step: 'signed' }>): Promise<void> {
    const { at: _, step: __, ...signed } = kept;
    await this.#edge.wait(Math.max(0, Math.min(kept.at - this.#edge.now(), waitMax)));
    try {
      const hash = await this.#persist(() => this.#edge.cast(kept.message, kept.signature));
      if (hash !== kept.hash) throw new ApiError({ title: 'another ballot', status: 400, code: 'bad_ballot' });
      this.#set({ ...signed, step: 'cast' });
    } catch (fault) {
      this.#set({ ...signed, step: 'refused', code: codeOf(fault) });
    }
  }

  /** Until it is answered, whatever the answer is. */
  async #persist<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await ask();
        this.retrying = false;
        return answer;
      } catch (fault) {
        this.retrying = passing(fault);
        if (!this.retrying) throw fault;
        this.#uncertain = true;
        await this.#edge.wait(backoff(attempt, this.#edge.random()));
      }
    }
  }

  /** The vote is closed: is it in the list? What the check needs no more is thrown away. */
  check(): Promise<void> {
    if (this.#edge.now() < this.#notBefore) return Promise.resolve();
    this.#checking ??= this.#check().finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  async #check(): Promise<void> {
    await this.#running;
    const kept = (this.kept = this.#keep.read());
    if (!kept || kept.step === 'checked' || kept.step === 'chosen' || kept.step === 'late') return;
    const list = await this.#edge.published(this.vote).catch((fault: unknown) => {
      this.#notBefore = passing(fault) ? this.#edge.now() + checkAgain : Infinity;
    });
    if (!list) return;
    const { hash, digest } = kept;
    const found = list.ballots.some((ballot) => ballot.message === kept.message);
    const evidence: Partial<Signed> = found ? {} : { message: kept.message, signature: kept.signature };
    this.#set({ step: 'checked', found, acknowledged: kept.step === 'cast', hash, digest, ...evidence });
  }

  /** This person has collected, but not with the ballot that lies here. */
  elsewhere(collected: string | undefined): boolean {
    return collected !== undefined && (this.kept === undefined || digestOf(this.kept) !== collected);
  }

  #set(kept: Kept): void {
    this.#keep.write(kept);
    this.kept = kept;
  }
  #forget(): void {
    this.#keep.clear();
    this.kept = undefined;
    this.#uncertain = false;
    this.#ready = [];
  }
}
