import { blank, readDraft, sameBallot } from '@/core/draft';
import { formOf, hasOptions, isSecret, weightOf } from '@/core/votes';
import type { Ballot, VoteForm, VoteId, VoteView } from '@/generated/protocol';
import type { SecretVoter } from '@/secret/voter.svelte';
import { announcer } from '@/shell/announce.svelte';
import { live } from '@/shell/live.svelte';
import { Act } from '../desk/act.svelte';
import { t } from './words';
import { ballotWord } from './ballotWord';

/**
 * My ballot in one vote: what I have picked, what the hall has recorded. A pick lives here and in this tab's storage, so that neither
 * a live update nor a reload moves it.
 */
export class MyBallot {
  readonly act = new Act();
  readonly id: VoteId;
  /** When the hall's receipt came, as long as this page saw it. */
  recordedAt = $state<number>();
  picked = $state.raw<Ballot>();
  /** Of a secret vote, once its part of the page is here. */
  voter = $state.raw<SecretVoter>();

  constructor(id: VoteId) {
    this.id = id;
    this.picked = this.#read();
    if (this.secret) void this.#fetchVoter();
  }

  get vote(): VoteView {
    return live.view!.votes[this.id]!;
  }
  get form(): VoteForm {
    return formOf(this.vote);
  }
  get secret(): boolean {
    return isSecret(this.vote);
  }
  get entitled(): boolean {
    const me = live.me;
    return me !== undefined && (live.view?.votes[this.id]?.electorate.includes(me.person) ?? false);
  }
  get weight(): number {
    return weightOf(this.vote, live.me?.person);
  }
  /** In the hall's records, by name: not of secret votes. */
  get recorded(): Ballot | undefined {
    return live.me?.ballots[this.id];
  }
  /** Picked but not yet what is recorded. A ballot with options is never without a draft: a blank one can be cast, too. */
  get draft(): Ballot | undefined {
    const picked = this.picked ?? (this.recorded || !hasOptions(this.form) ? undefined : { choice: 'abstain' as const, marks: blank(this.form) });
    return sameBallot(picked, this.recorded) ? undefined : picked;
  }
  get shown(): Ballot | undefined {
    return this.picked ?? this.recorded ?? this.draft;
  }
  get marks(): number[] {
    return this.shown?.marks ?? blank(this.form);
  }
  get settled(): boolean {
    return this.recorded !== undefined && this.draft === undefined;
  }
  /** Of a secret vote: from collecting on nothing can be changed any more. */
  get committed(): boolean {
    return this.secret && (this.voter?.kept !== undefined || this.voter?.blinding === true || live.me?.collected[this.id] !== undefined);
  }
  get locked(): boolean {
    return live.stale || this.act.busy || this.committed || this.vote.state !== 'open';
  }

  pick(ballot: Ballot): void {
    if (this.locked) return;
    this.act.forget();
    this.picked = ballot;
    this.#write(ballot);
  }

  async cast(): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    if (this.secret) return this.#castSecretly(draft);
    const says = draft.marks ? { marks: draft.marks } : { choice: draft.choice };
    if (!(await this.act.do({ type: 'cast_vote', vote: this.id, ...says }))) return;
    this.recordedAt = live.preciseNow();
    this.#write(undefined);
    announcer.say(`${t().recorded}: ${ballotWord(this.form, draft)}`);
  }

  async #castSecretly(draft: Ballot): Promise<void> {
    this.#write(undefined);
    await this.voter?.choose(this.form, draft);
  }

  async #fetchVoter(): Promise<void> {
    const { hall, me } = live;
    if (!hall || !me) return;
    const { secretVoter } = await import('@/secret/voters');
    this.voter = secretVoter(hall, me.person, this.id);
    const vote = live.view?.votes[this.id]; // one may have left the hall meanwhile
    if (vote) this.voter.follow(vote);
  }

  get #key(): string {
    return `talar.draft.${live.hall}.${live.me?.person}.${this.id}`;
  }
  #read(): Ballot | undefined {
    try {
      return readDraft(this.form, sessionStorage.getItem(this.#key));
    } catch {
      return undefined;
    }
  }
  #write(ballot: Ballot | undefined): void {
    try {
      if (ballot) sessionStorage.setItem(this.#key, JSON.stringify(ballot));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // The draft lasts as long as the page.
    }
  }
}
