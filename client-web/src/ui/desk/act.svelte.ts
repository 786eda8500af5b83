import type { OwnRefusal } from '@/core/pending';
import type { Command, RefusalCode } from '@/generated/protocol';
import { refusalText } from '@/i18n/refusals';
import { announcer } from '@/shell/announce.svelte';
import { live } from '@/shell/live.svelte';

/**
 * One place of the screen that asks the hall for changes. While an answer is outstanding the second tap of a double tap finds it
 * busy; a refusal stays beside the button until the next attempt.
 */
export class Act {
  /** Which of the place's buttons waits for its answer. */
  key = $state<string>();
  refusal = $state.raw<{ code: RefusalCode | OwnRefusal; field?: string | undefined }>();
  readonly busy: boolean = $derived(this.key !== undefined);

  async do(command: Command, key: string = command.type): Promise<boolean> {
    if (this.key !== undefined) return false;
    this.key = key;
    this.refusal = undefined;
    const answer = await live.do(command);
    this.key = undefined;
    if (!answer.ok) {
      this.refusal = answer;
      announcer.alert(refusalText(answer));
    }
    return answer.ok;
  }

  /** In order, up to the first refusal. */
  async each(commands: readonly Command[], key: string): Promise<boolean> {
    for (const command of commands) if (!(await this.do(command, key))) return false;
    return true;
  }

  forget(): void {
    this.refusal = undefined;
  }
}
