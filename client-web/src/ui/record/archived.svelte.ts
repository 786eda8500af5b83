import { untrack } from 'svelte';
import type { MeetingId, MeetingRecord } from '@/generated/protocol';
import { api } from '@/shell/api';
import { live } from '@/shell/live.svelte';
import { Reading } from '@/shell/reading.svelte';

/** A record as the archive has it, read again whenever its life goes on. */
export class Archived {
  readonly #reading = new Reading<MeetingRecord>();
  readonly record: MeetingRecord | undefined = $derived(this.#reading.value);
  readonly state: 'read' | 'failed' | 'reading' = $derived(this.#reading.value ? 'read' : this.#reading.fault ? 'failed' : 'reading');

  /** No meeting: nothing is asked. `stage`: what the record has come to; another one means that the archive has more to tell. */
  constructor(meeting: () => MeetingId | undefined, stage: () => string) {
    $effect(() => {
      const id = meeting();
      void stage();
      const hall = live.hall;
      if (hall === undefined || id === undefined || !live.online) return;
      untrack(() => void this.#reading.read(() => api.record(hall, id)));
    });
  }

  again(): void {
    this.#reading.again();
  }
}
