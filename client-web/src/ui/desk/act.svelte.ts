import type { OwnRefusal } from '@/core/pending';
import type { Command, RefusalCode } from '@/generated/protocol';
import { refusalText } from '@/i18n/refusals.svelte';
import { announcer } from '@/shell/announce.svelte';
import { live } from '@/shell/live.svelte';

/**
 * One place of the screen that asks the hall for changes. While an answer is outstanding the second tap of a double tap finds it
 * busy; a refusal stays beside the button until the next attempt. `side_by_side`: its buttons do not wait for each other (seats
 * of the board), only each for its own answer.
 */
export class Act {
  #keys = $state.raw<readonly string[]>([]);
  refusal = $state.raw<{ code: RefusalCode | OwnRefusal; field?: string | undefined }>();
  /** Which of the place's buttons waits for its answer. */
  readonly key: string | undefined = $derived(this.#keys[0]);
  readonly busy: boolean = $derived(this.#keys.length > 0);
  readonly #sideBySide: boolean;

  constructor(how?: 'side_by_side') {
    this.#sideBySide = how === 'side_by_side';
  }

  waits(key: string): boolean {
    return this.#keys.includes(key);
  }

  async do(command: Command, key: string = command.type): Promise<boolean> {
    if (this.#sideBySide ? this.waits(key) : this.busy) return false;
    this.#keys = [...this.#keys, key];
    this.refusal = undefined;
    const answer = await live.do(command);
    this.#keys = this.#keys.filter((other) => other !== key);
    if (!answer.ok) {
      this.refusal = answer;
      announcer.alert(refusalText(answer));
    }
    return answer.ok;
  }

  forget(): void {
    this.refusal = undefined;
  }
}
