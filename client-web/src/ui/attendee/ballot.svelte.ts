import type { Choice, VoteId } from '@/generated/protocol';
import { words } from '@/i18n/words';
import { announcer } from '@/shell/announce.svelte';
import { live } from '@/shell/live.svelte';
import { Act } from '../desk/act.svelte';
import { t } from './messages';

/** My ballot in one open vote: what I have picked, what the hall has recorded. A pick lives here, so that no live update moves it. */
export class Ballot {
  readonly act = new Act();
  picked = $state<Choice>();
  /** When the hall's receipt came, as long as this page saw it. */
  recordedAt = $state<number>();
  readonly #vote: VoteId;

  constructor(vote: VoteId) {
    this.#vote = vote;
  }

  get entitled(): boolean {
    const me = live.me;
    return me !== undefined && (live.view?.votes[this.#vote]?.electorate.includes(me.person) ?? false);
  }
  get recorded(): Choice | undefined {
    return live.me?.ballots[this.#vote]?.choice;
  }
  /** Picked but not yet what is recorded. */
  get draft(): Choice | undefined {
    return this.picked !== this.recorded ? this.picked : undefined;
  }
  get shown(): Choice | undefined {
    return this.picked ?? this.recorded;
  }
  get settled(): boolean {
    return this.recorded !== undefined && this.draft === undefined;
  }
  get locked(): boolean {
    return live.stale || this.act.busy;
  }

  pick(choice: Choice): void {
    if (this.locked) return;
    this.act.forget();
    this.picked = choice;
  }

  async cast(): Promise<void> {
    const choice = this.draft;
    if (!choice) return;
    if (!(await this.act.do({ type: 'cast_vote', vote: this.#vote, choice }))) return;
    this.recordedAt = live.preciseNow();
    announcer.say(`${t().recorded}: ${words().choice[choice]}`);
  }
}
